"""The views that queries name: what holds in a scope, in a schema of its own that stands before the stored tables.

Of each dataset what the uploads that were accepted by the moment asked of and not withdrawn say of each key
(`qa_data.holding`), of the homes that whoever asks may see; of each kind of decision the newest of each key. What is
stored is `main.visits`; what holds is `visits`. They read the scope from the cursor's variables (`qa_data.cursor`);
where none is set they are empty.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from duckdb import DuckDBPyConnection

from qa_data.dictionary.decisions import RECORDS, SETTINGS, Record
from qa_data.dictionary.visits import VISITS
from qa_data.holding import column_sets, holding
from qa_data.schema import STORED


def _written(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


MADE = "create table if not exists qa_current.made (definition varchar)"


Execute = Callable[[str], DuckDBPyConnection]


def lay(connection: DuckDBPyConnection) -> None:
    """Makes the views and macros where the store has none or those of another edition of the program."""
    mixed = _mixed(connection.execute)
    if _made(connection.execute) == _definition(mixed):
        return
    connection.begin()
    for statement in ("create schema if not exists qa_current", MADE, *_statements(mixed)):
        connection.execute(statement)
    _keep(connection.execute, mixed)
    connection.commit()


def lay_mixed(execute: Execute) -> None:
    """Makes the views of the datasets anew once one of them has its first mixed row, where it is stored. Until then no
    query has the cost of planning for any.
    """
    mixed = _mixed(execute)
    if _made(execute) != _definition(mixed):
        for statement in _views(mixed):
            execute(statement)
        _keep(execute, mixed)


def _mixed(execute: Execute) -> frozenset[str]:
    """The datasets with a row of which an earlier version had other columns."""
    each = (f"select '{name}' where exists (from main.{name} where mixed)" for name in (each.name for each in STORED))
    return frozenset(name for (name,) in execute(" union all ".join(each)).fetchall())


def _definition(mixed: frozenset[str]) -> str:
    return sha256("".join(_statements(mixed)).encode()).hexdigest()


def _keep(execute: Execute, mixed: frozenset[str]) -> None:
    execute("delete from qa_current.made")
    execute(f"insert into qa_current.made values ('{_definition(mixed)}')")


def _made(execute: Execute) -> str | None:
    """By which definition the store's views are made; None where it has none."""
    there = "select 1 from duckdb_tables() where schema_name = 'qa_current' and table_name = 'made'"
    if not execute(there).fetchone():
        return None
    return execute("select max(definition) from qa_current.made").fetchall()[0][0]


def _statements(mixed: frozenset[str]) -> Iterator[str]:
    yield _written("law.sql")
    yield _written("current.sql")
    yield from _views(mixed)
    yield from map(_of_decisions, RECORDS)
    yield _written("shared.sql")


def _views(mixed: frozenset[str]) -> Iterator[str]:
    for dataset in STORED:
        if dataset.name in mixed:
            yield column_sets(dataset)
        seen = "qa_current.seen(home)" if "home" in dataset.names else "true"
        yield f"create or replace view qa_current.{dataset.name} as {holding(dataset, dataset.name in mixed, seen)}"
    yield FIRST_RECORDS.format(visits=holding(VISITS, VISITS.name in mixed))


# Of the whole service, whoever asks: of other homes it tells a month and a day, and no more.
FIRST_RECORDS = """
    create or replace view qa_current.first_records as
    select visit_type as kind, qa_current.month_of(min(visit_date)) as first,
           min(visit_date) filter (report_sent_to_ofsted is not null or asked.of_sheet is not null) as first_sent
    from ({visits}) told
    left join (from main.sheet_columns where of_column = 'report_sent_to_ofsted') asked
         on asked.of_upload = told.upload_id and asked.of_sheet = told.sheet
    group by visit_type"""
"""The first of the month of the earliest visit or review of each kind at any home, and the earliest on a sheet that
asks when its report was sent to Ofsted: where that is blank there, it was not sent."""


def _of_decisions(kind: Record) -> str:
    seen = " and qa_current.seen(home)" if "home" in kind.keys else ""
    newest = (
        f"select * from main.{kind.name} where moment <= qa_current.known(){seen} "
        f"qualify row_number() over (partition by {', '.join(kind.keys)} order by moment desc) = 1"
    )
    return f"create or replace view qa_current.{kind.name} as {_with_proposed(newest) if kind is SETTINGS else newest}"


def _with_proposed(settings: str) -> str:
    """The settings as they would be with those that are proposed on the cursor."""
    proposed = "(select unnest(getvariable('proposed')::struct(setting varchar, value double)[], recursive := true))"
    return f"""
        select * from ({settings}) where setting not in (select setting from {proposed})
        union all by name select * from {proposed}"""
