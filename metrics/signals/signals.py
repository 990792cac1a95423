"""The signals of the latest month, with false flags held down over everything that is looked at."""

from datetime import date

from metrics.kept import keep, may_be_kept
from metrics.months import first_incomplete
from metrics.signals.latest import COLUMNS, LATEST, latest
from qa_data.asking import Asking
from qa_data.store import Store, run

FALSE_DISCOVERIES = 0.1
"""At most this share of the flags is false, on average (Benjamini and Hochberg 1995)."""

DISCOVERED = f"""
select *, coalesce(q <= {FALSE_DISCOVERIES}, false) as flag, case when flag then by_test else by_chart end as variation
from laid_latest left join (
    select home, standard, indicator, min(p * tests / place) over (order by place desc) as q
    from (select *, count(*) over () as tests, row_number() over (order by p, home, standard, indicator) as place from laid_latest where p is not null)
) rates using (home, standard, indicator)
"""
"""q and the flag of every row, over the whole service: a home's flag does not depend on who looks."""

SEEN = "create temp table if not exists signals as select null::date as moment, * from ({discovered}) limit 0"

TOLD = ("home", "indicator", "standard", "month", "method", "centre", "lower", "upper", "value", "variation", "assurance", "p", "q", "flag", "points",
        "numerator", "denominator", "look", "look_numerator", "look_denominator", "before_numerator", "before_denominator")


def lay_out_signals(cursor, store: Store, asking: Asking, moments: list[date]) -> None:
    """Makes the table `signals` on the cursor: the rows of `metrics.signals.latest` as at each moment, with q, flag and variation, of
    the homes asked of."""
    for moment in dict.fromkeys(moments):
        _lay_out_latest(cursor, store, Asking(moment, asking.known_at))
        run(cursor, asking, SEEN.format(discovered=DISCOVERED))
        seen = "" if asking.homes is None else "where list_contains($homes, home)"
        run(cursor, asking, f"insert into signals select $moment, * from ({DISCOVERED}) {seen}", moment=moment)


def _lay_out_latest(cursor, store: Store, asking: Asking) -> None:
    if may_be_kept(store, asking):
        variant = first_incomplete(asking.as_at).isoformat()
        keep(store, LATEST, variant)
        cursor.execute(f"create or replace temp table laid_latest as select {', '.join(COLUMNS)} from {LATEST.name} where variant = ?", [variant])
        return
    cursor.register("latest_made", latest(store, asking))
    typed = ", ".join(f"{name}::{kind} as {name}" for name, kind in COLUMNS.items())
    cursor.execute(f"create or replace temp table laid_latest as select {typed} from latest_made")


def signals(store: Store, asking: Asking) -> dict:
    """The latest month of every home and indicator, as the contract's JSON: flags first, then by p. Values are in the indicator's unit;
    of method `t` they are days between events. `expected_false_flags`: how many flags chance alone would raise at the p that raises one."""
    with store.reading() as cursor:
        lay_out_signals(cursor, store, asking, [asking.as_at])
        answer = cursor.execute(f"select {', '.join(TOLD)} from signals order by flag desc, p nulls last, home, standard, indicator")
        found = [dict(zip(TOLD, row)) for row in answer.fetchall()]
    for each in found:
        each["month"] = f"{each['month']:%Y-%m}"
    return {"as_at": asking.as_at.isoformat(), "signals": found, "expected_false_flags": expected_false_flags(found)}


def expected_false_flags(found: list[dict]) -> float:
    """Tests times the largest p that is flagged (the smallest that could be, where none is), as Benjamini and Hochberg's rule has it."""
    flags = sum(each["flag"] for each in found)
    return round(FALSE_DISCOVERIES * max(1, flags), 2) if any(each["p"] is not None for each in found) else 0.0
