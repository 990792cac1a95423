"""Lays out which visits mention which theme, a visit once however much is written, and counts them for the service and each home."""

from metrics.themes.boilerplate import BOILERPLATE, NAMES, WORDS
from metrics.themes.reading import read_texts
from metrics.themes.texts import DIGEST, TEXTS, VISITS
from qa_data.asking import Asking
from qa_data.store import Store, run

WINDOW, BASELINE = 3, 12
"""Months asked about, and the months before them that they are compared with."""

BOUNDS = f"select ($as_at - interval {WINDOW} month)::date + 1 as first, ($as_at - interval {WINDOW + BASELINE} month)::date + 1 as base"

_PERIOD = "case when day >= first then 'window' when day >= base then 'baseline' else 'earlier' end as period"

VISITED = f"""
create or replace temp table visited as
select home, day, coalesce(visitor, '') as visitor, {_PERIOD}, datesub('month', case when day >= first then first else base end, day) as stretch
from ({VISITS}), ({BOUNDS})
"""

MENTIONED = f"""
create or replace temp table mentioned as
select *, {WORDS} as words
from (select home, day, visitor, period, stretch, part, text, upload_id, sheet, sheet_row, theme, polarity, sentence_start, sentence_end, mark_start, mark_end,
             substring(text, sentence_start + 1, sentence_end - sentence_start) as sentence
      from (select *, {DIGEST} as digest from ({TEXTS})) join text_mentions using (digest) join visited using (home, day))
left join names using (home)
"""

CONCERNS = """
create or replace temp view concerns as
select * from mentioned where polarity = 'concern' and words not in (select words from boilerplate)
"""

_ALL_CONCERNS = "(select *, words in (select words from boilerplate) as standing from mentioned where polarity = 'concern')"
"""Boilerplate among them, so that a theme of which nothing else is said is told, with no visit."""

EARLIER = f"""
create or replace temp table earlier as
select home, theme, min(day) as first_seen, max(day) as last_seen
from (select home, day, {DIGEST} as digest from ({TEXTS})) join text_mentions using (digest), ({BOUNDS})
where polarity = 'concern' and day < base group by all
"""

QUARTERS = ", ".join(f"{{0}} filter (period = 'baseline' and stretch // 3 = {quarter} {{1}})" for quarter in range(4))

COUNTED = f"""
with held as (
    select home, count(*) filter (period = 'window') as of, count(*) filter (period = 'baseline') as before_of,
           [{QUARTERS.format('count(*)', '')}] as before_of_quarters, min(day) < any_value(base) + interval 1 month as known_long, any_value(first) as first
    from visited, ({BOUNDS}) group by grouping sets ((), (home))),
concerned as (
    select home, theme, min(day) filter (not standing) as first_seen, max(day) filter (not standing) as last_seen,
           count(distinct (home, day)) filter (period = 'window' and not standing) as visits, count(distinct (home, day)) filter (period = 'baseline' and not standing) as before,
           coalesce(list(distinct home order by home) filter (period = 'window' and not standing), []) as homes,
           count(distinct stretch) filter (period = 'window' and not standing) as stretches,
           [{QUARTERS.format('count(distinct (home, day))', 'and not standing')}] as before_quarters
    from {_ALL_CONCERNS} group by grouping sets ((theme), (home, theme))),
told as (select home, theme, min(first_seen) as first_seen, max(last_seen) as last_seen from earlier group by grouping sets ((theme), (home, theme)))
select concerned.home, concerned.theme, visits, of, before, before_of, homes, stretches, before_quarters, before_of_quarters,
       least(concerned.first_seen, told.first_seen) as first_seen, greatest(concerned.last_seen, told.last_seen) as last_seen,
       coalesce(known_long and least(concerned.first_seen, told.first_seen) >= held.first, false) as new
from concerned join held on concerned.home is not distinct from held.home
     left join told on concerned.home is not distinct from told.home and concerned.theme = told.theme
order by home nulls first, theme
"""


def lay_out(cursor, store: Store, asking: Asking) -> None:
    """Makes on the cursor the tables `visited` (a row a visit), `mentioned` (a row a mention in 15 months), `boilerplate`, `concerns` (the
    mentions that count) and `earlier` (when each home's themes were first and last a concern before that)."""
    read_texts(store)
    known = {"after": _base(cursor, asking)}
    for statement in (VISITED, NAMES, MENTIONED, BOILERPLATE, CONCERNS):
        run(cursor, asking, statement, **known)
    run(cursor, asking, EARLIER, after="0001-01-01")


def _base(cursor, asking: Asking):
    return run(cursor, asking, f"select base - 1 from ({BOUNDS})").fetchone()[0]


def rows(cursor, asking: Asking, sql: str, **parameters) -> list[dict]:
    """The query's rows as dictionaries."""
    answer = run(cursor, asking, sql, **parameters)
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row)) for row in answer.fetchall()]
