"""SQL: the month values that come from visits and reviews."""

from qa_data.standards import CODES

MONTH = "date_trunc('month', {})::date"

INDEPENDENT = "Regulation 44 visit"

DUTIES = {"LAM7": (INDEPENDENT, 1), "LAM8": ("Regulation 45 review", 6), "LAM9": ("Regulation 46 location review", 12)}
"""What a home owes: the kind of visit, and the calendar months within which one must fall (regulations 44(1), 45(1)
and 46).
"""


def _count(standard: str, indicator: str, numerator: str, denominator: str) -> str:
    return (
        f"struct_pack(standard := '{standard}', indicator := '{indicator}', "
        f"numerator := ({numerator})::bigint, denominator := ({denominator})::bigint)"
    )


def _verdict(code: str) -> str:
    verdict = f"verdict_{code.lower()}"
    return _count(code, "STD1", f"{verdict} = 'Met'", f"{verdict} in ('Met', 'Partly met', 'Not met')")


COUNTS = (
    _count("QS07", "VWF1", "children_spoken_to", "children_living"),
    _count("QS07", "VWF2", "children_in_private", "children_spoken_to"),
    *map(_verdict, CODES),
)

FROM_VISITS = f"""
select home, count.standard, count.indicator, {MONTH.format("visit_date")} as month,
       sum(count.numerator) as numerator, sum(count.denominator) as denominator
from (select home, visit_date, unnest([{", ".join(COUNTS)}]) as count from {{visits}} where visit_type = '{INDEPENDENT}')
where count.numerator is not null and count.denominator is not null
group by all having sum(count.denominator) > 0
"""

OWED = "values " + ", ".join(
    f"('{indicator}', '{visit_type}', {months})" for indicator, (visit_type, months) in DUTIES.items()
)

# A visit serves the month it falls in and as many after it as the duty allows.
FROM_DUTIES = f"""
with owed(indicator, visit_type, months) as ({OWED}),
served as (
    select distinct home, indicator, ({MONTH.format("visit_date")} + to_months(later))::date as month
    from {{visits}} join owed using (visit_type), unnest(range(months)) as after_it(later)),
due as (
    select home, indicator, months, opened, closed,
           unnest(range({MONTH.format("opened")}::timestamp, $after::timestamp, interval 1 month))::date as month
    from {{homes}}, owed)
select due.home, 'QS13' as standard, due.indicator, due.month, (served.home is not null)::bigint as numerator, 1 as denominator
from due left join served using (home, indicator, month)
where due.opened <= due.month - to_months(due.months - 1) and (due.closed is null or due.closed >= last_day(due.month))
"""
