"""A home's name, facts and judgement history."""

from datetime import date

from htpy import Element, Renderable, br, dd, details, div, dl, dt, fragment, h1, h2, p, span, summary

from pages.parts import marks, sources, tables
from pages.parts.position import counts
from pages.parts.wording import local_day, long_day
from qa_data.standards import standard
from qa_data.wording import british, counted, listed

RECORDS = {"council": "Council’s record", "Ofsted": "Ofsted’s published file"}

JUDGED = (
    ("Overall experiences and progress", "overall"),
    ("Helped and protected", "protection"),
    ("Leaders and managers", "leadership"),
)


def portrait(facts: dict, cells: list[dict], spoken: list[dict], day: date, month: date) -> Renderable:
    """The headline, how many standards have which colour, and the facts of the home; `spoken` as
    `metrics.rag.spoken.spoken_against`."""
    overdue = facts["actions_overdue"]
    return fragment[
        div(".small")[f"Position at {long_day(day)}"],
        h1[f"{facts['home']}: {headline(cells, spoken)}"],
        p(".lede")[
            f"{_colours(cells)}. {counted(facts['actions_open'], 'open action')}",
            (", ", span(".bad")[f"{overdue} overdue"]) if overdue else None,
            ".",
        ],
        dl(".facts")[[div[dt[name], dd[fact]] for name, fact in _facts(facts, month).items()]],
    ]


def _colours(cells: list[dict]) -> str:
    return ", ".join(
        f"{number} {marks.RATINGS[rag].lower() if rag == 'grey' else marks.RATINGS[rag]}"
        for rag, number in counts(cells).items()
        if number
    )


def headline(cells: list[dict], spoken: list[dict]) -> str:
    """Which standard is red, or how many are; else the same of amber; else whether a word stands against any."""
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
    return "no standard is Red or Amber"


def _facts(facts: dict, month: date) -> dict[str, str]:
    return {
        "Service type": facts["service_type"],
        "Places": f"{facts['places']}",
        "Registered manager": facts["manager"] or "Not given",
        "Responsible individual": facts["responsible_individual"] or "Not given",
        "URN": facts["urn"] or "Not given",
        "Opened": british(facts["opened"]),
        "Last independent visit": british(facts["visited_on"]) if facts["visited_on"] else "None loaded",
        f"{month:%B} return": (
            f"Received, loaded {local_day(facts['return_in'])}" if facts["return_in"] else "Not received"
        ),
    }


def judgements_heading(history: list[dict]) -> Renderable:
    """The head of the panel of judgements."""
    return fragment[h2["Ofsted judgements"], p(".small")[_standing(history)]]


def _standing(history: list[dict]) -> str:
    if not history:
        return "No full inspection is loaded."
    last = british(history[-1]["inspection_date"])
    return f"Latest full inspection {last} · 1 is best · squares are below Good"


def in_words(history: list[dict], judged: str) -> str:
    """A judgement through time, for those who cannot see its chart."""
    return listed([f"{each[judged] or 'not given'} on {british(each['inspection_date'])}" for each in history])


HEADS = ("Inspected", tables.head("Overall", JUDGED[0][0]), JUDGED[1][0], JUDGED[2][0], "Known from")


def judgements_table(history: list[dict]) -> Element:
    """Every full inspection, newest first, with where it is known from."""
    return details[
        summary[f"The {counted(len(history), 'inspection')} behind the chart"],
        tables.scrolled(HEADS, map(_inspection, reversed(history))),
    ]


def _inspection(row: dict) -> tuple:
    return (
        tables.cell(british(row["inspection_date"]), class_="nowrap"),
        *(row[which] or "Not given" for _, which in JUDGED),
        span[
            listed([RECORDS[name] for name in row["recorded_by"]]),
            br,
            sources.source(row["source"]),
        ],
    )
