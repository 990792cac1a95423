"""What a clinic talks about: one item a home and standard, in an order, with all that speaks for it."""

from datetime import date
from random import Random

from metrics.clinic import agenda, decided
from metrics.clinic.agenda import MOST
from metrics.clinic.exceptions import ORDER
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload
from tests.metrics.themes.drawing import PLAIN, concern, months, said, visit

DAY = date(2026, 10, 31)
ASK = of_every_home(DAY)
HOMES = [{"home": "Ash House", "opened": date(2015, 1, 1)}, {"home": "Oak House", "opened": date(2015, 1, 1)}]


def action(**changes) -> dict:
    return {
        "home": "Ash House",
        "reference": "A1",
        "source": "Management check",
        "raised": date(2026, 9, 1),
        "standards": ["QS10"],
        "status": "Open",
        "action": "Mend it",
        "due": date(2026, 10, 1),
    } | changes


def items(**tables) -> dict:
    """The agenda by its keys."""
    store = open_store(MEMORY)
    upload(store, homes=HOMES, **tables)
    return {item["key"]: item for item in agenda(store, ASK)}


def test_an_overdue_action_is_on_the_agenda_under_its_standard():
    found = items(actions=[action()])
    assert (
        found["Ash House~QS10"]["why"] == "overdue"
        and found["Ash House~QS10"]["also"] == []
        and found["Ash House~QS10"]["cell"]["standard"] == "QS10"
    )


def test_what_was_decided_and_is_not_done_comes_before_what_got_worse():
    late = action(source="Performance clinic", source_date=date(2026, 9, 1), action="Ring the police each Monday")
    found = items(actions=[late])
    assert found["Ash House~QS10"]["why"] == "not done"
    assert found["Ash House~QS10"]["also"] == [
        "Decided on 1 Sep 2026, due 1 Oct 2026 and not done: Ring the police each Monday"
    ]
    assert ORDER.index("not done") < ORDER.index("worse") < ORDER.index("signal")


def test_a_home_that_cannot_be_seen_is_one_item():
    found = items()
    assert (
        set(found) == {"Ash House", "Oak House"}
        and len(found["Ash House"]["unseen"]) == 9
        and found["Ash House"]["cell"] is None
    )


def test_a_theme_that_emerges_is_talked_of_where_it_is_raised():
    written = {"Ash House": (0, 1, 2, 11), "Oak House": ()}
    rng = Random(1)
    found = items(
        visits=[
            visit(
                home,
                month.replace(day=12),
                concerns=concern("medication", rng) if back in told_at else said(PLAIN[0], rng),
            )
            for home, told_at in written.items()
            for back, month in enumerate(reversed(months(15)))
        ]
    )
    assert (
        found["Ash House~QS10"]["why"] == "theme"
        and "visitors raise it in 3 of 3 visits here" in found["Ash House~QS10"]["also"][0]
    )
    assert "Oak House~QS10" not in found


def returns(home: str, counts: list[int]) -> list[dict]:
    """Missing episodes of the months to October 2026."""
    months = [date(2024 + place // 12, place % 12 + 1, 1) for place in range(34 - len(counts), 34)]
    return [
        {"home": home, "month": month, "child_nights": 90, "missing_episodes": count}
        for month, count in zip(months, counts, strict=True)
    ]


STOOD, NEW, WATCHED = ([2, 3, 2, 1, 2, 3] * 4 + last for last in ([9, 8, 9, 9], [2, 2, 2, 12], [2, 2, 2, 6]))


def test_a_flag_is_an_item_a_new_one_before_one_that_stood_and_a_watch_is_none():
    store = open_store(MEMORY)
    homes = {"A stood": STOOD, "B new": NEW, "C watched": WATCHED}
    upload(
        store,
        homes=[{"home": home, "opened": date(2015, 1, 1)} for home in homes],
        returns=[each for home, counts in homes.items() for each in returns(home, counts)],
    )
    told = [item for item in agenda(store, ASK) if item["why"] == "signal"]
    assert [(item["key"], item["new"]) for item in told] == [("B new~QS12", True), ("A stood~QS12", False)]
    assert all(item["also"][0].startswith("Missing episodes up since about ") for item in told)


def test_a_flag_that_somebody_acts_on_is_off_the_agenda():
    store = open_store(MEMORY)
    upload(store, homes=HOMES, returns=returns("Ash House", STOOD))
    assert "Ash House~QS12" in {item["key"] for item in agenda(store, ASK)}
    concern = {"home": "Ash House", "standard": "QS12", "indicator": "PRO1", "since": date(2026, 7, 1)}
    record(store, of_every_home(), "concern_answers", "K. Ahmed", **concern, answer="acting", reason="A new rota")
    assert "Ash House~QS12" not in {item["key"] for item in agenda(store, ASK)}


def test_a_home_that_gets_worse_as_a_whole_is_an_item_of_its_own(sample):
    (item,) = [item for item in agenda(sample, ASK) if item["why"] == "whole"]
    assert (item["key"], item["standard"], item["cell"], item["rag"]) == ("Cedar View", None, None, "red")
    assert item["whole"]["made_of"] and item["also"][0].startswith("Cedar View is getting worse in many things at once")


def test_a_closed_home_is_not_talked_of_and_the_list_ends():
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": f"Home {number}", "opened": date(2015, 1, 1)} for number in range(MOST + 5)]
        + [{"home": "Gone", "opened": date(2015, 1, 1), "closed": date(2026, 1, 1)}],
        actions=[action(home="Gone")],
    )
    told = agenda(store, ASK)
    assert len(told) == MOST and "Gone" not in {item["home"] for item in told}
    assert {(item["of"], item["about"]) for item in told} == {(MOST + 5, 9 * (MOST + 5))}


def test_what_was_not_accepted_is_no_decision_left_undone():
    refused = action(source="Performance clinic", source_date=date(2026, 9, 1), decision="Not accepted")
    store = open_store(MEMORY)
    upload(store, homes=HOMES, actions=[refused])
    assert [each["state"] for each in decided(store, ASK)] == ["refused"]
    assert {item["why"] for item in agenda(store, ASK)} == {"unseen"}
