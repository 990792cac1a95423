"""What is shown and rated: month values pooled over the last complete months, sums over sums."""

from datetime import date

from metrics.indicators.indicator import LOWER, Indicator
from metrics.indicators.registry import INDICATORS, standards_of
from metrics.months.values import first_incomplete, month_values
from qa_data.scope import Scope
from qa_data.store import Store

RECENT = 3
"""A standard's data are recent when they have a value in so many complete months."""

LONGEST = max(each.months for each in INDICATORS)


def _number(value) -> str:
    return "null" if value is None else f"{value}::decimal(9, 3)"


def _setting(indicator: Indicator, standard: str) -> str:
    sign = -1 if indicator.better == LOWER else 1
    return (
        f"('{standard}', '{indicator.id}', '{indicator.basis}', {indicator.months}, {indicator.of}, {sign}, "
        f"{_number(indicator.target)}, {_number(indicator.floor)}, {indicator.fewest}, '{indicator.not_for}')"
    )


DECLARED = "values " + ", ".join(_setting(each, standard) for each in INDICATORS for standard in standards_of(each))

# Decimals, not floats: 57 of 60 is exactly 95 %.
POOLED = f"""
with moments(moment, after) as ({{moments}}),
declared(standard, indicator, basis, months, of_number, sign, default_target, default_floor, fewest, not_for) as ({DECLARED}),
set_values as (select setting, value::decimal(9, 3) as value from {{{{settings}}}}),
as_set as (
    select declared.*, coalesce(set_target.value, default_target) as target, coalesce(set_floor.value, default_floor) as floor
    from declared left join set_values set_target on set_target.setting = indicator || '.target'
                  left join set_values set_floor on set_floor.setting = indicator || '.floor'),
sums as (
    select moment, home, standard, indicator, sum(numerator)::bigint as numerator, sum(denominator)::bigint as denominator,
           count(*) filter (month >= after - to_months({RECENT})) as months_with_value
    from ({{months}}) counted join as_set using (standard, indicator)
         join moments on month < after and month >= after - to_months(months)
    group by all)
select moment, home, standard, indicator, basis, months, numerator, denominator, not_for <> service_type as counts,
       coalesce(months_with_value, 0) as months_with_value, target::double as target, floor::double as floor,
       case when not counts or target is null or denominator is null or denominator < fewest then 'grey'
            when sign * (of_number * numerator - target * denominator) >= 0 then 'green'
            when sign * (of_number * numerator - floor * denominator) >= 0 then 'amber'
            else 'red' end as rag
from (select home, service_type from {{{{homes}}}}) cross join moments cross join as_set
     left join sums using (moment, home, standard, indicator)
"""


def pooled(store: Store, scope: Scope, moments: list[date]) -> str:
    """A query for each home, standard and indicator as at each of the days (none later than `scope.as_at`): moment,
    home, standard, indicator, basis, months (how many are pooled), numerator and denominator (null without data),
    counts (false where the home's service type is excepted), months_with_value (of the last 3), target and floor (as
    the council has set them) and rag. Run it as any other query of the store.
    """
    days = ", ".join(f"(date '{day}', date '{first_incomplete(day)}')" for day in moments)
    earliest = f"date '{first_incomplete(min(moments))}' - to_months({LONGEST})"
    months = f"select * from ({month_values(store, scope)}) where month >= {earliest}"
    return POOLED.format(moments=f"values {days}", months=months)
