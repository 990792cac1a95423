"""The chosen theme: what was counted, what would clear it, the sentences, and the actions that may answer it."""

from datetime import date

from htpy import Element, Node, Renderable, br, dd, div, dl, dt, fragment, h2, h3, li, p, section, span, strong, ul

from loaders.references import given
from pages.parts import sources
from pages.parts.lists import folded
from pages.parts.themes.said import homes, state
from pages.parts.themes.sentences import FOLDED, MOST, sentences
from qa_data.standards import standard
from qa_data.wording import british, counted, listed, share, share_of


def chosen(each: dict, place: int, every: int, found: list[dict], actions: list[dict]) -> Element:
    """The theme with its sentences `found` and the `actions` that may answer it."""
    return section(".panel")[
        div(".label")[f"Theme {place} of {every}"],
        h2[each["label"]],
        p(".small")[f"Counts under {_under(each)}."],
        p[state(each)],
        p[_counts(each)],
        _facts(each),
        _boilerplate(each),
        sentences(found, each),
        _actions(actions, each),
    ]


def _under(each: dict) -> str:
    return listed([standard(code).name for code in each["standards"]])


def _counts(each: dict) -> Node:
    """What was seen and expected, with how sure anyone can be."""
    if not each["of"]:
        return "No independent visit in these 3 months."
    seen = strong[share_of(each["visits"], each["of"], "visit")]
    return [seen, f" {'mentions' if each['visits'] == 1 else 'mention'} it as a concern{_compared(each)}"]


def _compared(each: dict) -> str:
    if each["expected"] is None:
        return f". {_too_few(each['before_of'])}"
    return (
        f"; {each['expected']:.1f} expected, as {_before(each)} in the 12 months before did. With so few visits"
        f" the true level could be between {each['lower']:.0f} and {each['upper']:.0f} of {each['of']:,}."
    )


def _too_few(before: int) -> str:
    if not before:
        return "No visit of the 12 months before is loaded to compare with."
    are = "is" if before == 1 else "are"
    return f"{counted(before, 'visit')} in the 12 months before {are} too few to compare with."


def _before(each: dict) -> str:
    return share(each["before"], each["before_of"]) if each["before"] else f"none of {each['before_of']:,}"


def _facts(each: dict) -> Element:
    days = {name: british(date.fromisoformat(each[name])) if each[name] else "" for name in ("first_seen", "last_seen")}
    facts = [
        ("Homes", homes(each, most=6) or "None in these 3 months"),
        ("First mentioned", days["first_seen"]),
        ("Last mentioned", days["last_seen"]),
        (
            "Named as a strength",
            f"{counted(each['strengths'], 'visit')} ({each['strengths_before']} in the 12 months before)",
        ),
    ]
    told = [div[dt[name], dd[said]] for name, said in facts if said]
    clearing = _clearing(each)
    return dl(".facts")[told, clearing and div(".whole")[dt["What would clear it"], dd[clearing]]]


def _clearing(each: dict) -> str:
    if each["cleared_by"] is None:
        return ""
    few = each["cleared_by"]
    least = f"no more than {few:,} of {each['of']:,} visits mention it" if few else "no visit mentions it"
    return f"3 months in which {least}, as the 12 months before it emerged would lead one to expect"


def _boilerplate(each: dict) -> Renderable | None:
    said = [li[f"“{row['sentence'].strip()}” ({counted(row['visits'], 'visit')})"] for row in each["boilerplate"]]
    if not said:
        return None
    why = p(".small")["The same words stand in most reports, so they tell nothing about a home:"]
    return fragment[h3["Not counted"], why, ul(".small")[said]]


def _actions(found: list[dict], each: dict) -> Renderable:
    if not found:
        return fragment[
            h3["Open actions"],
            p(".small")[
                f"No action under {_under(each)} is open at {_these(each)}. Raise one, or say at the clinic why none is"
                " needed."
            ],
        ]
    rows = [_action(row) for row in found]
    return fragment[
        h3[f"Open actions at {_these(each)}"],
        p(".small")[_speaking(found, each)],
        folded(rows[:FOLDED], MOST, counted(len(rows) - MOST, "more action")),
    ]


def _these(each: dict) -> str:
    return "this home" if len(each["homes"]) == 1 else "these homes"


def _speaking(found: list[dict], each: dict) -> str:
    about = sum(row["about"] for row in found)
    if len(found) == 1:
        speaks = "It speaks of this theme." if about else "It does not speak of this theme itself."
        return f"1 action under {_under(each)}. {speaks}"
    if about:
        return f"{about} of {len(found):,} {'speaks' if about == 1 else 'speak'} of this theme."
    return f"None of {len(found):,} under {_under(each)} speaks of this theme itself."


def _action(row: dict) -> Element:
    return li[
        div[
            row["about"] and [span(".chip")["this theme"], " "],
            row["action"],
            div(".source")[
                " · ".join(filter(None, (row["home"], given(row["reference"]), row["owner"] or "No owner"))),
                " · ",
                _due(row),
                br,
                sources.source(row["source"]),
            ],
        ]
    ]


def _due(row: dict) -> Node:
    if row["days_overdue"]:
        return span(".bad")[f"Overdue {counted(row['days_overdue'], 'day')}"]
    return f"Due {british(row['due'])}" if row["due"] else "No due date"
