"""SQL: the month values that a home gives in its monthly return."""

from metrics.indicators.indicator import Indicator
from metrics.indicators.registry import INDICATORS

IN_WORDS = {"places x nights in month": "places * day(last_day(month))"}
"""What stands in a declaration in words, as SQL."""


def _columns(words: str) -> str:
    return IN_WORDS.get(words, words.replace("returns.", ""))


def _count(indicator: Indicator) -> str:
    return (
        f"struct_pack(standard := '{indicator.standard}', indicator := '{indicator.id}', "
        f"numerator := {_columns(indicator.numerator)}, denominator := {_columns(indicator.denominator)})"
    )


# A blank on either side makes the comparison null, and the row goes: a blank is no data.
FROM_RETURNS = f"""
select home, count.standard, count.indicator, month, count.numerator, count.denominator
from (select home, month, unnest([{", ".join(_count(each) for each in INDICATORS if each.in_return)}]) as count
      from {{returns}} told left join (select home, places from {{homes}}) homes using (home))
where count.denominator > 0 and count.numerator is not null
"""
