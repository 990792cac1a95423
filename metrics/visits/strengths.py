"""Good practice: what visits, reviews and inspections found that works, so that other homes can find it."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.store import Store

FOUND_TOO = """
select coalesce(sum(length(told.finding) + 1), 0) from findings told
where told.home = visit.home and told.found_on = visit.visit_date and told.kind = 'Good practice' and contains(visit.good_practice, told.finding)
"""
"""How much of a visit's words its findings say again, one by one and under their standards."""

STRENGTHS = f"""
select home, found_on, source, standards, finding, {place("finding")}
from findings
where kind = 'Good practice' and found_on <= as_at() and found_on > as_at() - interval 12 month
union all
select home, visit_date, visit_type, null, good_practice, {place("good_practice")}
from visits visit
where good_practice is not null and visit_date <= as_at() and visit_date > as_at() - interval 12 month and length(good_practice) > ({FOUND_TOO})
"""

CHOSEN = """
where ($home is null or home = $home) and ($standard is null or list_contains(standards, $standard))
  and ($words is null or contains(lower(finding), lower($words)))
"""


def strengths(
    store: Store,
    scope: Scope,
    home: str | None = None,
    standard: str | None = None,
    words: str | None = None,
    most: int = 60,
) -> list[dict]:
    """Good practice of the last 12 months, newest first: home, found_on, source, standards (None where a visit's
    report names none), finding, and where the row stands. `words` are looked for in the text.
    """
    return store.rows(
        scope,
        f"select * from ({STRENGTHS}) {CHOSEN} order by found_on desc, home, sheet_row limit $most",
        home=home,
        standard=standard,
        words=words,
        most=most,
    )


def strengths_by_home(store: Store, scope: Scope) -> list[dict]:
    """How many strengths each home has under each standard in the last 12 months: home, standard, strengths."""
    return store.rows(
        scope,
        "select home, standard, count(*) as strengths from (select home, unnest(standards) as standard from"
        f" ({STRENGTHS})) group by all order by all",
    )
