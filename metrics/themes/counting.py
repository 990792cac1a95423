"""Lays out which visits mention which theme, a visit once however much is written, and counts them for the service
and each home.
"""

from metrics.themes.boilerplate import BOILERPLATE
from metrics.themes.mentions import sources
from qa_data.scope import Scope
from qa_data.store import Store, run

WINDOW, BASELINE = 3, 12
"""Months asked about, and the months before them that they are compared with."""

BOUNDS = (
    f"select ($as_at - interval {WINDOW} month)::date + 1 as first, ($as_at - interval {WINDOW + BASELINE} month)::date"
    " + 1 as base"
)

VISITED = """
create or replace temp table visited as
select home, day, visitor, $first as first, case when day >= $first then 'window' when day >= $base then 'baseline' else 'earlier' end as period,
       datesub('month', case when day >= $first then $first else $base end, day) as stretch
from ({visited}) where day <= $as_at
"""

MENTIONED = (
    "create or replace temp table mentioned as select * from (select * from ({mentions}) where day >= $base and day <="
    " $as_at) join visited using (home, day)"
)

SEEN_ALONE = (
    "delete from visited where not list_contains($seen, home)",
    "delete from mentioned where not list_contains($seen, home)",
)
"""What stands in most reports is found over the whole service, whoever asks; what is counted is of the homes asked
of.
"""

CONCERNS = (
    "create or replace temp view concerns as select * from mentioned where polarity = 'concern' and words not in"
    " (select words from boilerplate)"
)

EARLIER = """
create or replace temp table earlier as
select home, theme, min(day) as first_seen, max(day) as last_seen from ({mentions}) where polarity = 'concern' and day < $base and ($seen is null or list_contains($seen, home)) group by all
"""

_ALL_CONCERNS = (
    "(select *, words in (select words from boilerplate) as standing from mentioned where polarity = 'concern')"
)
"""Boilerplate among them, so that a theme of which nothing else is said is told, with no visit."""

QUARTERS = ", ".join(f"{{0}} filter (period = 'baseline' and stretch // 3 = {quarter} {{1}})" for quarter in range(4))

COUNTED = f"""
with held as (
    select home, count(*) filter (period = 'window') as of, count(*) filter (period = 'baseline') as before_of,
           [{QUARTERS.format("count(*)", "")}] as before_of_quarters, min(day) < any_value(first) - interval {BASELINE - 1} month as known_long, any_value(first) as first
    from visited group by grouping sets ((), (home))),
concerned as (
    select home, theme, min(day) filter (not standing) as first_seen, max(day) filter (not standing) as last_seen,
           count(distinct (home, day)) filter (period = 'window' and not standing) as visits, count(distinct (home, day)) filter (period = 'baseline' and not standing) as before,
           coalesce(list(distinct home order by home) filter (period = 'window' and not standing), []) as homes,
           count(distinct stretch) filter (period = 'window' and not standing) as stretches,
           [{QUARTERS.format("count(distinct (home, day))", "and not standing")}] as before_quarters
    from {_ALL_CONCERNS} group by grouping sets ((theme), (home, theme))),
told as (select home, theme, min(first_seen) as first_seen, max(last_seen) as last_seen from earlier group by grouping sets ((theme), (home, theme)))
select concerned.home, concerned.theme, visits, of, before, before_of, homes, stretches, before_quarters, before_of_quarters,
       least(concerned.first_seen, told.first_seen) as first_seen, greatest(concerned.last_seen, told.last_seen) as last_seen,
       coalesce(known_long and least(concerned.first_seen, told.first_seen) >= held.first, false) as new
from concerned join held on concerned.home is not distinct from held.home
     left join told on concerned.home is not distinct from told.home and concerned.theme = told.theme
order by home nulls first, theme
"""


def lay_out(cursor, store: Store, scope: Scope) -> None:
    """Makes on the cursor the tables `visited` (a row a visit), `mentioned` (a row a mention in 15 months),
    `boilerplate`, `concerns` (the mentions that count) and `earlier` (when each home's themes were first and last a
    concern before that).
    """
    whole, seen = scope.of_whole_service(), scope.named
    visited, mentions = sources(store, whole)
    known = rows(cursor, whole, BOUNDS)[0] | {"seen": seen}
    for statement in (VISITED, MENTIONED, BOILERPLATE, *(SEEN_ALONE if seen is not None else ()), CONCERNS, EARLIER):
        run(cursor, whole, statement.replace("{visited}", visited).replace("{mentions}", mentions), **known)


def rows(cursor, scope: Scope, sql: str, **parameters) -> list[dict]:
    """The query's rows as dictionaries."""
    answer = run(cursor, scope, sql, **parameters)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
