"""What is remembered home by home: of which homes a question is asked anew."""

from datetime import date

import pytest

from metrics.kept import stands
from metrics.kept.laying import answered
from metrics.kept.remembered import MOST, home_by_home
from qa_data.scope import Every, Scope, of_every_home, utc_now
from qa_data.store import open_store
from qa_data.uploads import next_moment, withdraw
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))

HOMES = ("Ash", "Birch", "Cherry", "Damson")


class Question:
    """Says how many returns each home has; notes of which homes it was asked."""

    def __init__(self):
        self.asked: list[list[str] | None] = []

    def __call__(self, store, scope, *words):
        self.asked.append(scope.named)
        rows = store.rows(
            scope, "select home, count(month) as returns from homes left join returns using (home) group by 1"
        )
        return {row["home"]: row["returns"] for row in rows}


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(stands, "MANY", len(HOMES))
    opened = open_store(str(tmp_path / "qa.duckdb"))
    upload(opened, homes=[{"home": home, "opened": date(2020, 1, 1)} for home in HOMES])
    yield opened
    opened.close()


def told(question, store, homes=HOMES, scope=AS_AT, common="", words=()):
    """The answer, and of which homes it was asked meanwhile."""
    before = len(question.asked)
    answer = answered(lambda store, scope: home_by_home(question, store, scope, homes, common, *words), store, scope)
    return answer, question.asked[before:]


def one_return(store, home):
    upload(store, returns=[{"home": home, "month": date(2026, 9, 1), "child_nights": 90, "restraints": 1}])


def test_after_a_change_the_touched_homes_alone_are_asked_about(store):
    question = Question()
    one_return(store, "Ash")
    assert told(question, store) == ({"Ash": 1, "Birch": 0, "Cherry": 0, "Damson": 0}, [list(HOMES)])
    assert told(question, store)[1] == []
    one_return(store, "Cherry")
    assert told(question, store) == ({"Ash": 1, "Birch": 0, "Cherry": 1, "Damson": 0}, [["Cherry"]])


def test_of_some_homes_what_is_not_known_is_asked(store):
    question = Question()
    assert told(question, store, ("Ash", "Birch"))[1] == [["Ash", "Birch"]]
    assert told(question, store, ("Birch", "Damson")) == ({"Birch": 0, "Damson": 0}, [["Damson"]])


def test_of_every_home_those_that_come_and_go_are_told_too(store):
    question = Question()
    assert told(question, store, Every.HOME) == ({"Ash": 0, "Birch": 0, "Cherry": 0, "Damson": 0}, [None])
    assert told(question, store, Every.HOME)[1] == []
    elder = upload(store, homes=[{"home": "Elder", "opened": date(2026, 1, 1)}])
    assert told(question, store, Every.HOME)[0].keys() == {*HOMES, "Elder"} and question.asked[1:] == [["Elder"]]
    withdraw(store, of_every_home(), elder, "Jo")
    assert told(question, store, Every.HOME)[0].keys() == set(HOMES) and question.asked[2:] == [["Elder"]]
    for _ in range(2):
        assert told(question, store, Every.HOME, AS_AT.narrowed(HOMES[:2]))[1] == [list(HOMES[:2])]


def test_another_scope_common_or_word_is_another_question(store):
    question = Question()
    told(question, store)
    for other in ({"scope": of_every_home(date(2026, 9, 30))}, {"common": "0.3"}, {"words": (7,)}):
        assert told(question, store, **other)[1] == [list(HOMES)]
    theirs = Scope(AS_AT.as_at, None, frozenset(HOMES[:2]))
    for never in ({"common": None}, {"scope": theirs}, {"scope": of_every_home(AS_AT.as_at, utc_now())}):
        for _ in range(2):
            assert told(question, store, HOMES[:2], **never)[1] == [list(HOMES[:2])]


def test_a_setting_or_an_erasure_makes_all_of_it_anew(store):
    question = Question()
    for table, columns in (
        ("settings", "(moment, made_by, reason, setting, value) values ($moment, 'Jo', 'asked', 'signals.flag', 0.01)"),
        ("erasures", "(moment, made_by, reason, kind) values ($moment, 'Jo', 'asked', 'words')"),
    ):
        told(question, store)
        with store.writing(of_every_home()) as cursor:
            cursor.run(f"insert into main.{table} {columns}", moment=next_moment(cursor))
        assert told(question, store)[1] == [list(HOMES)], table


def test_records_of_the_service_that_go_further_back_make_all_of_it_anew(store):
    question = Question()
    for home, day, anew in (
        ("Ash", date(2025, 3, 4), list(HOMES)),
        ("Birch", date(2025, 9, 4), ["Birch"]),
        ("Birch", date(2025, 8, 4), ["Birch"]),
        ("Birch", date(2025, 2, 4), list(HOMES)),
    ):
        told(question, store)
        upload(store, visits=[{"home": home, "visit_type": "Regulation 44 visit", "visit_date": day}])
        assert told(question, store)[1] == [anew], day


def test_another_file_in_its_place_is_asked_anew(store):
    question = Question()
    told(question, store)
    store.rewritten(lambda: None)
    assert told(question, store)[1] == [list(HOMES)]


def test_a_question_that_begins_again_takes_nothing_away(store):
    question, failing = Question(), []

    def asked(store, scope):
        if failing:
            raise ValueError(failing.pop())
        return question(store, scope)

    def of_all():
        return answered(lambda store, scope: home_by_home(asked, store, scope, HOMES, ""), store, AS_AT)

    of_all()
    one_return(store, "Birch")
    failing.append("somebody writes")
    with pytest.raises(ValueError, match="somebody writes"):
        of_all()
    of_all()
    assert question.asked == [list(HOMES), ["Birch"]]


def test_the_oldest_question_goes_first(store):
    question = Question()
    for word in range(MOST + 1):
        told(question, store, words=(word,))
    assert told(question, store, words=(MOST,))[1] == [] and told(question, store, words=(0,))[1] == [list(HOMES)]
