"""The pack for scrutiny: the council's homes taken together, with small numbers hidden, and a page that says so."""

from datetime import date

from metrics.homes.service import MONTHS, service_figures
from metrics.indicators.indicator import Indicator
from metrics.indicators.registry import indicator, titled
from metrics.suppression import FEWEST_HOMES, SMALLEST_SHOWN, rounded, share_shown, suppressed
from metrics.together import judged_together, ratings_together, required_together
from pages.packs.content import standing
from pages.packs.pack import BESIDE, STACKED, Bullets, Pack, Paragraph, Section, Table
from pages.parts import ask, marks
from pages.parts.inspections.judged import JUDGED
from qa_data.judgements import GRADES
from qa_data.standards import STANDARDS, standard
from qa_data.wording import percent

HIDDEN = f"fewer than {SMALLEST_SHOWN}, or all but fewer than {SMALLEST_SHOWN}"

RULES = (
    (
        f"Counts of children, of staff and of what happened are of all homes together, over {MONTHS} months; no home’s"
        " are shown."
    ),
    (
        f"A count of 1 to {SMALLEST_SHOWN - 1} is not shown, nor one that leaves 1 to {SMALLEST_SHOWN - 1} of its"
        " whole, because somebody might know the child; percentages of them are not shown either (primary"
        " suppression)."
    ),
    "Where a total would give a hidden count away, another count or the total is hidden too (secondary suppression).",
    (
        "Counts are rounded to the nearest 5, and child-nights are not shown, so that one row taken from another gives"
        " no home’s number away; percentages and rates are worked out before."
    ),
    f"What fewer than {FEWEST_HOMES} homes add up to is not shown at all.",
    (
        "Ratings, judgements and Ofsted’s requirements still to be met are counts of homes, standards and published"
        " requirements, not of children, and are shown in full."
    ),
)


def scrutiny(day: date, home: str | None = None) -> Pack:
    """Service-wide only: ratings, judgements and requirements counted, pooled figures, and what is not shown and
    why.
    """
    sections = (
        Section("How the homes stand", (_ratings(), _judged(), Paragraph(_requirements()))),
        Section("Figures of all homes together", (_figures(),)),
        Section("What is not shown, and why", (Bullets(RULES),)),
    )
    return Pack("Children’s homes: report to scrutiny", standing(day), sections)


def _ratings() -> Table:
    counts = ask.answer(ratings_together)
    return Table(
        "Ratings",
        ("Standard", *marks.RATINGS.values()),
        tuple((each.name, *(counts[each.code][rag] for rag in marks.RATINGS)) for each in STANDARDS),
        STACKED,
    )


def _judged() -> Table:
    latest = ask.answer(judged_together)
    told = latest["judged"]
    rows = [(grade, *(told[which][grade] for _, which in JUDGED)) for grade in GRADES]
    return Table(
        "Latest judgements",
        ("Homes", *(title for title, _ in JUDGED)),
        (
            *rows,
            (
                "No judgement loaded",
                *(latest["homes"] - sum(told[which][grade] for grade in GRADES) for _, which in JUDGED),
            ),
        ),
        BESIDE,
    )


def _requirements() -> str:
    return still_to_meet(**ask.answer(required_together))


def still_to_meet(live: int, late: int) -> str:
    """How many of Ofsted's requirements the homes have yet to meet, and how many of these are past their dates."""
    if not live:
        return "No requirement of Ofsted’s is known to be unmet."
    if live == 1:
        return f"The homes have 1 requirement of Ofsted’s still to meet, {'' if late else 'not '}past its date."
    past = (
        f"{late:,} of them past {'its date' if late == 1 else 'their dates'}" if late else "none of them past its date"
    )
    return f"The homes have {live:,} requirements of Ofsted’s still to meet, {past}."


def _figures() -> Table:
    rows = tuple(
        (standard(row["standard"]).name, titled(known.id, row["standard"]), _when(known), *_shown(known, row))
        for row in ask.answer(service_figures)
        if (known := indicator(row["indicator"]))
    )
    return Table("Figures", ("Standard", "Indicator", "When", "Count", "Of", "Share or rate"), rows)


def _when(known: Indicator) -> str:
    return "latest month’s end" if known.is_stock else f"{MONTHS} months"


def _shown(known: Indicator, row: dict) -> tuple[str, str, str]:
    """Count, whole, and share, as they may be shown."""
    if row["homes"] < FEWEST_HOMES:
        return "not shown", "not shown", f"fewer than {FEWEST_HOMES} homes"
    if known.kind != "proportion":
        (count,), _ = suppressed([row["numerator"]])
        return (
            (f"fewer than {SMALLEST_SHOWN}", "child-nights", "not shown")
            if count is None
            else (
                f"{rounded(count):,}",
                "child-nights",
                f"{known.of * count / row['denominator']:.1f} per {known.of} nights",
            )
        )
    part, whole = share_shown(min(row["numerator"], row["denominator"]), row["denominator"])
    if part is None or whole is None:
        return (
            HIDDEN if part is None else f"{rounded(part):,}",
            "not shown" if whole is None else f"{rounded(whole):,}",
            "not shown",
        )
    return f"{rounded(part):,}", f"{rounded(whole):,}", percent(part, whole)
