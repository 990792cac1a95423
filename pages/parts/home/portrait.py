"""A home's name, facts and judgement history."""

from datetime import date

from htpy import Element, Node, Renderable, a, br, dd, details, div, dl, dt, fragment, h1, h2, p, span, summary

from metrics.rag.homes import H7
from pages.parts import marks, sources, tables
from pages.parts.address import link
from pages.parts.opening import RETURN, VISIT, cells_open
from pages.parts.position import counts
from pages.parts.wording import RECORDS, local_day, long_day
from qa_data.judgements import JUDGED, told
from qa_data.standards import standard
from qa_data.wording import british, counted, listed


def heading(home: str, whole: dict, cells: list[dict], spoken: list[dict], day: date) -> Renderable:
    """The home, the day and the headline (`spoken` as `metrics.rag.spoken.spoken_against`); and the home as a whole (as
    in `metrics.rag.status`) and why."""
    return fragment[
        div(".small")[f"Position at {long_day(day)}"],
        h1[f"{home}: {headline(cells, spoken)}"],
        as_a_whole(whole),
    ]


def as_a_whole(whole: dict) -> Element:
    """The rating of the home as a whole, and why."""
    return p(".lede.whole")[
        marks.mark(whole["rag"], label=""),
        marks.led(f"{marks.whole(whole)}:", " ".join(map(_why, whole["reasons"]))),
    ]


def _why(reason: dict) -> str:
    """Of a home that gets worse in many things what is told right below, with since when, is not told here."""
    return "It gets worse in many things at once, as told below." if reason["rule"] == H7.id else reason["text"]


def portrait(facts: dict, cells: list[dict], month: date) -> Renderable:
    """How many standards have which colour, and the facts of the home, each of which opens its row."""
    overdue = facts["actions_overdue"]
    return fragment[
        p(".lede")[
            f"{_colours(cells)}. ",
            a(href=link("actions", home=facts["home"]))[counted(facts["actions_open"], "open action")],
            (", ", span(".bad")[f"{overdue} overdue"]) if overdue else None,
            ".",
        ],
        dl(".facts")[[div[dt[name], dd[fact]] for name, fact in _facts(facts, month).items()]],
    ]


def _colours(cells: list[dict]) -> str:
    return ", ".join(f"{number} {marks.inside(name)}" for name, number in counts(cells).items() if number)


def headline(cells: list[dict], spoken: list[dict]) -> str:
    """Which standard is red, or how many are; else the same of amber; else whether a word stands against any, and what
    is without a rating."""
    for rag in ("red", "amber"):
        if found := [standard(cell["standard"]).name for cell in cells if cell["rag"] == rag]:
            return (
                f"{found[0]} is {marks.RATINGS[rag]}"
                if len(found) == 1
                else f"{len(found)} standards are {marks.RATINGS[rag]}"
            )
    if spoken:
        named = listed([standard(row["standard"]).name for row in spoken])
        return f"no standard is Red or Amber, but what was said against {named} is not answered"
    unrated = sum(cell["rag"] == "grey" for cell in cells)
    if unrated == len(cells):
        return "no standard can be rated"
    return "no standard is Red or Amber" + (f", {unrated} without a rating" if unrated else "")


OWN = {
    "Service type": "service_type",
    "Places": "places",
    "Registered manager": "manager",
    "Responsible individual": "responsible_individual",
    "URN": "urn",
    "Opened": "opened",
}
"""What the home's own row says of it, by its heading here."""


def _facts(facts: dict, month: date) -> dict[str, Node]:
    own = {title: _own(facts, name) for title, name in OWN.items()}
    return own | {"Last independent visit": _visited(facts), f"{month:%B} return": _returned(facts, month)}


def _own(facts: dict, name: str) -> Node:
    fact = british(facts[name]) if isinstance(facts[name], date) else facts[name]
    return cells_open("homes", (name,), "home", facts["home"], "Not given" if fact is None else fact)


def _visited(facts: dict) -> Node:
    day = facts["visited_on"]
    return cells_open("visits", VISIT, "home", facts["home"], british(day), day) if day else "None loaded"


def _returned(facts: dict, month: date) -> Node:
    if not facts["return_in"]:
        return "Not received"
    return cells_open(
        "returns", RETURN, "home", facts["home"], f"Received, loaded {local_day(facts['return_in'])}", month
    )


def judgements_heading(history: list[dict]) -> Renderable:
    """The head of the panel of judgements."""
    return fragment[h2["Ofsted judgements"], p(".small")[_standing(history)]]


def _standing(history: list[dict]) -> str:
    if not history:
        return "No full inspection is loaded."
    last = british(history[-1]["inspection_date"])
    return f"Latest full inspection {last} · 1 is best · circles are Good or better, squares below Good"


def in_words(history: list[dict], judged: str) -> str:
    """A judgement through time, for those who cannot see its chart."""
    return listed([f"{told(each, judged)} on {british(each['inspection_date'])}" for each in history])


HEADS = ("Inspected", tables.head("Overall", JUDGED[0][0]), JUDGED[1][0], JUDGED[2][0], "Known from")


def judgements_table(history: list[dict]) -> Element:
    """The same, folded beneath the chart that it is behind."""
    return details[summary[f"The {counted(len(history), 'inspection')} behind the chart"], inspections(history)]


def inspections(history: list[dict]) -> Element:
    """Every full inspection, newest first, with where it is known from."""
    return tables.scrolled(HEADS, map(_inspection, reversed(history)))


def _inspection(row: dict) -> tuple:
    return (
        tables.cell(british(row["inspection_date"]), class_="nowrap"),
        *(told(row, which) for _, which in JUDGED),
        span[
            listed([RECORDS[name] for name in row["recorded_by"]]),
            br,
            sources.source(row["source"]),
        ],
    )
