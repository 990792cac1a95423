"""What a clinic decides: an action of the day of the meeting, each decision its own."""

from datetime import date

from loaders.decided import decide
from qa_data.scope import of_every_home
from tests.drawn import store_with

EVERY = of_every_home()

DAY, DUE = date(2026, 10, 14), date(2026, 10, 28)


def decided(*of_standards: list[str]) -> list[dict]:
    store = store_with()
    for standards in of_standards:
        assert decide(store, EVERY, "Chair", "Ash House", standards, "Ring the school", "S. Reid", DAY, DUE) == []
    return store.rows(EVERY, "from actions order by standards")


def test_a_decision_is_an_open_action_that_is_raised_and_accepted_on_the_day():
    [row] = decided(["QS08"])
    names = ("source", "source_date", "raised", "due", "status", "decision", "owner", "standards")
    assert [row[name] for name in names] == [
        "Performance clinic",
        DAY,
        DAY,
        DUE,
        "Open",
        "Accepted",
        "S. Reid",
        ["QS08"],
    ]


def test_the_same_words_under_another_standard_are_another_action_and_said_again_the_same():
    assert [row["standards"] for row in decided(["QS08"], ["QS12"], ["QS08"], ["QS12"])] == [["QS08"], ["QS12"]]
