"""The rows behind an indicator that is red or amber: returns, visits or actions of the months that are pooled."""

from metrics.registry import INDICATORS
from qa_data.asking import Asking
from qa_data.store import run

SOURCE = 'struct_pack(file := file, sheet := sheet, "row" := sheet_row)'

WANTED = """
select moment, home, standard, indicator, date_trunc('month', moment + interval 1 day) as after,
       after - to_months(months) as since
from rated where $with_sources and rag in ('red', 'amber')
"""

REVIEWS = {"VWF1": "Regulation 44 visit", "VWF2": "Regulation 44 visit", "STD1": "Regulation 44 visit", "LAM7": "Regulation 44 visit",
           "LAM8": "Regulation 45 review", "LAM9": "Regulation 46 location review"}
"""Which visits an indicator counts."""

RETURNS = f"""
select wanted.*, {SOURCE} as cited from wanted join {{returns}} told using (home) join (select upload_id, file from uploads) using (upload_id)
where list_contains($from_returns, indicator) and month >= since and month < after
"""

VISITS = f"""
select wanted.*, {SOURCE} as cited
from wanted join (select unnest($counting) as indicator, unnest($counted) as visit_type) which using (indicator)
join {{visits}} told using (home, visit_type) join (select upload_id, file from uploads) using (upload_id)
where visit_date >= since and visit_date < after
"""

ACTIONS = f"""
select wanted.*, {SOURCE} as cited
from wanted join {{actions}} told on told.home = wanted.home and list_contains(told.standards, wanted.standard)
join (select upload_id, file from uploads) using (upload_id)
where status <> 'Cancelled' and due < after and case indicator
    when 'STD2' then coalesce(decision, 'Accepted') = 'Accepted' and (completed is null or completed >= since)
    when 'STD3' then coalesce(decision, 'Accepted') = 'Accepted' and due >= since
    when 'LAM10' then source = 'Ofsted requirement' and due >= since else false end
"""


def lay_out_sources(cursor, asking: Asking, with_sources: bool) -> None:
    """Makes the table `behind` (moment, home, standard, indicator, sources) from the table `rated`; an empty one without sources."""
    from_returns = [each.id for each in INDICATORS if each.numerator.startswith("returns.")]
    run(cursor, asking, f"create temp table wanted as {WANTED}", with_sources=with_sources)
    run(cursor, asking, f"""
        create temp table behind as
        select moment, home, standard, indicator, list(distinct cited order by cited) as sources
        from ({RETURNS} union all {VISITS} union all {ACTIONS}) told
        group by moment, home, standard, indicator""",
        from_returns=from_returns, counting=list(REVIEWS), counted=list(REVIEWS.values()))
