"""The facts that the rules ask about, as tables on a cursor of their own, for every home at every moment at once.

Each table has a `moment` column: the days as at which the rules are asked. A source is (file, sheet, row).
"In n months" is after the same day n calendar months before the moment, and up to it.
"""

from datetime import date

from metrics.actions.repeats import DISMISSED, lay_out_repeats
from metrics.indicators.registry import INDICATORS
from metrics.months.pooled import pooled
from metrics.rag.sources import lay_out_sources
from metrics.signals.signals import lay_out_flags
from qa_data.current import FILE, cited
from qa_data.dictionary.ofsted import FULL_INSPECTION
from qa_data.scope import Scope
from qa_data.standards import CODES
from qa_data.store import Store, run

TABLES = {
    "moments": "select unnest($moments) as moment",
    "codes": "select unnest($codes) as standard",
    "open_homes": (
        """
        select moment, home, service_type from {homes}, moments
        where opened <= moment and (closed is null or closed >= moment)"""
    ),
    "visits_44": (
        f"""
        select * from {{visits}} {FILE}
        where visit_type = 'Regulation 44 visit' and visit_date <= $last and visit_date > $first - interval 6 month"""
    ),
    "verdicts": (
        f"""
        select home, visit_date, upper(replace(name, 'verdict_', '')) as standard, verdict, {cited("name")} as cited
        from (unpivot visits_44 on {", ".join(f"verdict_{code.lower()}" for code in CODES)} into name name value verdict)
        where verdict in ('Met', 'Partly met', 'Not met')"""
    ),
    "latest_verdicts": (
        """
        select moment, home, standard, max(visit_date) as day, arg_max(verdict, visit_date) as verdict, arg_max(cited, visit_date) as cited
        from verdicts join moments on visit_date <= moment and visit_date > moment - interval 6 month
        group by moment, home, standard"""
    ),
    "latest_opinions": (
        f"""
        select moment, home, max(visit_date) as day, arg_max(safeguarded, visit_date) as safeguarded,
               arg_max({cited("'safeguarded'")}, visit_date) as cited
        from visits_44 join moments on visit_date <= moment and visit_date > moment - interval 6 month
        where safeguarded in ('Yes', 'No') group by moment, home"""
    ),
    "overdue_actions": (
        f"""
        select moment, home, unnest(standards) as standard, reference, source as came_from, due, {cited("'due'")} as cited
        from {{actions}} {FILE}, moments
        where raised <= moment and due < moment and coalesce(decision, 'Accepted') = 'Accepted' and status <> 'Cancelled'
          and (completed is null or completed > moment)"""
    ),
    "full_inspections": (
        """
        select home, inspection_date as day from {inspections} where inspection_type = 'Full'
        union
        select home, inspection_date from {published_inspections} join {homes} homes using (urn) where inspection_type = $full_inspection"""
    ),
    "independent": (
        """
        select moment, home, standard, max(day) as day from (
            select home, standard, visit_date as day from verdicts
            union all
            select home, unnest(standards), found_on from {findings}
            where source in ('Ofsted', 'Regulation 44 visit') and found_on <= $last and found_on > $first - interval 3 month
            union all
            select home, standard, day from full_inspections, codes) seen
        join moments on day <= moment and day > moment - interval 3 month
        group by moment, home, standard"""
    ),
    "evidence": (
        """
        select moment, home, standard, independent.day as independent_on,
               (independent.day is not null)::int + (in_month.home is not null)::int + (inspected.home is not null)::int as kinds
        from open_homes cross join codes
        left join independent using (moment, home, standard)
        left join (select moment, home from {returns}, moments
                   where month = date_trunc('month', moment + interval 1 day) - interval 1 month) in_month using (moment, home)
        left join (select distinct moment, home from full_inspections join moments
                   on day <= moment and day > moment - interval 12 month) inspected using (moment, home)"""
    ),
}

OWN = """
select moment, home, standard, count(*) filter (rag = 'green') as green, count(*) as rated, list(indicator order by indicator) as indicators
from rated where rag <> 'grey' and list_contains($own, indicator) group by moment, home, standard
"""
"""The indicators that the home's own return gives and that are rated."""

REPEATED = f"""
select moment, home, standard, first_reference, later_reference, first_raised, later_raised
from repeats_found join moments on first_raised > moment - interval 12 month and later_raised <= moment
join (select home, reference as later_reference, unnest(list_distinct(standards)) as standard from {{actions}}) later using (home, later_reference)
where (home, first_reference, later_reference) not in (select home, first_reference, later_reference from {{repeat_decisions}} where decision = '{DISMISSED}')
qualify row_number() over (partition by moment, home, standard order by later_raised desc, later_reference) = 1
"""
"""The newest recommendation under each standard that had been made before, both in 12 months, unless a person has
said that it is another.
"""

COVERAGE = """
select moment, home, standard, count(*) as of_all, count(*) filter (months_with_value > 0) as known
from rated where counts group by moment, home, standard
"""
"""How many of a standard's indicators have a month value in the last 3 complete months."""


def lay_out(cursor, store: Store, scope: Scope, moments: list[date], with_sources: bool) -> None:
    """Makes the tables of facts on the cursor, for these moments; they go when the cursor is closed. The rows behind
    the indicators take the longest to find: without sources they are left out.
    """
    asked = {
        "moments": moments,
        "first": min(moments),
        "last": max(moments),
        "codes": list(CODES),
        "full_inspection": FULL_INSPECTION,
    }
    for name, sql in TABLES.items():
        run(cursor, scope, f"create temp table {name} as {sql}", **asked)
    run(cursor, scope, f"create temp table rated as {pooled(store, scope, moments)}", **asked)
    run(cursor, scope, f"create temp table coverage as {COVERAGE}")
    run(cursor, scope, f"create temp table own as {OWN}", own=[each.id for each in INDICATORS if each.in_return])
    lay_out_flags(cursor, store, scope, moments)
    lay_out_repeats(cursor, store, scope)
    run(cursor, scope, f"create temp table repeated as {REPEATED}")
    lay_out_sources(cursor, scope, with_sources)
