"""The chosen theme: what was counted, the sentences that were, what would clear it, and the actions that may answer
it.
"""

from datetime import date
from html import escape

from pages.parts import origin
from pages.parts.address import link
from pages.parts.themes.said import homes, state
from qa_data.standards import standard
from qa_data.words import british, counted, listed, share

MOST = 5
"""So many sentences and actions are open to read; the rest unfold."""

FOLDED = 100


def chosen(each: dict, place: int, every: int, found: list[dict], actions: list[dict]) -> str:
    """The theme in HTML."""
    return (
        f'<section class="panel"><div class="label">Theme {place} of {every}</div><h2>{escape(each["label"])}</h2><p'
        f' class="small">{_under(each)}</p>'
        f"<p>{state(each)}</p><p>{counts(each)}</p>{_facts(each)}{_boilerplate(each)}{_sentences(found, each)}{_actions(actions, each)}</section>"
    )


def _under(each: dict) -> str:
    named = listed([standard(code).name for code in each["standards"]])
    return f"Counts under {escape(named)}."


def counts(each: dict) -> str:
    """What was seen and expected, with how sure anyone can be."""
    if not each["of"]:
        return "No independent visit in these 3 months."
    said = f"<strong>{share(each['visits'], each['of'])} visits</strong> mention it as a concern"
    if each["expected"] is None:
        return f"{said}. {counted(each['before_of'], 'visit')} in the 12 months before are too few to compare with."
    return (
        f"{said}; {each['expected']:.1f} expected, as {_before(each)} in the 12 months before did. With so few visits"
        f" the true level could be between {each['lower']:.0f} and {each['upper']:.0f} of {each['of']:,}."
    )


def _before(each: dict) -> str:
    return share(each["before"], each["before_of"]) if each["before"] else f"none of {each['before_of']:,}"


def _facts(each: dict) -> str:
    days = {name: british(date.fromisoformat(each[name])) if each[name] else "" for name in ("first_seen", "last_seen")}
    facts = [
        ("Homes", homes(each, most=6) or "None in these 3 months"),
        ("First mentioned", days["first_seen"]),
        ("Last mentioned", days["last_seen"]),
        (
            "Named as a strength",
            f"{counted(each['strengths'], 'visit')} ({each['strengths_before']} in the 12 months before)",
        ),
        ("What would clear it", _clearing(each)),
    ]
    return f'<dl class="facts">{"".join(f"<div><dt>{name}</dt><dd>{said}</dd></div>" for name, said in facts if said)}</dl>'


def _clearing(each: dict) -> str:
    if each["state"] not in ("emerging", "first mention"):
        return ""
    least = (
        f"no more than {each['usual']:.0f} of {each['of']:,} visits mention it"
        if each["usual"]
        else "no visit mentions it"
    )
    return f"3 months in which {least}"


def _boilerplate(each: dict) -> str:
    said = "".join(
        f"<li>“{escape(row['sentence'].strip())}” ({counted(row['visits'], 'visit')})</li>"
        for row in each["boilerplate"]
    )
    return (
        '<h3>Not counted</h3><p class="small">The same words stand in most reports, so they tell nothing about a'
        f' home:</p><ul class="small">{said}</ul>'
        if said
        else ""
    )


def _sentences(found: list[dict], each: dict) -> str:
    told = told_once(found)
    if not told:
        return ""
    rows = [_quote(*sentence) for sentence in told]
    rest = (
        f"<details><summary>{counted(len(rows) - MOST, 'more sentence')}</summary>{''.join(rows[MOST:FOLDED])}</details>"
        if rows[MOST:]
        else ""
    )
    return (
        f'<h3>{counted(len(rows), "sentence")} from {counted(each["visits"], "visit")}</h3><p class="small">Marked'
        f" words put a sentence under this theme.</p>{''.join(rows[:MOST])}{rest}"
    )


def told_once(found: list[dict]) -> list[tuple[str, list[list[int]], list[dict]]]:
    """Each sentence with its marks and the findings that hold it: a visit's own text often says a finding over
    again.
    """
    told: dict[tuple, tuple] = {}
    for row in found:
        for start, end in row["sentences"]:
            text = row["text"][start:end]
            inside = [[first - start, last - start] for first, last in row["marks"] if start <= first < end]
            told.setdefault((row["home"], row["date"], text.strip()), (text, inside, []))[2].append(row)
    return list(told.values())


def _quote(text: str, marked: list[list[int]], found: list[dict]) -> str:
    row = found[0]
    where = " ".join(
        dict.fromkeys(str(origin.source(each["file"], each["sheet"], [], [each["cell"]])) for each in found)
    )
    return (
        f'<div class="quote">{with_marks(text, marked)}<div class="source"><a'
        f' href="{escape(link(home=row["home"]))}">{escape(row["home"])}</a>, '
        f"{british(date.fromisoformat(row['date']))}<br>{where}</div></div>"
    )


def with_marks(text: str, marked: list[list[int]]) -> str:
    """The text in HTML with those stretches of it marked."""
    told, done = "", 0
    for start, end in sorted(marked):
        if start >= done:
            told, done = told + escape(text[done:start]) + f"<mark>{escape(text[start:end])}</mark>", end
    return (told + escape(text[done:])).strip()


def _actions(found: list[dict], each: dict) -> str:
    under = listed([standard(code).name for code in each["standards"]])
    if not found:
        return (
            f'<h3>Open actions</h3><p class="small">No action under {escape(under)} is open at these homes. Raise one,'
            " or say at the clinic why none is needed.</p>"
        )
    about = sum(row["about"] for row in found)
    said = (
        f"{about} of {len(found):,} speak of this theme"
        if about
        else f"None of {len(found):,} under {escape(under)} speaks of this theme itself"
    )
    rows = list(map(_action, found))
    rest = (
        f"<details><summary>{counted(len(rows) - MOST, 'more action')}</summary><ul"
        f' class="l">{"".join(rows[MOST:FOLDED])}</ul></details>'
        if rows[MOST:]
        else ""
    )
    return (
        f'<h3>Open actions at these homes</h3><p class="small">{said}.</p><ul'
        f' class="l">{"".join(rows[:MOST])}</ul>{rest}'
    )


def _action(row: dict) -> str:
    about = '<span class="chip">this theme</span> ' if row["about"] else ""
    due = (
        f'<span class="bad">Overdue {counted(row["days_overdue"], "day")}</span>'
        if row["days_overdue"]
        else f"Due {british(row['due'])}"
        if row["due"]
        else "No due date"
    )
    return (
        f'<li><div>{about}{escape(row["action"])}<div class="source">{escape(row["home"])} · {escape(row["reference"])}'
        f" · {escape(row['owner'] or 'No owner')} · {due}<br>{origin.row_source(row)}</div></div></li>"
    )
