"""SQL for what independent visitors wrote: their visits, and every text of each."""

KINDS = {"concerns": "Concern", "good_practice": "Good practice", "childrens_views": "Child''s view"}
"""A visit's long texts, each as the kind of finding that it is (in SQL)."""

VISITS = """
select home, day, coalesce(max(visitor), '') as visitor
from (select home, visit_date as day, visitor from {visits} where visit_type = 'Regulation 44 visit'
      union all
      select home, found_on, null from {findings} where source = 'Regulation 44 visit')
group by home, day
"""
"""A row a home and day: a finding dated on a day without a row in the sheet of visits was still found on a visit."""

TEXTS = (
    """
select home, found_on as day, 'finding' as part, kind, finding as text, upload_id, sheet, sheet_row from {findings} where source = 'Regulation 44 visit'
union all
select home, visit_date, part, case part """
    + " ".join(f"when '{part}' then '{kind}'" for part, kind in KINDS.items())
    + """ end, said, upload_id, sheet, sheet_row
from (unpivot (select * from {visits} where visit_type = 'Regulation 44 visit') on """
    + ", ".join(KINDS)
    + """ into name part value said)
"""
)
"""A row a text: home, day, part (the column it stands in), kind, text, and upload_id, sheet and sheet_row."""

EVERY = TEXTS.replace("{", "").replace("}", "")
"""The same of everything stored, whichever upload or version holds."""

DIGEST = "md5(concat_ws(chr(31), kind, text))"
"""SQL: equal for texts that say the same and are of the same kind."""
