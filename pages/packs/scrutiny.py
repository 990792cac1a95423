"""The pack for scrutiny: the council's homes taken together, in two pages of prose and one of tables, with small
numbers hidden and a section that says so.
"""

from datetime import date

from metrics.homes.service import MONTHS, ServiceFigure, service_figures
from metrics.indicators.indicator import LEGAL, Indicator
from metrics.indicators.registry import indicator, titled
from metrics.suppression import SMALLEST_SHOWN
from metrics.together import judged_together, ratings_together
from pages.packs import scrutiny_said as said
from pages.packs.content import standing
from pages.packs.pack import BESIDE, STACKED, Bullets, Pack, Paragraph, Section, Table
from pages.packs.together import shown
from pages.parts import ask, marks
from qa_data.judgements import COLUMNS, GRADES, JUDGED
from qa_data.standards import STANDARDS, standard

RULES = (
    (
        f"Shares and counts are of all homes together, over {MONTHS} months or of the latest month’s end; no home’s are"
        " shown, and none that fewer than three homes add up to."
    ),
    (
        f"A count of 1 to {SMALLEST_SHOWN - 1} is not shown, nor one that leaves 1 to {SMALLEST_SHOWN - 1} of its"
        " whole, because somebody might know the child; a share of them is not shown either."
    ),
    (
        "Counts are rounded to the nearest 5 and shares to a whole per cent, and what happens to children stands as a"
        " count beside that of the months before, never as a rate, so that nothing taken from another gives a home’s"
        " number away."
    ),
    (
        "Ratings, judgements, actions, files that are owed and Ofsted’s requirements are counts of homes, standards and"
        " work, not of children, and are shown in full."
    ),
)


def scrutiny(day: date, home: str | None = None) -> Pack:
    """Service-wide only. What the law sets stands in the tables; the workbook has every figure."""
    figures = [row for row in ask.answer(service_figures) if indicator(row["indicator"])]
    sections = (
        *(Section(heading, (Paragraph(" ".join(texts)),)) for heading, texts in said.paragraphs(day, figures)),
        Section("What is not shown, and why", (Bullets(RULES),)),
        Section("The figures behind it", (_ratings(), _judged(), _table("Set by law", figures, _is_legal)), True),
    )
    every = _table("Figures", figures, lambda known: True)
    return Pack("Children’s homes: report to scrutiny", standing(day), sections, (every,))


def _ratings() -> Table:
    counts = ask.answer(ratings_together)
    return Table(
        "Ratings",
        ("Standard", *marks.RATINGS.values()),
        tuple((each.name, *(counts[each.code][rag] for rag in marks.RATINGS)) for each in STANDARDS),
        STACKED,
    )


NOT_GIVEN = "Not given by Ofsted’s scheme"


def _judged() -> Table:
    latest = ask.answer(judged_together)
    told = latest["judged"]
    rows = [(grade, *(told[which][grade] for _, which in JUDGED)) for grade in GRADES]
    absent = [latest["not_given"][which] for which in COLUMNS]
    known = [sum(told[which][grade] for grade in GRADES) for which in COLUMNS]
    none = (latest["homes"] - some - without for some, without in zip(known, absent, strict=True))
    return Table(
        "Latest judgements",
        ("Homes", *(title for title, _ in JUDGED)),
        (*rows, *([(NOT_GIVEN, *absent)] if any(absent) else ()), ("No judgement loaded", *none)),
        BESIDE,
    )


def _is_legal(known: Indicator) -> bool:
    return known.basis == LEGAL


def _table(title: str, figures: list[ServiceFigure], wanted) -> Table:
    rows = tuple(
        (standard(row["standard"]).name, titled(known.id, row["standard"]), _when(known), *shown(known, row))
        for row in figures
        if wanted(known := indicator(row["indicator"]))
    )
    return Table(title, ("Standard", "Indicator", "When", "Share or count", "Of about, or before"), rows)


def _when(known: Indicator) -> str:
    return "latest month’s end" if known.is_stock else f"{MONTHS} months"
