"""A store of made-up homes of any size: sixty months of visits, findings, actions and returns, made in SQL."""

from qa_data.dictionary import DATASETS, Column, dataset
from qa_data.schema import content, row_key
from qa_data.scope import of_every_home
from qa_data.store import Store

MONTHS = 60
ACTIONS_A_HOME = 250

HOME = "'Home ' || lpad(number::varchar, 4, '0')"


def _pick(choices: tuple[str, ...], seed: str) -> str:
    quoted = ", ".join("'" + choice.replace("'", "''") + "'" for choice in choices)
    return f"[{quoted}][1 + (hash({seed}) % {len(choices)})::bigint]"


VERDICTS = ("Met",) * 7 + ("Partly met", "Not met", "Not looked at")
STANDARD = "'QS' || lpad((6 + hash({}) % 9)::varchar, 2, '0')"


def _verdicts() -> str:
    return ", ".join(f"{_pick(VERDICTS, f'number, month, {code}')} as verdict_qs{code:02d}" for code in range(6, 15))


QUERIES = {
    "homes": (
        f"""select {HOME} as home, 'SC' || (100000 + number) as urn,
        {_pick(("Residential care", "Residential care", "Residential care", "Short breaks"), "number")} as service_type,
        3 + number % 3 as places, date '2014-03-10' + (hash(number) % 1500)::int as opened, number from homes_made"""
    ),
    "visits": (
        f"""select {HOME} as home, month + (5 + hash(number, month) % 20)::int as visit_date,
        'Regulation 44 visit' as visit_type, 3 as children_living,
        (hash(number, month) % 4)::bigint as children_spoken_to, 'Yes' as safeguarded,
        {_verdicts()}, number
        from homes_made, months_made where hash(number, month, 'v') % 50 > 0"""
    ),
    "findings": (
        f"""select {HOME} as home, month + (5 + hash(number, month) % 20)::int as found_on,
        'Regulation 44 visit' as source, [{STANDARD.format("number, month, n")}] as standards,
        {_pick(("Concern", "Good practice", "Child''s view"), "n, month")} as kind,
        'Finding ' || n || ' of ' || month ||
        ': records of missing episodes were read and discussed with staff on shift.' as finding, number
        from homes_made, months_made, (select unnest(range($findings)) as n) many
        where n < 8 or hash(number, month, 'f') % 100 < 34"""
    ),
    "actions": (
        f"""select {HOME} as home, 'A-' || n as reference,
        {_pick(("Regulation 44 recommendation", "Management check", "Ofsted requirement"), "number, n")} as source,
        raised as source_date, '12(2)(a)' as regulation, [{STANDARD.format("number, n")}] as standards,
        'Do what was asked, number ' || n as action, raised, raised + 30 as due,
        case when hash(number, n) % 20 > 0 then raised + (hash(n, number) % 45)::int end as completed,
        case when hash(number, n) % 20 > 0 then 'Completed' else 'Open' end as status, number
        from (select *, $start::date + (hash(number, n, 'r') % 1780)::int as raised
              from homes_made, (select unnest(range($actions)) as n) many) dated"""
    ),
}


def _count(column: Column) -> str:
    return f"hash(number, month, '{column.name}') % 4 + 17" if column.part_of else "hash(number, month) % 10 + 20"


def _returns() -> str:
    columns = [
        column
        for column in dataset("returns").columns
        if column.type == "whole number" and column.name != "child_nights"
    ]
    # A whole is 20 to 29 and a part of it at most 20, so that parts never exceed their wholes.
    counts = [f"({_count(column)})::bigint as {column.name}" for column in columns]
    return f"select {HOME} as home, month, 85 as child_nights, {', '.join(counts)}, number from homes_made, months_made"


def fill(store: Store, homes: int, start: str = "2021-11-01") -> None:
    """Puts so many homes into an empty store, one upload a home."""
    with store.writing(of_every_home()) as cursor:
        cursor.run(f"create temp table homes_made as select unnest(range(1, {homes + 1})) as number")
        cursor.run(
            f"create temp table months_made as select unnest(generate_series(date '{start}', "
            f"date '{start}' + interval {MONTHS - 1} month, interval 1 month))::date as month"
        )
        cursor.run(
            "insert into main.uploads select 'upload-' || number, 'Home ' || number || '.xlsx', '', 'bench', "
            "timestamp '2026-11-01' + to_microseconds(number), '[]', false from homes_made"
        )
        for each in DATASETS:
            if each.name in (*QUERIES, "returns"):
                _insert(cursor, each, start)
        for name in ("homes_made", "months_made"):
            cursor.run(f"drop table {name}")


def _insert(cursor, each, start: str) -> None:
    sql = _returns() if each.name == "returns" else QUERIES[each.name]
    offered = {"findings": 9, "actions": ACTIONS_A_HOME, "start": start}
    cursor.run(
        f"create temp table made as select * from ({sql}) told",
        **{name: value for name, value in offered.items() if f"${name}" in sql},
    )
    present = {row[0] for row in cursor.run("select column_name from (describe made)").fetchall()}
    blanks = "".join(
        f", null::{column.sql_type} as {column.name}" for column in each.columns if column.name not in present
    )
    cursor.run(f"create temp table whole as select *{blanks} from made")
    cursor.run(
        f"insert into main.{each.name} by name select * exclude (number), 'upload-' || number as upload_id, 'Sheet1' as"
        f" sheet, row_number() over (partition by number) as sheet_row, {row_key(each)} as row_key, {content(each)} as"
        " content from whole"
    )
    cursor.run("drop table made; drop table whole")
