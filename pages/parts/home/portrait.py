"""A home's name, facts and judgement history in HTML."""

from datetime import date
from html import escape

from pages.parts import marks, origin
from pages.parts.position import counts
from pages.parts.words import local_day, long_day
from qa_data.standards import standard
from qa_data.words import british, counted, listed

RECORDS = {"council": "Council’s record", "Ofsted": "Ofsted’s published file"}

JUDGED = (
    ("Overall experiences and progress", "overall"),
    ("Helped and protected", "protection"),
    ("Leaders and managers", "leadership"),
)


def portrait(facts: dict, cells: list[dict], day: date, month: date) -> str:
    """The finding in a line, how many standards have which colour, and the facts of the home."""
    colours = counts(cells)
    told = ", ".join(
        f"{number} {marks.RATINGS[rag].lower() if rag == 'grey' else marks.RATINGS[rag]}"
        for rag, number in colours.items()
        if number
    )
    overdue = f', <span class="bad">{facts["actions_overdue"]} overdue</span>' if facts["actions_overdue"] else ""
    return (
        f'<div class="small">Position at {long_day(day)}</div><h1>{escape(facts["home"])}: {finding(cells)}</h1><p'
        f' class="lede">{told}. {counted(facts["actions_open"], "open action")}{overdue}.</p><dl'
        f' class="facts">{_facts(facts, month)}</dl>'
    )


def finding(cells: list[dict]) -> str:
    """Which standard is red, or how many are; else the same of amber."""
    for rag in ("red", "amber"):
        if found := [standard(cell["standard"]).name for cell in cells if cell["rag"] == rag]:
            return (
                f"{found[0]} is {marks.RATINGS[rag]}"
                if len(found) == 1
                else f"{len(found)} standards are {marks.RATINGS[rag]}"
            )
    return "no standard is Red or Amber"


def _facts(facts: dict, month: date) -> str:
    told = {
        "Service type": facts["service_type"],
        "Places": f"{facts['places']}",
        "Registered manager": facts["manager"] or "Not given",
        "Responsible individual": facts["responsible_individual"] or "Not given",
        "URN": facts["urn"] or "Not given",
        "Opened": british(facts["opened"]),
        "Last independent visit": british(facts["visited_on"]) if facts["visited_on"] else "None recorded",
        f"{month:%B} return": (
            f"Received, loaded {local_day(facts['return_in'])}" if facts["return_in"] else "Not received"
        ),
    }
    return "".join(f"<div><dt>{name}</dt><dd>{escape(fact)}</dd></div>" for name, fact in told.items())


def judgements_heading(history: list[dict]) -> str:
    """The head of the panel of judgements."""
    if not history:
        return '<h2>Ofsted judgements</h2><p class="small">No full inspection is known yet.</p>'
    return (
        f'<h2>Ofsted judgements</h2><p class="small">Latest full inspection {british(history[-1]["inspection_date"])} ·'
        " 1 is best · squares are below Good</p>"
    )


def in_words(history: list[dict], judged: str) -> str:
    """A judgement through time, for those who cannot see its chart."""
    return listed([f"{each[judged] or 'not given'} on {british(each['inspection_date'])}" for each in history])


def judgements_table(history: list[dict]) -> str:
    """Every full inspection, newest first, with where it is known from."""
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Inspected", "Overall", "Helped and protected", "Leaders and managers", "Known from")
    )
    return (
        f"<details><summary>The {counted(len(history), 'inspection')} behind the chart</summary><div"
        ' class="scroll"><table class="t main stack">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(map(_inspection, reversed(history)))}</tbody></table></div></details>"
    )


def _inspection(row: dict) -> str:
    judged = "".join(f'<td data-l="{name}">{escape(row[which] or "Not given")}</td>' for name, which in JUDGED)
    known = f"{listed([RECORDS[name] for name in row['recorded_by']])}<br>{_where(row['source'])}"
    return (
        f'<tr><th scope="row" class="nowrap">{british(row["inspection_date"])}</th>{judged}<td data-l="Known'
        f' from"><span>{known}</span></td></tr>'
    )


def _where(source: dict) -> str:
    return origin.source(source["file"], source["sheet"], [source["row"]], [source["cell"]])
