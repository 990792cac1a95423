"""What stands beside a theme's count: visits that name it as a strength, its last twelve months, and boilerplate
that was not counted.
"""

from metrics.themes.counting import lay_out, rows
from metrics.themes.taxonomy import theme
from qa_data.scope import Scope
from qa_data.store import Store

STRENGTHS = """
select home, theme, count(distinct (home, day)) filter (period = 'window') as strengths, count(distinct (home, day)) filter (period = 'baseline') as strengths_before
from mentioned where polarity = 'strength' group by grouping sets ((theme), (home, theme))
"""

MONTHS = """
with shown as (select * from visited where day >= date_trunc('month', $as_at) - interval 11 month),
held as (select home, date_trunc('month', day)::date as month, count(*) as of from shown group by grouping sets ((month), (home, month))),
concerned as (select home, theme, date_trunc('month', day)::date as month, count(distinct (home, day)) as visits from concerns
              group by grouping sets ((theme, month), (home, theme, month)))
select themes.home, themes.theme, list({month: strftime(held.month, '%Y-%m'), visits: coalesce(visits, 0), of: of} order by held.month) as months
from (select distinct home, theme from concerned) themes join held on themes.home is not distinct from held.home
     left join concerned on concerned.home is not distinct from themes.home and concerned.theme = themes.theme and concerned.month = held.month
group by all
"""

STANDING = """
select home, theme, list(distinct {sentence: boilerplate.sentence, visits: boilerplate.visits}) as boilerplate
from mentioned join boilerplate using (words) where polarity = 'concern' and period = 'window' group by grouping sets ((theme), (home, theme))
"""


PRAISED = f"""
select home, theme, strengths, strengths_before, of, before_of from ({STRENGTHS})
     join (select count(*) filter (period = 'window') as of, count(*) filter (period = 'baseline') as before_of from visited) on home is null
where strengths > 0 order by strengths desc, theme
"""


def theme_strengths(store: Store, scope: Scope) -> list[dict]:
    """What visits praise in the window at the homes asked of, most often first: theme, label, strengths of `of`
    visits, strengths_before of `before_of`.
    """
    with store.reading() as cursor:
        lay_out(cursor, store, scope)
        return [row | {"label": theme(row["theme"]).label} for row in rows(cursor, scope, PRAISED)]


def add_context(cursor, scope: Scope, told: list[dict]) -> None:
    """Adds to rows of home and theme: strengths, strengths_before (visits), months (a month without a visit is not
    among them), boilerplate.
    """
    nothing = {"strengths": 0, "strengths_before": 0, "months": [], "boilerplate": []}
    found = {}
    for sql in (STRENGTHS, MONTHS, STANDING):
        for row in rows(cursor, scope, sql):
            found.setdefault((row["home"], row["theme"]), {}).update(row)
    for each in told:
        each |= nothing | found.get((each["home"], each["theme"]), {})
