"""Once emerging a theme stays so until a judgement clears it: against the rule applied plainly, month by month."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil
from random import Random

import pytest

from metrics.themes import themes
from metrics.themes.counting import counts, lay_counted
from metrics.themes.emerging import EMERGING, judge
from metrics.themes.standing import Run, Runs
from qa_data.scope import of_every_home
from qa_data.uploads import uploads
from tests.filling import upload
from tests.metrics.themes.drawing import CONCERNS, HOMES, PLAIN, concern, months, said, store_of, visit
from tests.seeds import some

DAYS = [
    date(2025, 12, 31),
    date(2026, 3, 14),
    date(2026, 6, 30),
    date(2026, 9, 2),
    date(2026, 10, 31),
    date(2026, 11, 20),
]


@cache
def made_up(seed: int):
    """Thirty months of visits to five homes; concerns come for a while and go, and one home is not visited for some
    months.
    """
    rng = Random(seed)
    spells = {(home, theme): (rng.randrange(8, 28), rng.randrange(2, 8)) for home in HOMES for theme in CONCERNS}
    visits = []
    for number, month in enumerate(months(30)):
        for home in HOMES:
            if home == HOMES[-1] and 20 <= number < 26:
                continue
            texts = [
                concern(theme, rng) if rng.random() < _share(number, *spells[home, theme]) else said(PLAIN[0], rng)
                for theme in CONCERNS
            ]
            visits.append(visit(home, month.replace(day=rng.randint(1, 28)), concerns=" ".join(texts)))
    return store_of(visits)


def _share(month: int, begun: int, long: int) -> float:
    return 0.8 if begun <= month < begun + long else 0.06


MONTH_ENDS = [month.replace(day=monthrange(month.year, month.month)[1]) for month in months(30)]


@cache
def of_days(store, scope) -> dict[date, list[dict]]:
    """What each day alone has of every theme, of the service and of each home; the scope is of the last of them."""
    with store.reading(scope) as cursor:
        lay_counted(store, cursor, sorted({*MONTH_ENDS, *DAYS}))
        counted = counts(cursor)
    told = {day: [each for each in counted if each["moment"] == day] for day in {*MONTH_ENDS, *DAYS}}
    for those in told.values():
        judge([each for each in those if each["home"] is None])
        judge([each for each in those if each["home"]])
    return told


@pytest.mark.parametrize("day", DAYS)
def test_what_is_counted_of_a_day_is_the_same_whatever_days_are_counted_beside_it(day):
    store, scope = made_up(0), of_every_home(day)
    with store.reading(scope) as cursor:
        lay_counted(store, cursor, [day])
        alone = counts(cursor)
    with store.reading(of_every_home(DAYS[-1])) as cursor:
        lay_counted(store, cursor, sorted({*MONTH_ENDS, *DAYS}))
        assert alone and alone == [each for each in counts(cursor) if each["moment"] == day]


def plain(store, scope) -> dict[tuple, date]:
    """Since when which theme is emerging."""
    since: dict[tuple, tuple] = {}
    counted = of_days(store, scope.at(DAYS[-1]))
    for day in [*(each for each in MONTH_ENDS if each < scope.as_at), scope.as_at]:
        told = {(each["home"], each["theme"]): each for each in counted[day]}
        for key, (_, share) in list(since.items()):
            now = told.get(key)
            if now and now["of"] and now["visits"] <= ceil(share * now["of"]):
                del since[key]
        for key, each in told.items():
            if each["state"] == EMERGING and key not in since:
                since[key] = day, Fraction(2 * each["before"] + 1, 2 * each["before_of"] + 2)
    return {key: day for key, (day, _) in since.items()}


@pytest.mark.parametrize("seed", some(range(3), 1))
def test_as_the_rule_has_it(seed):
    store, found = made_up(seed), 0
    for day in DAYS:
        for homes in (None, [HOMES[0]], list(HOMES[:3])):
            scope = of_every_home(day) if homes is None else of_every_home(day).narrowed(homes)
            told = {
                (each["home"], each["theme"]): date.fromisoformat(each["since"])
                for each in themes(store, scope)["themes"]
                if each["state"] == EMERGING
            }
            expected = {key: since for key, since in plain(store, scope).items() if key[0] or homes != [HOMES[0]]}
            assert told == expected, (day, homes)
            found += len(told)
    assert found


def run() -> Runs:
    return Runs({(None, "medication"): Run(date(2026, 8, 31), 3, 60)})


@pytest.mark.parametrize(
    ("visits", "of", "stands"),
    # 3.5 of 61 of 15 visits are 0.86, so one is what one would expect; of 30 they are 1.7.
    [(2, 15, True), (1, 15, False), (0, 15, False), (2, 30, False), (3, 30, True), (0, 0, True)],
)
def test_it_is_cleared_by_what_one_would_expect_and_by_nothing_less(visits, of, stands):
    runs = run()
    runs.judge(date(2026, 9, 30), {(None, "medication"): visits}, {None: of}, [])
    assert bool(runs.standing) is stands and len(runs.over) == (not stands)


def test_a_second_rise_does_not_move_the_day_on_which_it_emerged():
    runs = run()
    found = [((None, "medication"), 9, 60)]
    runs.judge(date(2026, 9, 30), {(None, "medication"): 5}, {None: 15}, found)
    assert runs.standing[None, "medication"].since == date(2026, 8, 31)


def test_known_before_a_later_upload():
    """What is kept today does not speak of what was known then."""
    store = made_up.__wrapped__(1)
    [first] = uploads(store, of_every_home())
    scope = of_every_home(date(2026, 10, 31), known_at=first.moment)
    before = themes(store, scope)["themes"]
    rng = Random(5)
    days = [(home, date(2026, 10, day)) for home in HOMES for day in (29, 30)]
    upload(store, visits=[visit(home, day, concerns=concern("supervision", rng)) for home, day in days])
    assert themes(store, of_every_home(date(2026, 10, 31)))["themes"] != before
    assert themes(store, scope)["themes"] == before
