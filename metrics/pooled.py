"""Each home's figures pooled over the last complete months, and their colours against target and floor."""

from datetime import date

from metrics.indicator import LEGAL, LOWER, Indicator
from metrics.months import month_values
from metrics.registry import INDICATORS
from qa_data.asking import Asking
from qa_data.standards import CODES
from qa_data.store import Store

FEWEST = 5
"""A pooled denominator under this is not rated against a local target; against the law every case is."""


def _declared() -> str:
    """The registry as SQL values: one row an indicator and standard."""
    rows = [_values(each, code) for each in INDICATORS for code in ([each.standard] if each.standard else CODES)]
    return f"(values {', '.join(rows)}) declared(indicator, standard, months, better, basis, target, floor, not_for)"


def _values(each: Indicator, code: str) -> str:
    def number(value) -> str:
        return "null::decimal(9, 4)" if value is None else f"{value}::decimal(9, 4)"
    not_for = f"'{each.not_for}'" if each.not_for else "null::varchar"
    return f"('{each.id}', '{code}', {each.months}, '{each.better}', '{each.basis}', {number(each.target)}, {number(each.floor)}, {not_for})"


RAG = f"""
case when target is null or denominator is null or not counts or denominator < case basis when '{LEGAL}' then 1 else {FEWEST} end then 'grey'
     when sign * 100 * numerator >= sign * target * denominator then 'green'
     when sign * 100 * numerator >= sign * floor * denominator then 'amber' else 'red' end
"""


def pooled(store: Store, asking: Asking, moments: list[date] | None = None) -> str:
    """A query for every indicator of every home that is open at each moment (default: the day asked of): moment, home, standard, indicator,
    months (pooled), basis, numerator, denominator (None without data), months_with_value (of the last 3), counts (false where it is not for
    the home's type of service), rag (grey without target or data, or with too few cases). Takes `$moments`."""
    latest = asking.at(max(moments)) if moments else asking
    values = month_values(store, latest).replace("$as_at", "(select max(moment) from asked)")
    return f"""
    with asked as (select unnest($moments) as moment, date_trunc('month', moment + interval 1 day) as after),
    declared as (select * from {_declared()}),
    summed as (
        select moment, home, standard, indicator, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator,
               count(*) filter (month >= after - interval 3 month) as months_with_value
        from ({values}) told join declared using (standard, indicator)
        join asked on month < after and month >= after - to_months(months)
        group by moment, home, standard, indicator),
    owed as (
        select moment, home, declared.*, not_for is distinct from service_type as counts, case better when '{LOWER}' then -1 else 1 end as sign
        from {{homes}}, asked, declared where opened <= moment and (closed is null or closed >= moment))
    select moment, home, standard, indicator, months, basis, target, floor, numerator, denominator,
           coalesce(months_with_value, 0) as months_with_value, counts, {RAG} as rag
    from owed left join summed using (moment, home, standard, indicator)"""
