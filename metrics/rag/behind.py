"""The rows behind figures: of each indicator those that it declares, in the months asked about."""

from metrics.indicators.indicator import Counting, Indicator
from metrics.indicators.registry import INDICATORS
from metrics.months.counted import of_columns
from qa_data.cursor import Cursor
from qa_data.sql import queries

SQL = queries(__file__)


def _declared(indicator: Indicator, counting: Counting) -> str:
    standard = "standard" if indicator.standard is None else f"'{indicator.standard}' as standard"
    rows = f"select home, {standard}, '{indicator.id}' as indicator, since, until, row_at, named"
    return f"select * from ({rows} from ({counting.rows})) where indicator in (select indicator from wanted)"


# One reading of each sheet serves every indicator that is counted from it.
DECLARED = (
    "create or replace temp table declared_rows as "
    "with actions as materialized (from current.actions), visits as materialized (from current.visits) "
    + " union all ".join(_declared(each, each.counting) for each in INDICATORS if each.counting)
)
"""The rows of the indicators that say themselves which they are."""


def _telling(dataset: str) -> list[dict[str, str]]:
    """In which column of the dataset each of its indicators' cells stand."""
    return [{"indicator": each.id, "named": each.numerator.partition(".")[2]} for each in of_columns(dataset)]


def lay_behind(cursor: Cursor) -> None:
    """Makes the table `behind` (moment, home, standard, indicator, sources) from the table `wanted`, which also says of
    which months (`since`, `after`)."""
    if not cursor.rows("from wanted limit 1"):
        cursor.run(SQL["none"])
        return
    cursor.run(DECLARED)
    cursor.run(SQL["behind"], returns=_telling("returns"), visits=_telling("visits"))
