"""What visits, reviews, inspections and children said about a standard at a home."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.store import Store

FINDINGS = f"""
select found_on, source, kind, finding, {place("finding")}
from findings
where home = $home and list_contains(standards, $standard) and found_on <= as_at() and found_on > as_at() - interval 12 month
order by found_on desc, sheet_row
"""

VOICE = f"""
select found_on, source, 'Child''s view' as kind, finding, {place("finding")} from findings
where home = $home and kind = 'Child''s view' and list_contains(standards, $standard)
  and found_on <= as_at() and found_on > as_at() - interval 12 month
union all
select visit_date, visit_type, case kind when 'what_changed' then 'What changed' else 'Child''s view' end, finding, file, sheet, sheet_row, source(row_at, kind).cell as cell
from (unpivot (select home, visit_date, visit_type, upload_id, sheet, sheet_row, childrens_views, what_changed from visits)
      on childrens_views, what_changed into name kind value finding)
where home = $home and visit_date <= as_at() and visit_date > as_at() - interval 12 month
order by 1 desc, sheet_row
"""


def findings(store: Store, scope: Scope, home: str, standard: str) -> list[dict]:
    """Findings under the standard in the 12 months up to the day asked of, newest first: found_on, source, kind,
    finding, file, sheet, sheet_row, cell.
    """
    return store.rows(scope, FINDINGS, home=home, standard=standard)


def childrens_voice(store: Store, scope: Scope, home: str, standard: str) -> list[dict]:
    """What children said, under the standard or to a visitor, and what changed because of it, in 12 months, newest
    first; columns as `findings`.
    """
    return store.rows(scope, VOICE, home=home, standard=standard)
