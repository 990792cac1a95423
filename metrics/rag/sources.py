"""The rows behind an indicator that is red, amber or flagged as a signal: returns, visits or actions of the months
that are pooled or that the signal looked at.
"""

from metrics.indicators.registry import INDICATORS
from qa_data.current import FILE, cited
from qa_data.scope import Scope
from qa_data.store import run

WANTED = """
select moment, home, standard, indicator, date_trunc('month', moment + interval 1 day) as after,
       after - to_months(greatest(months, coalesce(look, 0))) as since
from rated left join (select moment, home, standard, indicator, look from flags) flagged using (moment, home, standard, indicator)
where $with_sources and (rag in ('red', 'amber') or look is not null)
"""

REVIEWS = {
    "VWF1": ("Regulation 44 visit", "children_spoken_to"),
    "VWF2": ("Regulation 44 visit", "children_in_private"),
    "STD1": ("Regulation 44 visit", "verdict_"),
    "LAM7": ("Regulation 44 visit", "visit_date"),
    "LAM8": ("Regulation 45 review", "visit_date"),
    "LAM9": ("Regulation 46 location review", "visit_date"),
}
"""Which visits an indicator counts, and which of their columns tells; a verdict's column ends with the standard's
code.
"""

RETURNS = f"""
select wanted.*, {cited("telling")} as cited
from wanted join (select unnest($returned) as indicator, unnest($return_columns) as telling) which using (indicator)
join {{returns}} told using (home) {FILE}
where month >= since and month < after
"""

VISITS = f"""
select wanted.*, {cited("case telling when 'verdict_' then telling || lower(standard) else telling end")} as cited
from wanted join (select unnest($counting) as indicator, unnest($counted) as visit_type, unnest($visit_columns) as telling) which using (indicator)
join {{visits}} told using (home, visit_type) {FILE}
where visit_date >= since and visit_date < after
"""

ACTIONS = f"""
select wanted.*, {cited("'due'")} as cited
from wanted join {{actions}} told on told.home = wanted.home and (indicator = 'LAM10' or list_contains(told.standards, wanted.standard)) {FILE}
where status <> 'Cancelled' and due < after and case indicator
    when 'STD2' then coalesce(decision, 'Accepted') = 'Accepted' and (completed is null or completed >= since)
    when 'STD3' then coalesce(decision, 'Accepted') = 'Accepted' and due >= since
    when 'LAM10' then source = 'Ofsted requirement' and due >= since else false end
"""


ASKED_AGAIN = f"""
select moment, home, standard, list(action order by raised) as texts, list({cited("'action'")} order by raised) as sources
from (select moment, home, standard, unnest([first_reference, later_reference]) as reference from repeated where $with_sources) wanted
join {{actions}} told using (home, reference) {FILE} group by moment, home, standard
"""


def lay_out_sources(cursor, scope: Scope, with_sources: bool) -> None:
    """Makes the tables `behind` (moment, home, standard, indicator, sources) from the table `rated` and
    `asked_again` (moment, home, standard, texts, sources) from `repeated`; empty ones without sources.
    """
    run(cursor, scope, f"create temp table asked_again as {ASKED_AGAIN}", with_sources=with_sources)
    returned = {each.id: each.numerator.removeprefix("returns.") for each in INDICATORS if each.in_return}
    run(cursor, scope, f"create temp table wanted as {WANTED}", with_sources=with_sources)
    run(
        cursor,
        scope,
        f"""
        create temp table behind as
        select moment, home, standard, indicator, list(distinct cited order by cited) as sources
        from ({RETURNS} union all {VISITS} union all {ACTIONS}) told
        group by moment, home, standard, indicator""",
        returned=list(returned),
        return_columns=list(returned.values()),
        counting=list(REVIEWS),
        counted=[visit_type for visit_type, _ in REVIEWS.values()],
        visit_columns=[column for _, column in REVIEWS.values()],
    )
