"""Figures of all homes together as they may be shown to the public."""

from metrics.homes.service import MONTHS, ServiceFigure
from metrics.indicators.indicator import Indicator
from metrics.suppression import FEWEST_HOMES, SMALLEST_SHOWN, rounded, share_shown, suppressed
from qa_data.wording import in_words, percent

NOT_SHOWN = "not shown"

NIGHTS = "returns.child_nights"


def shown(known: Indicator, row: ServiceFigure) -> tuple[str, str]:
    """The share, and of about how many; of what is counted for child-nights the count alone, and what it was before: a
    rate beside its count would give the nights away. As they may be shown."""
    if row["homes"] < FEWEST_HOMES:
        return NOT_SHOWN, f"fewer than {FEWEST_HOMES} homes"
    if known.kind != "proportion":
        (count,), _ = suppressed([row["numerator"]])
        if count is None:
            return NOT_SHOWN, f"fewer than {SMALLEST_SHOWN}"
        return f"{_about(count)} in {in_words(MONTHS)} months", _before(row)
    part, whole = share_shown(min(row["numerator"], row["denominator"]), row["denominator"])
    if part is None or whole is None:
        return NOT_SHOWN, f"fewer than {SMALLEST_SHOWN}, or all but fewer than {SMALLEST_SHOWN}"
    return percent(part, whole), "" if NIGHTS in (known.numerator, known.denominator) else f"{rounded(whole):,}"


def _before(row: ServiceFigure) -> str:
    """The count of as many months before."""
    when = f"in the {in_words(MONTHS)} before"
    if row["before"] is None:
        return f"not known {when}"
    if row["homes_before"] < FEWEST_HOMES:
        return f"{NOT_SHOWN} {when}: fewer than {FEWEST_HOMES} homes"
    (count,), _ = suppressed([row["before"]])
    return f"fewer than {SMALLEST_SHOWN} {when}" if count is None else f"{_about(count)} {when}"


def _about(count: int) -> str:
    return f"about {rounded(count):,}" if count else "none"
