"""SQL: every indicator's month values, counted from the rows themselves as the indicators declare it."""

from collections.abc import Callable, Iterable

from metrics.indicators.indicator import Counting, Indicator
from metrics.indicators.registry import INDICATORS

IN_WORDS = {"places x nights in month": "places * day(last_day(month))"}
"""What stands in a declaration in words, as SQL."""


def _columns(words: str) -> str:
    return IN_WORDS.get(words, words.replace("returns.", "").replace("visits.", ""))


def _pairs(indicators: Iterable[Indicator]) -> str:
    """The counts of a row of the dataset, an indicator each."""
    return ", ".join(
        f"struct_pack(standard := '{each.standard}', indicator := '{each.id}', "
        f"numerator := ({_columns(each.numerator)})::bigint, denominator := ({_columns(each.denominator)})::bigint)"
        for each in indicators
    )


def of_columns(dataset: str) -> list[Indicator]:
    """The indicators that two columns of the dataset give."""
    return [each for each in INDICATORS if each.dataset == dataset and each.counting is None]


def of_row(dataset: str, part: str) -> str:
    """SQL: the numerator or the denominator, whichever `part` names, that a row of the dataset gives `indicator`."""
    return _by_indicator(dataset, lambda each: f"({_columns(getattr(each, part))})::bigint")


def column_of_row(dataset: str) -> str:
    """SQL: the column in whose cell a row of the dataset tells of `indicator`; null where it does not."""
    return _by_indicator(dataset, lambda each: f"'{_columns(each.numerator)}'")


def _by_indicator(dataset: str, told: Callable[[Indicator], str]) -> str:
    cases = " ".join(f"when '{each.id}' then {told(each)}" for each in of_columns(dataset))
    return f"case indicator {cases} end"


# A blank on either side makes the comparison null, and the row goes: a blank is no data.
FROM_RETURNS = f"""
select home, count.standard, count.indicator, month, count.numerator, count.denominator
from (select home, month, unnest([{_pairs(of_columns("returns"))}]) as count
      from returns left join (select home, places from homes) homes using (home))
where count.denominator > 0 and count.numerator is not null
"""

FROM_VISITS = f"""
select home, count.standard, count.indicator, month_of(visit_date) as month,
       sum(count.numerator) as numerator, sum(count.denominator) as denominator
from (select home, visit_date, unnest([{_pairs(of_columns("visits"))}]) as count from independent_visits)
where count.numerator is not null and count.denominator is not null
group by all having sum(count.denominator) > 0
"""


def _counted(indicator: Indicator, counting: Counting) -> str:
    standard = "standard" if indicator.standard is None else f"'{indicator.standard}' as standard"
    return (
        f"select home, {standard}, '{indicator.id}' as indicator, month, numerator, denominator"
        f" from ({counting.months})"
    )


COUNTED = " union all by name ".join(
    f"({query})"
    for query in (FROM_RETURNS, FROM_VISITS, *(_counted(each, each.counting) for each in INDICATORS if each.counting))
)
"""home, standard, indicator, month, numerator and denominator, of the months before `$after` and maybe later ones."""
