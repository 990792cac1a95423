"""Figures of all homes together as they may be shown to the public."""

from metrics.homes.service import ServiceFigure
from metrics.indicators.indicator import Indicator
from metrics.suppression import FEWEST_HOMES, SMALLEST_SHOWN, rounded, share_shown, suppressed
from qa_data.wording import percent

NOT_SHOWN = "not shown"

NIGHTS = "returns.child_nights"


def shown(known: Indicator, row: ServiceFigure) -> tuple[str, str]:
    """The share or rate, and of about how many, as they may be shown."""
    if row["homes"] < FEWEST_HOMES:
        return NOT_SHOWN, f"fewer than {FEWEST_HOMES} homes"
    if known.kind != "proportion":
        (count,), _ = suppressed([row["numerator"]])
        if count is None:
            return NOT_SHOWN, f"fewer than {SMALLEST_SHOWN}"
        return f"{known.of * count / row['denominator']:.1f} {known.unit}", f"{rounded(count):,} in all"
    part, whole = share_shown(min(row["numerator"], row["denominator"]), row["denominator"])
    if part is None or whole is None:
        return NOT_SHOWN, f"fewer than {SMALLEST_SHOWN}, or all but fewer than {SMALLEST_SHOWN}"
    return percent(part, whole), "" if NIGHTS in (known.numerator, known.denominator) else f"{rounded(whole):,}"
