"""The month values, kept in a table of their own and brought up to date at the first question after a change."""

from datetime import date, timedelta

from metrics.month_sql import CALENDAR, MONTH_VALUES
from qa_data.asking import Asking
from qa_data.store import Store, run
from qa_data.uploads import last_change

TABLE = "(home varchar, standard varchar, indicator varchar, month date, numerator bigint, denominator bigint)"
BUILT = "create table if not exists month_values_built (change timestamp, horizon date, built_at timestamp default now()::timestamp)"

TOUCHED = " union ".join(f"""
select home from {name} where upload_id in (
    select upload_id from uploads where moment > $since union select upload_id from upload_states where moment > $since)"""
                         for name in ("homes", "visits", "actions", "returns"))


def last_complete_month(day: date) -> date:
    """The first day of the last month whose last day is on or before the day."""
    return (((day + timedelta(days=1)).replace(day=1)) - timedelta(days=1)).replace(day=1)


def month_values(store: Store, asking: Asking) -> str:
    """Brings the month values up to date, and answers a query for those that the question may see: home, standard, indicator, month
    (its first day), numerator, denominator (counts). Only months complete at `as_at`; takes `$as_at`."""
    seen = "and list_contains($homes, home)" if asking.homes is not None else ""
    return (f"select * from {_table(store, asking)} where month <= "
            f"date_trunc('month', $as_at + interval 1 day) - interval 1 month {seen}")


def _table(store: Store, asking: Asking) -> str:
    known, newest = last_change(store, asking), last_change(store, Asking())
    horizon = last_complete_month(max(asking.as_at, date.today()))
    if known != newest:
        return _as_known(store, asking, known, horizon)
    if _stands(store) is None or _needs(_stands(store), newest, horizon):
        _bring_up_to_date(store, newest, horizon)
    return "month_values"


def _stands(store: Store) -> tuple | None:
    """The change and the month up to which the kept table stands; None before there is one."""
    with store.reading() as cursor:
        if not cursor.execute("select 1 from duckdb_tables() where table_name = 'month_values_built'").fetchone():
            return None
        return cursor.execute("select change, horizon from month_values_built order by built_at desc limit 1").fetchone()


def _needs(stands: tuple, newest, horizon: date) -> bool:
    return stands[0] != newest or stands[1] < horizon


def _bring_up_to_date(store: Store, newest, horizon: date) -> None:
    stands = _stands(store)
    with store.writing() as cursor:
        cursor.execute(f"create table if not exists month_values {TABLE}")
        cursor.execute(BUILT)
        asking = Asking(homes=_touched(cursor, stands, horizon))
        horizon = max(horizon, stands[1]) if stands else horizon
        cursor.execute("delete from month_values" + (" where list_contains($homes, home)" if asking.homes is not None else ""),
                       {"homes": sorted(asking.homes)} if asking.homes is not None else None)
        _compute(cursor, asking, "month_values", horizon)
        cursor.execute("delete from month_values_built")
        cursor.execute("insert into month_values_built (change, horizon) values (?, ?)", [newest, horizon])


def _touched(cursor, stands: tuple | None, horizon: date) -> frozenset[str] | None:
    """The homes whose figures may have changed; None for all of them."""
    if not stands or stands[0] is None or stands[1] < horizon:
        return None
    return frozenset(home for home, in cursor.execute(TOUCHED, {"since": stands[0]}).fetchall())


def _as_known(store: Store, asking: Asking, known, horizon: date) -> str:
    """The figures as known at a past moment, made once for that moment and kept in memory."""
    table = f"past.month_values_{known:%Y%m%d%H%M%S%f}_{horizon:%Y%m}" if known else f"past.month_values_never_{horizon:%Y%m}"
    with store.writing() as cursor:
        if not cursor.execute("select 1 from duckdb_tables() where table_name = ?", [table.removeprefix("past.")]).fetchone():
            cursor.execute(f"create table {table} {TABLE}")
            _compute(cursor, Asking(known_at=asking.known_at), table, horizon)
    return table


def _compute(cursor, asking: Asking, table: str, horizon: date) -> None:
    run(cursor, asking, f"create temp table calendar as {CALENDAR}", horizon=horizon)
    run(cursor, asking, f"insert into {table} {MONTH_VALUES}", horizon=horizon)
    cursor.execute("drop table calendar")
