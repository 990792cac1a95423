"""The colour of every home's nine standards as at a day: laid from the facts, and kept a day at a time."""

from datetime import date, timedelta

from pandas import DataFrame

from metrics.kept.kinds import Kept, Made, Stood
from metrics.kept.laying import lay
from metrics.kept.stands import may_be_kept
from metrics.months.values import first_incomplete
from metrics.rag.facts import lay_facts
from metrics.rag.rules import G1, RULES, UNRATED
from metrics.signals.monthly import had_in_common
from qa_data.cursor import Cursor
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store

FIRED = " union all by name ".join(
    f"select moment, home, standard, '{rule.id}' as rule, '{rule.colour}' as colour from ({rule.sql})" for rule in RULES
)

LACKS = " ".join(f"when bool_or(rule = '{rule}') then '{lack}'" for rule, lack in UNRATED.items())

RATED = f"""
insert into cells by name
select moment, home, standard, kinds, any_value(began) as worse_since,
       case when bool_or(colour = 'red') then 'red' when bool_or(colour = 'amber') then 'amber'
            when bool_or(colour = 'grey') then 'grey' else 'green' end as rag,
       case when rag = 'grey' then case {LACKS} end end as unrated
from evidence left join ({FIRED}) fired using (moment, home, standard)
left join (select moment, home, began from wholes where stands) using (moment, home)
group by moment, home, standard, kinds
"""

NEEDED = {"evidence", "wholes", *(name for rule in (*RULES, G1) for name in rule.needs)}

COLUMNS = {
    "home": "varchar",
    "standard": "varchar",
    "kinds": "integer",
    "worse_since": "date",
    "rag": "varchar",
    "unrated": "varchar",
}

DAYS = 8
"""Of so many days the cells are kept: those that pages compare today with."""


def month_before(day: date) -> date:
    """The last day of the month before the day's."""
    return day.replace(day=1) - timedelta(days=1)


def lay_cells(store: Store, cursor: Cursor, moments: list[date]) -> list[date]:
    """Makes the table `cells` on the cursor (moment and `COLUMNS`): those of every home and standard as at these days,
    as they are kept. Answers the days of which none are, and which are still to be rated."""
    typed = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    cursor.run(f"create or replace temp table cells (moment date, {typed})")
    if not all(may_be_kept(CELLS, store, cursor.scope.at(moment)) for moment in moments):
        return moments
    # Concerns go on from those of the month before.
    for moment in sorted(moments):
        with cursor.within(cursor.scope.at(moment)):
            lay(store, cursor, CELLS, moment.isoformat())
        cursor.run("insert into cells by name select $moment::date as moment, * from cells_rated", moment=moment)
    return []


def rate(store: Store, cursor: Cursor, moments: list[date], with_sources: bool) -> None:
    """Adds those as at other days to that table, rated by the facts, which stay on the cursor."""
    lay_facts(store, cursor, NEEDED, moments, with_sources)
    cursor.run(RATED)


def _made(store: Store, scope: Scope, variant: str) -> DataFrame:
    day = date.fromisoformat(variant)
    with store.reading(scope.at(day)) as cursor:
        lay_cells(store, cursor, [])
        rate(store, cursor, [day], with_sources=False)
        return cursor.run(f"select {', '.join(COLUMNS)} from cells").df()


def _brought_up(store: Store, variant: str, before: Stood | None) -> Made:
    """Those of the homes that were touched, where what concerns have in common is as it was: else one home's upload
    may have raised another's Flag, and all are made anew."""
    common = had_in_common(first_incomplete(date.fromisoformat(variant)).isoformat(), store)
    touched = before.touched if before and before.beside == common else None
    scope = of_every_home() if touched is None else of_every_home().narrowed(touched)
    return Made(_made(store, scope, variant), touched, common or "")


def in_common(store: Store, day: date) -> str | None:
    """What the ratings of all homes as at the day and of the month before have in common: equal while a change told
    nothing of other homes than those that it touched; None where nobody can say."""
    told = [had_in_common(first_incomplete(each).isoformat(), store) for each in (month_before(day), day)]
    return " ".join(each for each in told if each) if all(told) else None


CELLS = Kept("cells_rated", COLUMNS, _made, at_most=DAYS, of_many=True, brought_up=_brought_up)
