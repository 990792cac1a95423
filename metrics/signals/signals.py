"""The signals of the latest month, with false flags held down over everything that is looked at."""

from datetime import date

from metrics.indicators.intervals import interval
from metrics.indicators.settings import targets
from metrics.kept import keep, may_be_kept
from metrics.months.values import first_incomplete
from metrics.signals.latest import COLUMNS, LATEST, latest
from metrics.signals.methods import PROPORTION, TOO_FEW
from metrics.signals.series import KNOWN
from metrics.signals.xmr import NONE, assurance
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store, run

FALSE_DISCOVERIES = 0.1
"""At most this share of the flags is false, on average (Benjamini and Hochberg 1995)."""

ALL = f"""
select *, coalesce(q <= {FALSE_DISCOVERIES}, false) as flag, case when flag then by_test else by_chart end as variation
from laid_latest left join (
    select home, standard, indicator, min(p * tests / place) over (order by place desc) as q
    from (select *, count(*) over () as tests, row_number() over (order by p, home, standard, indicator) as place from laid_latest where p is not null)
) rates using (home, standard, indicator)
"""
"""q and the flag of every row, over the whole service: a home's flag does not depend on who looks."""

FLAGS = f"""
select $moment::date as moment, *, by_test as variation from laid_latest
where p <= (select max(p) from (select p, count(*) over () as tests, row_number() over (order by p) as place from laid_latest where p is not null)
            where p * tests <= {FALSE_DISCOVERIES} * place)
"""
"""The rows that `ALL` flags, without the q of each."""

SEEN = "($homes is null or list_contains($homes, home))"

TOLD = (
    "home",
    "indicator",
    "standard",
    "month",
    "method",
    "centre",
    "lower",
    "upper",
    "value",
    "variation",
    "p",
    "q",
    "flag",
    "points",
    "numerator",
    "denominator",
    "look",
    "look_numerator",
    "look_denominator",
    "before_numerator",
    "before_denominator",
)


def lay_out_flags(cursor, store: Store, scope: Scope, moments: list[date]) -> None:
    """Makes the table `flags` on the cursor: the rows of `metrics.signals.latest` that are flagged as at each
    moment, with their variation, of the homes asked of.
    """
    for place, moment in enumerate(dict.fromkeys(moments)):
        _lay_out_latest(cursor, store, of_every_home(moment, scope.known_at))
        make = "insert into flags" if place else "create temp table flags as"
        run(cursor, scope, f"{make} select * from ({FLAGS}) where {SEEN}", moment=moment, homes=_homes(scope))


def _homes(scope: Scope) -> list[str] | None:
    return scope.named


def _lay_out_latest(cursor, store: Store, scope: Scope) -> None:
    """Makes the table `laid_latest`: every home's, since false discoveries are held down over all of them."""
    if may_be_kept(store, scope):
        variant = first_incomplete(scope.as_at).isoformat()
        keep(store, LATEST, variant)
        cursor.execute(
            f"create or replace temp view laid_latest as select {', '.join(COLUMNS)} from {LATEST.name} where variant ="
            f" '{variant}'"
        )
        return
    cursor.register("latest_made", latest(store, scope))
    typed = ", ".join(f"{name}::{kind} as {name}" for name, kind in COLUMNS.items())
    cursor.execute(f"create or replace temp view laid_latest as select {typed} from latest_made")


def signals(store: Store, scope: Scope) -> dict:
    """The latest month of every home and indicator, as the contract's JSON: flags first, then by p. Values are in
    the indicator's unit; of method `t` they are days between events. `expected_false_flags`: how many flags chance
    alone would raise at the p that raises one.
    """
    rows = of_latest(
        store,
        scope,
        f"select {', '.join(TOLD)} from ({ALL}) where {SEEN} order by flag desc, p nulls last, home, standard,"
        " indicator",
    )
    return {
        "as_at": scope.as_at.isoformat(),
        "signals": with_assurance(store, scope, rows),
        "expected_false_flags": expected_false_flags(store, scope, sum(row["p"] is not None for row in rows)),
    }


def flagged(store: Store, scope: Scope) -> list[dict]:
    """The rows of `metrics.signals.latest` that are flagged, with their variation, of the homes asked of."""
    return of_latest(
        store,
        scope,
        f"select * from ({FLAGS}) where {SEEN} order by p, home, standard, indicator",
        moment=scope.as_at,
    )


def of_latest(store: Store, scope: Scope, sql: str, **parameters) -> list[dict]:
    """What the query says of the table `laid_latest`; it may use `ALL`, `FLAGS` and `SEEN`."""
    with store.reading() as cursor:
        _lay_out_latest(cursor, store, of_every_home(scope.as_at, scope.known_at))
        answer = run(cursor, scope, sql, homes=_homes(scope), **parameters)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def with_assurance(store: Store, scope: Scope, rows: list[dict]) -> list[dict]:
    """The rows with their month in letters and their assurance, by the targets as set."""
    aims = targets(store, scope)
    return [
        row | {"month": f"{row['month']:%Y-%m}", "assurance": _assurance(row, aims[row["indicator"]])} for row in rows
    ]


def _assurance(signal: dict, target: float | None) -> str:
    """By the chart's limits; of cases too few for limits, by the interval of all of them: one month of three cases
    shows nothing of how it runs.
    """
    if signal["method"] == TOO_FEW.id or target is None:
        return NONE
    lower, upper = _interval_of_all(signal) if signal["method"] == PROPORTION else (signal["lower"], signal["upper"])
    return assurance(target, lower, upper, KNOWN[signal["indicator"]].better)


def _interval_of_all(signal: dict) -> tuple[float, float]:
    part, whole = (signal[f"look_{name}"] + signal[f"before_{name}"] for name in ("numerator", "denominator"))
    return interval(KNOWN[signal["indicator"]], part, whole)


def expected_false_flags(store: Store, scope: Scope, tests: int) -> float:
    """How many of so many tests chance alone would flag: tests times the largest p that is flagged in the whole
    service (the smallest that could be, where none is).
    """
    whole = of_latest(store, scope, f"select max(p) filter (flag) as most, count(p) as tests from ({ALL})")[0]
    return (
        round(tests * (FALSE_DISCOVERIES / whole["tests"] if whole["most"] is None else whole["most"]), 2)
        if tests
        else 0.0
    )
