"""Independent visits and the visitor's contract, over the last 12 months: what the law asks for, and how good the
visits are.
"""

from metrics.found import place
from metrics.months.from_visits import INDEPENDENT
from qa_data.scope import Scope
from qa_data.standards import CODES
from qa_data.store import Store

GROUPS = {
    "children": "children_spoken_to",
    "private": "children_in_private",
    "families": "families_contacted",
    "professionals": "professionals_contacted",
    "staff": "staff_spoken_to",
}
"""Whom a visit may reach, and the column that counts them."""

RUN = 3
"""From so many visits on end that reached nobody of a group it is said."""

MISSED_DAYS = 60
"""What Ofsted finds within so many days of a visit, the visit could have found."""

BELOW_MET = " or ".join(f"verdict_{code.lower()} in ('Partly met', 'Not met')" for code in CODES)

YEAR = f"""
select *, coalesce(trim(concerns), '') = '' and not coalesce({BELOW_MET}, false)
          and (home, visit_date) not in (select home, found_on from findings where source = '{INDEPENDENT}' and kind = 'Concern') as nothing
from visits where visit_type = '{INDEPENDENT}' and visit_date <= as_at() and visit_date > as_at() - interval 12 month
"""

SUMS = f"""
select {{{{who}}}} as who, count(*) as visits, count(distinct home) as homes, count(report_received) as received,
       count(*) filter (report_received <= visit_date + $days) as on_time, count(report_sent_to_ofsted) as sent,
       count(*) filter (report_quality = 'Clear') as clear, count(report_quality) as judged, count(*) filter (nothing) as nothing,
       sum(children_living) filter (children_spoken_to is not null) as living, sum(children_spoken_to) filter (children_living is not null) as spoken,
       sum(children_spoken_to) filter (children_in_private is not null) as spoken_known, sum(children_in_private) filter (children_spoken_to is not null) as private,
       {", ".join(f"sum({GROUPS[name]}) as {name}_sum, count(*) filter ({GROUPS[name]} = 0) as {name}_none, count({GROUPS[name]}) as {name}_known" for name in ("families", "professionals", "staff"))},
       {", ".join(f"count(*) filter (coalesce({name}, 'Not stated') = 'Not stated') as {name}_unstated, arg_max(coalesce({name}, 'Not stated'), visit_date) as {name}_latest" for name in ("safeguarded", "wellbeing_promoted"))}
from ({YEAR}) group by 1 order by 1
"""

RUNS = f"""
with told as (unpivot (select home, visit_date, {", ".join(f"{column} as {name}" for name, column in GROUPS.items())} from ({YEAR})) on {", ".join(GROUPS)} into name reached value number)
select home, reached, count(*) as visits, min(visit_date) as since
from told join (select home, reached, max(visit_date) filter (number > 0) as last from told group by home, reached) using (home, reached)
where last is null or visit_date > last group by home, reached having count(*) >= {RUN} order by visits desc, home
"""

MONTHS = f"""
select home, month, opened <= month as owed, list(visit_date order by visit_date) filter (visit_date is not null) as days
from open_homes cross join (select (date_trunc('month', as_at()) - to_months(back))::date as month from unnest(range(12)) as backs(back)) months
left join (select home, visit_date, date_trunc('month', visit_date)::date as month from visits where visit_type = '{INDEPENDENT}' and visit_date <= as_at()) made using (home, month)
group by home, month, opened order by home, month
"""

GAPS = f"""
select home, max(date_diff('day', visit_date, coalesce(following, as_at()))) as longest, max(visit_date) as last
from (select home, visit_date, lead(visit_date) over (partition by home order by visit_date) as following
      from visits where visit_type = '{INDEPENDENT}' and visit_date <= as_at()) where coalesce(following, as_at()) > as_at() - interval 12 month group by home
"""

LOOKED = f"""
select home, list(distinct upper(replace(name, 'verdict_', ''))) as looked_at
from (unpivot (select * from visits where visit_type = '{INDEPENDENT}' and visit_date <= as_at() and visit_date > as_at() - interval 3 month)
      on {", ".join(f"verdict_{code.lower()}" for code in CODES)} into name name value verdict) where verdict <> 'Not looked at' group by home
"""

OFSTED_FOUND = f"""
select home, found_on as day, unnest(standards) as standard, finding as text, {place("finding")} from findings
where source = 'Ofsted' and kind = 'Concern' and found_on <= as_at() and found_on > as_at() - interval 12 month
union all
select home, source_date, unnest(standards), action, {place("action")} from actions
where source = 'Ofsted requirement' and status <> 'Cancelled' and source_date <= as_at() and source_date > as_at() - interval 12 month
"""

VERDICTS = f"""
select home, visit_date, visitor, said.standard, said.verdict
from (select home, visit_date, visitor, unnest([{", ".join(f"struct_pack(standard := '{code}', verdict := coalesce(verdict_{code.lower()}, 'Not looked at'))" for code in CODES)}]) as said
      from visits where visit_type = '{INDEPENDENT}')
"""
"""A row a visit and standard."""

UNSEEN = f"""
select found.home, day, found.standard, text, visit_date, visitor, verdict, file, sheet, sheet_row, cell
from ({OFSTED_FOUND}) found asof join ({VERDICTS}) visited on found.home = visited.home and found.standard = visited.standard and visited.visit_date < found.day
where date_diff('day', visit_date, day) <= {MISSED_DAYS} and verdict in ('Met', 'Not looked at')
  and (found.home, visit_date, found.standard) not in (select home, found_on, unnest(standards) from findings where source = '{INDEPENDENT}' and kind = 'Concern')
order by day desc, found.home, found.standard limit 100
"""


def visit_sums(store: Store, scope: Scope, who: str, report_days: int) -> list[dict]:
    """Counts of the visits of 12 months, a row a home or a visitor (`who`): visits, homes, reports received, on_time
    (within `report_days` of the visit), sent (to Ofsted), clear of judged, nothing (visits that found nothing to
    improve), spoken of living, private of spoken_known, sums of families, professionals and staff with how many
    visits reached none of those that say, and both opinions of regulation 44(4): how many do not state it, and the
    latest.
    """
    return store.rows(
        scope,
        SUMS.replace("{{who}}", {"home": "home", "visitor": "coalesce(visitor, 'No visitor named')"}[who]),
        days=report_days,
    )


def visit_months(store: Store, scope: Scope) -> list[dict]:
    """The 12 calendar months to the day asked of, of every open home, oldest first: home, month, owed (the home was
    open from its first day), days (of visits; None without one).
    """
    return store.rows(scope, MONTHS)


def visit_gaps(store: Store, scope: Scope) -> dict[str, dict]:
    """By home: the longest time between two visits that reached into the last 12 months, in days, to the day asked
    of where none followed; and the last visit.
    """
    return {row["home"]: row for row in store.rows(scope, GAPS)}


def looked_at(store: Store, scope: Scope) -> dict[str, list[str]]:
    """By home: the standards on which a visit of the last 3 months has a verdict."""
    return {row["home"]: row["looked_at"] for row in store.rows(scope, LOOKED)}


def unreached(store: Store, scope: Scope) -> list[dict]:
    """Where the last visits on end, three or more of those that say, reached nobody of a group: home, reached (of
    `GROUPS`), visits, since.
    """
    return store.rows(scope, RUNS)


def unseen_by_visits(store: Store, scope: Scope) -> list[dict]:
    """What Ofsted found within 60 days after a visit that had no concern under that standard: home, day, standard,
    text, visit_date, visitor, verdict, and where it is told.
    """
    return store.rows(scope, UNSEEN)
