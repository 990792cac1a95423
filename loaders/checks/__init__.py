"""What must hold within a row, between rows and between a row and its home. Each check notes every fault it finds, in
this order: what follows from a fault that an earlier one noted is not named again.
"""

from loaders.checks.blank_returns import blank_returns
from loaders.checks.colours import colours
from loaders.checks.delimiters import delimiters
from loaders.checks.judgements import judgements
from loaders.checks.marked import marked
from loaders.checks.merged import merged
from loaders.checks.named import named
from loaders.checks.order import future_dates, future_months, order
from loaders.checks.parts import parts
from loaders.checks.required import required
from loaders.checks.several import several
from loaders.checks.sheet_names import sheet_names
from loaders.checks.swapped import swapped
from loaders.checks.totals import totals

CHECKS = (
    delimiters,
    merged,
    required,
    sheet_names,
    future_dates,
    future_months,
    order,
    parts,
    judgements,
    totals,
    blank_returns,
    named,
    swapped,
    several,
    colours,
    marked,
)

__all__ = ["CHECKS"]
