"""Numerators and denominators by home, standard, indicator and month, in SQL, for all homes and months at once.

`calendar` is a table of the months asked for (first days). A blank is no data and a denominator of 0 gives no row. What holds at a
month's end is settled by the dates of that month, so these figures do not change with the day that is asked of.
"""

from metrics.registry import INDICATORS
from qa_data.standards import CODES

CALENDAR = """
select unnest(generate_series(
    (select date_trunc('month', least(min(opened), (select min(raised) from {actions}))) from {homes}), $horizon, interval 1 month))::date as month
"""

SPECIAL = {"returns.restraints - returns.restraints_exempt": "restraints - restraints_exempt", "child_nights": "child_nights",
           "places x nights in month": "places * day(last_day(month))"}
"""Denominators that are more than a column of the return."""


def _figure(indicator: str, standard: str, numerator: str, denominator: str) -> str:
    return (f"struct_pack(standard := '{standard}', indicator := '{indicator}', numerator := ({numerator})::bigint, "
            f"denominator := ({denominator})::bigint)")


def _from_returns() -> str:
    figures = [_figure(each.id, each.standard, each.numerator.removeprefix("returns."),
                       SPECIAL.get(each.denominator) or each.denominator.removeprefix("returns."))
               for each in INDICATORS if each.numerator.startswith("returns.")]
    return f"""
    select home, month, unnest([{', '.join(figures)}]) as figure
    from {{returns}} left join (select home, places from {{homes}}) using (home)"""


def _from_visits() -> str:
    both = "children_living is not null and children_spoken_to is not null"
    private = "children_spoken_to is not null and children_in_private is not null"
    figures = [_figure("VWF1", "QS07", f"sum(children_spoken_to) filter ({both})", f"sum(children_living) filter ({both})"),
               _figure("VWF2", "QS07", f"sum(children_in_private) filter ({private})", f"sum(children_spoken_to) filter ({private})")]
    figures += [_figure("STD1", code, f"count(*) filter (verdict_{code.lower()} = 'Met')",
                        f"count(*) filter (verdict_{code.lower()} in ('Met', 'Partly met', 'Not met'))") for code in CODES]
    return f"""
    select home, month, unnest(figures) as figure from (
        select home, date_trunc('month', visit_date)::date as month, [{', '.join(figures)}] as figures
        from {{visits}} where visit_type = 'Regulation 44 visit' group by home, month)"""


def _duty(id: str, visit_type: str, months: int) -> str:
    """1 for a visit of the type in the calendar months to month end, out of 1 once the home was open throughout them."""
    # Each visit counts for the month it fell in and those after it, so nothing is compared with every visit.
    figure = _figure(id, "QS13", "(fell is not null)::int", "1")
    return f"""
    select due.home, due.month, {figure} as figure
    from (select home, month from calendar join {{homes}} on opened <= month - interval {months - 1} month
          and (closed is null or closed >= last_day(month))) due
    left join (select distinct home, (date_trunc('month', visit_date) + to_months(ahead))::date as fell
               from {{visits}}, (select unnest(range({months})) as ahead) where visit_type = '{visit_type}') held
    on held.home = due.home and held.fell = due.month"""


REQUIREMENTS = f"""
select home, date_trunc('month', due)::date as month,
       {_figure("LAM10", "QS13", "count(*) filter (completed <= due)", "count(*)")} as figure
from {{actions}} where source = 'Ofsted requirement' and status <> 'Cancelled' and due is not null group by home, month
"""

UNDERTAKEN = """
select home, unnest(standards) as standard, raised, due, completed from {actions}
where coalesce(decision, 'Accepted') = 'Accepted' and status <> 'Cancelled'
"""

ON_TIME = """
select home, standard, 'STD3' as indicator, date_trunc('month', due)::date as month,
       count(*) filter (completed <= due) as numerator, count(*) as denominator
from undertaken where due is not null group by home, standard, month
"""

LIVE = """
select home, standard, 'STD2' as indicator, month, sum(overdue) over so_far as numerator, sum(live) over so_far as denominator
from (
    select home, standard, month, sum(live) as live, sum(overdue) as overdue from (
        select home, standard, date_trunc('month', raised)::date as month, 1 as live, 0 as overdue from undertaken
        union all
        select home, standard, date_trunc('month', completed)::date, -1, 0 from undertaken where completed is not null
        union all
        select home, standard, date_trunc('month', greatest(due, raised))::date, 0, 1 from undertaken where due is not null
        union all
        select home, standard, date_trunc('month', greatest(due, completed))::date, 0, -1 from undertaken
        where due is not null and completed is not null
        union all
        select home, standard, month, 0, 0 from calendar, (select distinct home, standard from undertaken)
    ) changes group by home, standard, month) by_month
window so_far as (partition by home, standard order by month)
"""
"""Running sums of what became live or overdue in a month and what ceased to be: an action is live from the month it was raised to the one
before it was completed, and overdue from the month it was due, if it was still live at that month's end."""

MONTH_VALUES = f"""
with told as (
    {_from_returns()}
    union all {_from_visits()}
    union all {_duty("LAM7", "Regulation 44 visit", 1)}
    union all {_duty("LAM8", "Regulation 45 review", 6)}
    union all {_duty("LAM9", "Regulation 46 location review", 12)}
    union all {REQUIREMENTS}),
undertaken as materialized ({UNDERTAKEN}),
every as (
    select home, figure.standard as standard, figure.indicator as indicator, month, figure.numerator as numerator, figure.denominator as denominator from told
    union all {ON_TIME}
    union all {LIVE})
select home, standard, indicator, month, numerator::bigint as numerator, denominator::bigint as denominator
from every where numerator is not null and denominator > 0 and month <= $horizon
"""
