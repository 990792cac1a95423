"""When a theme is emerging, fading, mentioned for the first time or steady, from drawn counts."""

import pytest

from metrics.themes.emerging import judge


def theme(visits, of, before, before_of, homes=2, stretches=3, new=False, home=None):
    quarters = {"before_quarters": [before // 4] * 4, "before_of_quarters": [before_of // 4] * 4}
    return quarters | {
        "home": home,
        "theme": "medication",
        "visits": visits,
        "of": of,
        "before": before,
        "before_of": before_of,
        "homes": [f"Home {number}" for number in range(homes)],
        "stretches": stretches,
        "new": new,
    }


def judged(*counts):
    told = [dict(each) for each in counts]
    judge(told)
    return told[0]


@pytest.mark.parametrize(
    ("counts", "state"),
    [
        (theme(8, 15, 3, 60), "emerging"),
        (theme(8, 15, 3, 60, homes=1), "watch"),
        (theme(3, 15, 6, 60), "steady"),
        (theme(0, 15, 30, 60), "fading"),
        (theme(4, 15, 16, 60), "steady"),
        (theme(2, 15, 0, 60, new=True), "first mention"),
        (theme(3, 15, 0, 60, homes=2, new=True), "emerging"),
        (theme(3, 15, 0, 60, homes=1, new=True), "first mention"),
        (theme(8, 15, 0, 5), "steady"),
        (theme(3, 3, 1, 12, homes=1, home="Ash House"), "emerging"),
        (theme(3, 4, 1, 12, homes=1, home="Ash House", stretches=2), "watch"),
        (theme(2, 3, 0, 12, homes=1, home="Ash House", stretches=2), "watch"),
        (theme(2, 3, 2, 12, homes=1, home="Ash House", stretches=2), "steady"),
    ],
    ids=[
        "rise in two homes",
        "rise in one home",
        "a little more",
        "gone",
        "as expected",
        "new",
        "new in three visits and two homes",
        "new in one home",
        "too few before",
        "every month at a home",
        "not every month at a home",
        "two visits at a home",
        "two visits at a home, as before",
    ],
)
def test_state(counts, state):
    assert judged(counts)["state"] == state


def test_a_first_mention_is_not_tested():
    told = judged(theme(6, 15, 0, 60, new=True))
    assert told["q"] is None and told["p"] is None and told["eb05"] > 1


def test_too_few_before_gives_no_number_but_what_was_seen():
    told = judged(theme(8, 15, 0, 5))
    assert [told[name] for name in ("expected", "eb05", "p", "q", "usual")] == [None] * 5 and told["lower"] < 8 < told[
        "upper"
    ]


def test_a_flag_gives_way_to_how_many_themes_were_looked_at():
    rise, steady = theme(3, 3, 1, 12, homes=1, home="Ash House"), theme(0, 3, 1, 12, homes=0, home="Ash House")
    assert judged(rise)["q"] < judged(rise, *[steady] * 20)["q"] and judged(rise, *[steady] * 30)["state"] == "watch"


def test_one_homes_themes_do_not_weigh_on_anothers():
    rise, steady = theme(3, 3, 1, 12, homes=1, home="Ash House"), theme(0, 3, 1, 12, homes=0, home="Birch House")
    assert judged(rise, *[steady] * 30)["q"] == pytest.approx(judged(rise)["q"])
