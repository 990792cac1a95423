"""The service plan: what each home intends under each standard, and the standards without a line."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.standards import CODES
from qa_data.store import Store

LINES = f"""
select home, standard, outcome, delivery, measure, sccif, evidence, participation, lead, review_date, status, review_date < as_at() as review_late,
       {place("outcome")}
from plan
where ($home is null or home = $home) and ($standard is null or standard = $standard)
order by home, standard, sheet_row limit $most
"""

MISSING = """
select home, list(standard order by standard) as standards
from (select home, unnest($codes) as standard from homes where open_on(opened, closed, as_at())) due
anti join plan using (home, standard)
where ($home is null or home = $home) and ($standard is null or standard = $standard)
group by home order by home
"""

PROGRESS = """
select count(*) as lines, count(distinct home) as homes, count(*) filter (status in ('Some concerns', 'Off track')) as worrying,
       count(*) filter (review_date < as_at()) as late
from plan where ($home is null or home = $home) and ($standard is null or standard = $standard)
"""


def plan_lines(
    store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 100
) -> list[dict]:
    """The lines of the service plans: the columns of the sheet, review_late (None without a date), and where the row
    stands.
    """
    return store.rows(scope, LINES, home=home, standard=standard, most=most)


def plan_gaps(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> list[dict]:
    """The open homes whose plan has no line for a standard: home, standards."""
    return store.rows(scope, MISSING, home=home, standard=standard, codes=list(CODES))


def plan_progress(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> dict:
    """How many lines there are, at how many homes, how many are of some concern or off track, and how many reviews
    are late.
    """
    return store.rows(scope, PROGRESS, home=home, standard=standard)[0]
