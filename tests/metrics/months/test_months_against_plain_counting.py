"""The month values and the pooled figures of councils drawn at random, against plain counting of the same rows."""

from datetime import date
from random import Random

import pytest

from metrics.visits.records import set_records
from qa_data.scope import Scope, of_every_home
from qa_data.uploads import restore, uploads, withdraw
from tests.filling import upload
from tests.metrics import plain
from tests.metrics.asking import month_values, rated
from tests.metrics.drawing import FIRST, draw_uploads, surviving
from tests.seeds import some

AS_AT = date(2025, 5, 30)
MOMENTS = [AS_AT, date(2025, 4, 30), date(2024, 2, 29)]


def asked(store, scope: Scope) -> dict:
    rows = month_values(store, scope)
    found = {
        (row["home"], row["standard"], row["indicator"], row["month"]): (row["numerator"], row["denominator"])
        for row in rows
    }
    assert len(found) == len(rows)
    return found


@pytest.mark.parametrize("seed", some(range(6), 3))
def test_after_every_upload_and_as_known_at_every_moment(store, seed):
    drawn = draw_uploads(Random(seed))
    expected = [plain.month_values(surviving(drawn[: number + 1]), FIRST, AS_AT) for number in range(len(drawn))]
    for rows, values in zip(drawn, expected, strict=True):
        upload(store, **rows)
        assert asked(store, of_every_home(AS_AT)) == values
    for each, values in zip(uploads(store, of_every_home()), expected, strict=True):
        assert asked(store, of_every_home(AS_AT, known_at=each.moment)) == values


@pytest.mark.parametrize("seed", some(range(10, 14), 3))
def test_after_an_upload_is_withdrawn_and_restored(store, seed):
    drawn = draw_uploads(Random(seed))
    ids = [upload(store, **rows) for rows in drawn]
    everything = asked(store, of_every_home(AS_AT))
    withdraw(store, of_every_home(), ids[2], "me")
    assert asked(store, of_every_home(AS_AT)) == plain.month_values(surviving(drawn[:2] + drawn[3:]), FIRST, AS_AT)
    restore(store, of_every_home(), ids[2], "me")
    assert asked(store, of_every_home(AS_AT)) == everything


def late_log(random: Random) -> tuple[dict[str, list[dict]], list[tuple[str, str, date]]]:
    """A council whose log begins when most homes had long been open, in some kinds not at all for some homes; and the
    days that it has set.
    """
    told = surviving(draw_uploads(random))
    told["homes"] = [row | {"opened": random.choice([date(2019, 5, 2), row["opened"]])} for row in told["homes"]]
    since = {(home, kind): _since(random) for home in "ABCD" for kind, _ in plain.DUTIES.values()}
    told["visits"] = [
        row for row in told["visits"] if row["visit_date"] >= since.get((row["home"][-1], row["visit_type"]), FIRST)
    ]
    days = [(f"Home {home}", kind, _since(random)) for home, kind in since if random.random() < 0.3]
    return told, days


def _since(random: Random) -> date:
    return plain.later(FIRST, random.randrange(24)).replace(day=random.choice([1, 1, 9]))


@pytest.mark.parametrize("seed", some(range(30, 42), 3))
def test_before_records_begin_nothing_is_told(store, seed):
    told, days = late_log(Random(seed))
    upload(store, **told)
    assert asked(store, of_every_home(AS_AT)) == plain.month_values(told, FIRST, AS_AT)
    for home, kind, day in days:
        set_records(store, of_every_home(), "Jo", home, kind, day, "The log before is on paper")
    told["records_set"] = [{"home": home, "kind": kind, "begins": day} for home, kind, day in days]
    assert asked(store, of_every_home(AS_AT)) == plain.month_values(told, FIRST, AS_AT)


@pytest.mark.parametrize("seed", some(range(20, 24), 3))
def test_pooled_and_rated_at_several_moments(store, seed):
    told = surviving(draw_uploads(Random(seed)))
    upload(store, **told)
    rows = rated(store, of_every_home(AS_AT), MOMENTS)
    for moment in MOMENTS:
        found = {
            (row["home"], row["standard"], row["indicator"]): tuple(
                row[name] for name in ("numerator", "denominator", "rag", "counts", "months_with_value")
            )
            for row in rows
            if row["moment"] == moment
        }
        assert found == plain.rated(told, plain.month_values(told, FIRST, moment), moment)


def test_every_indicator_is_drawn(store):
    upload(store, **surviving(draw_uploads(Random(1), 12)))
    from metrics.indicators.registry import INDICATORS

    assert {row["indicator"] for row in month_values(store, of_every_home(AS_AT))} == {each.id for each in INDICATORS}
