"""What a council may set, and what it may not."""

from datetime import date
from shutil import copy

import pytest

from metrics.indicators.registry import INDICATORS
from metrics.indicators.settings import SETTINGS, NotSettable, change_setting, in_force, settings_history
from metrics.rag.status import cells, status
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.drawn import store_with
from tests.metrics.rag.test_status import returned

AS_AT = of_every_home(date(2026, 10, 31))


def rag(store, proposed=(), code="QS14"):
    return next(each["rag"] for each in cells(store, AS_AT, proposed) if each["standard"] == code)


@pytest.fixture
def store():
    return store_with(returned(reviews_due=10, reviews_on_time=5))


def test_every_target_that_is_no_law_and_every_floor_can_be_set():
    ids = {each.id for each in SETTINGS}
    for indicator in INDICATORS:
        assert (f"{indicator.id}.target" in ids) == (indicator.target is not None and indicator.basis != "legal")
        assert (f"{indicator.id}.floor" in ids) == (indicator.floor is not None)


def test_a_change_colours_anew_and_can_be_taken_back(store):
    assert rag(store) == "amber"
    change_setting(store, of_every_home(), "Jo", "CPL5.floor", 40, "Agreed")
    change_setting(store, of_every_home(), "Jo", "CPL5.target", 50, "Agreed")
    assert rag(store) == "grey" and in_force(store, of_every_home())["CPL5.target"] == 50
    change_setting(store, of_every_home(), "Jo", "CPL5.target", None, "Back")
    assert in_force(store, of_every_home())["CPL5.target"] == 100
    assert [(each["setting"], each["made_by"]) for each in settings_history(store, of_every_home())] == [
        ("CPL5.target", "Jo"),
        ("CPL5.target", "Jo"),
        ("CPL5.floor", "Jo"),
    ]


def test_trying_out_saves_nothing(store):
    assert rag(store, (("CPL5.target", 50.0), ("CPL5.floor", 40.0))) == "grey"
    assert rag(store) == "amber" and settings_history(store, of_every_home()) == []


def test_as_known_before_the_change(store):
    then = store.rows(of_every_home(), "select max(moment) as moment from uploads")[0]["moment"]
    change_setting(store, of_every_home(), "Jo", "CPL5.floor", 40, "Agreed")
    assert in_force(store, of_every_home(known_at=then))["CPL5.floor"] == 90


def test_a_reason_names_the_target_as_set(store):
    change_setting(store, of_every_home(), "Jo", "CPL5.floor", 60, "Agreed")
    change_setting(store, of_every_home(), "Jo", "CPL5.target", 97, "Agreed")
    texts = [reason["text"] for each in status(store, AS_AT)["cells"] for reason in each["reasons"]]
    assert any("Reviews on time 5 of 10 (50 %, local target 97 %)" in text.replace(";", ",") for text in texts)


@pytest.mark.parametrize(
    ("by", "id", "value", "reason", "why"),
    [
        ("", "CPL5.floor", 40, "Agreed", "your name"),
        ("Jo", "CPL5.floor", 40, " ", "a reason"),
        ("Jo", "CPL5.floor", 101, "Agreed", "from 0 to 100"),
        ("Jo", "VWF1.floor", 85, "Agreed", "cannot be better"),
        ("Jo", "LAM5.floor", 5, "Agreed", "cannot be better"),
    ],
)
def test_what_cannot_be_set(store, by, id, value, reason, why):
    with pytest.raises(NotSettable, match=why):
        change_setting(store, of_every_home(), by, id, value, reason)
    assert settings_history(store, of_every_home()) == []


def test_a_flag_is_no_commoner_than_a_watch(store):
    with pytest.raises(NotSettable, match=r"^Flags cannot be more \(0\.2\) than Watches \(0\.1\)"):
        change_setting(store, of_every_home(), "Jo", "signals.flag", 0.2, "Agreed")
    with pytest.raises(NotSettable, match="from 0.001 to 5 a month in a home"):
        change_setting(store, of_every_home(), "Jo", "signals.watch", 0, "Agreed")
    change_setting(store, of_every_home(), "Jo", "signals.watch", 0.25, "Agreed")
    change_setting(store, of_every_home(), "Jo", "signals.flag", 0.2, "Agreed")
    assert in_force(store, of_every_home())["signals.flag"] == 0.2


def test_what_more_flags_would_colour_is_what_they_colour(tmp_path, sample_store):
    store = open_store(copy(sample_store, tmp_path / "sample.duckdb"))
    now, tried = cells(store, AS_AT), cells(store, AS_AT, (("signals.watch", 5.0), ("signals.flag", 5.0)))
    change_setting(store, of_every_home(), "Jo", "signals.watch", 5, "Agreed")
    change_setting(store, of_every_home(), "Jo", "signals.flag", 5, "Agreed")
    assert cells(store, AS_AT) == tried != now
