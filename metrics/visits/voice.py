"""Children's voice: who was spoken to, what was said and raised, what changed because of it, and where a voice is
missing.
"""

from metrics.months.from_visits import INDEPENDENT
from qa_data.scope import Scope
from qa_data.store import Store

SILENT_VISITS = 3
"""So many visits on end without a child spoken to are told."""

SPOKEN = f"""
select home, count(*) as visits, sum(children_living) filter (children_spoken_to is not null) as living, sum(children_spoken_to) filter (children_living is not null) as spoken,
       sum(children_spoken_to) filter (children_in_private is not null) as spoken_known, sum(children_in_private) filter (children_spoken_to is not null) as private,
       count(*) filter (coalesce(trim(childrens_views), '') <> '') as told, count(*) filter (coalesce(trim(what_changed), '') <> '') as changed,
       sum(children_spoken_to) filter (recent <= {SILENT_VISITS}) = 0 and count(children_spoken_to) filter (recent <= {SILENT_VISITS}) = {SILENT_VISITS} as silent
from (select *, row_number() over (partition by home order by visit_date desc) as recent from visits where visit_type = '{INDEPENDENT}' and visit_date <= as_at())
where visit_date > as_at() - interval 12 month group by home
"""

RAISED = """
select home, sum(issues_raised) filter (issues_answered is not null) as raised, sum(issues_answered) filter (issues_raised is not null) as answered,
       sum(meetings_planned) filter (meetings_held is not null) as planned, sum(meetings_held) filter (meetings_planned is not null) as held
from returns where last_day(month) <= as_at() and month > as_at() - interval 12 month group by home
"""

VIEWS = """
select home, count(*) filter (day > as_at() - interval 3 month) as lately, max(day) as last
from (select home, found_on as day from findings where kind = 'Child''s view' and found_on <= as_at()
      union all select home, visit_date from visits where coalesce(trim(childrens_views), '') <> '' and visit_date <= as_at()) group by home
"""

HOMES = f"""
select home, coalesce(visits, 0) as visits, living, spoken, spoken_known, private, coalesce(told, 0) as told, coalesce(changed, 0) as changed, coalesce(silent, false) as silent,
       raised, answered, planned, held, coalesce(lately, 0) as lately, last
from (select home from homes where open_on(opened, closed, as_at()))
left join ({SPOKEN}) using (home) left join ({RAISED}) using (home) left join ({VIEWS}) using (home) order by home
"""

SAID = """
select home, visit_date as day, visitor, childrens_views as said, what_changed as changed, true as of_visit, file, sheet, sheet_row, source(row_at, case when childrens_views is null then 'what_changed' else 'childrens_views' end).cell as cell
from visits where (coalesce(trim(childrens_views), '') <> '' or coalesce(trim(what_changed), '') <> '') and visit_date <= as_at() and visit_date > as_at() - interval 12 month
  and ($home is null or home = $home)
union all
select home, found_on, source, finding, null, false, file, sheet, sheet_row, source(row_at, 'finding').cell
from findings finding_of where kind = 'Child''s view' and found_on <= as_at() and found_on > as_at() - interval 12 month and ($home is null or home = $home)
  and ($standard is null or list_contains(standards, $standard))
  and not exists (from visits visit where $standard is null and visit.home = finding_of.home and visit.visit_date = finding_of.found_on and contains(visit.childrens_views, finding_of.finding))
order by day desc, home limit $most
"""


def voices(store: Store, scope: Scope) -> list[dict]:
    """A row an open home, over 12 months: visits (independent), spoken of living, private of spoken_known, told
    (visits with children's views) and changed (with what changed), silent (nobody spoken to at the last three),
    issues answered of raised, meetings held of planned, lately (views recorded in 3 months) and last (the last one's
    day).
    """
    return store.rows(scope, HOMES)


def said(
    store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 60
) -> list[dict]:
    """What children said in 12 months and what changed because of it, the newest first: home, day, visitor (or
    source), said, changed, of_visit (a finding has no place for what changed), and where it is told. Of a standard,
    only the views that were recorded under it and what visits report as a whole.
    """
    return store.rows(scope, SAID, home=home, standard=standard, most=most)


def missing(row: dict) -> list[str]:
    """Why a voice is missing at the home of a row of `voices`: sentences, none where it is heard."""
    found = ["No independent visit in 12 months."] if not row["visits"] else []
    if row["silent"]:
        found.append(f"No child was spoken to at the last {SILENT_VISITS} independent visits.")
    if not row["lately"]:
        found.append("No child’s view was recorded in 3 months.")
    if row["raised"] and row["answered"] * 2 < row["raised"]:
        found.append("Fewer than half of the issues that children raised were answered within 28 days.")
    return found
