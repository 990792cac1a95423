"""Which visits mention a theme: once a visit, in the window or in the year before it, and only as a concern."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from metrics.themes import theme_counts, themes
from qa_data.scope import of_every_home
from qa_data.uploads import uploads
from tests.filling import upload
from tests.metrics.themes.drawing import (
    AS_AT,
    ASH,
    BIRCH,
    CONCERNS,
    PLAIN,
    concern,
    finding,
    mentioned,
    months,
    said,
    store_of,
    told,
    visit,
)

ERROR = "A medication error was not reported."
DAY = date(2026, 10, 14)


@pytest.mark.parametrize(
    ("theme", "sentence"), [(theme, sentence) for theme, sentences in CONCERNS.items() for sentence in sentences]
)
def test_the_sentences_of_these_tests_mention_their_theme(theme, sentence):
    assert mentioned(said(sentence, Random(1))) & set(CONCERNS) == {theme}


@pytest.mark.parametrize("sentence", PLAIN)
def test_the_plain_sentences_of_these_tests_mention_none(sentence):
    assert not mentioned(said(sentence, Random(1))) & set(CONCERNS)


def test_a_long_report_is_one_visit():
    store = store_of(
        [visit(ASH, DAY, concerns=f"{ERROR} Medication was missed. MAR charts had gaps.")],
        [finding(ASH, DAY, ERROR), finding(ASH, DAY, "MAR charts had gaps.")],
    )
    each = told(store, "medication")
    assert (each["visits"], each["of"]) == (1, 1) and len(each["findings"]) == 3


def test_a_finding_on_a_day_without_a_visit_was_found_on_one():
    store = store_of([visit(ASH, DAY)], [finding(ASH, date(2026, 10, 20), ERROR)])
    assert (told(store, "medication")["visits"], told(store, "medication")["of"]) == (1, 2)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 10, 31), (1, 0)),
        (date(2026, 8, 1), (1, 0)),
        (date(2026, 7, 31), (0, 1)),
        (date(2025, 8, 1), (0, 1)),
        (date(2025, 7, 31), None),
        (date(2026, 11, 1), None),
    ],
)
def test_the_window_and_the_year_before_it(day, counts):
    each = told(store_of(findings=[finding(ASH, day, ERROR)]), "medication")
    assert counts == (each and (each["visits"], each["before"]))


@pytest.mark.parametrize(
    ("as_at", "window"),
    [
        (date(2026, 10, 31), "2026-08-01"),
        (date(2026, 10, 15), "2026-07-16"),
        (date(2026, 5, 31), "2026-03-01"),
        (date(2026, 11, 30), "2026-08-31"),
    ],
)
def test_three_months_end_on_the_day_asked_of(as_at, window):
    assert themes(store_of(), of_every_home(as_at))["window"] == [window, as_at.isoformat()]


def test_praise_is_no_concern_but_is_counted():
    each = told(
        store_of(
            [
                visit(ASH, DAY, concerns=ERROR),
                visit(BIRCH, DAY, good_practice="Medication is well managed and audits are up to date."),
            ]
        ),
        "medication",
    )
    assert (each["visits"], each["of"], each["strengths"]) == (1, 2, 1)


def test_only_independent_visits_count():
    assert (
        told(
            store_of(
                findings=[finding(ASH, DAY, ERROR, source="Ofsted"), finding(ASH, DAY, ERROR, source="Complaint")]
            ),
            "medication",
        )
        is None
    )


def test_every_finding_names_its_cell_and_its_words():
    store = store_of([visit(ASH, DAY, concerns=f"All was calm. {ERROR}")])
    (found,) = told(store, "medication")["findings"]
    assert (found["home"], found["date"], found["file"], found["sheet"]) == (
        ASH,
        "2026-10-14",
        "Drawn.xlsx",
        "Visits and reviews",
    )
    ((start, end),) = found["sentences"]
    assert found["text"][start:end] == ERROR and all(
        "edication" in found["text"][first:last] for first, last in found["marks"]
    )


def test_findings_newest_first():
    days = [date(2026, 9, 2), date(2026, 10, 3), date(2026, 8, 4)]
    each = told(store_of(findings=[finding(ASH, day, ERROR) for day in days]), "medication")
    assert [row["date"] for row in each["findings"]] == ["2026-10-03", "2026-09-02", "2026-08-04"]


def steady_year(home: str, *told_at: int, count: int = 15) -> list[dict]:
    """A visit a month, the last of them in October 2026; a medication error at those counted back from it."""
    rng = Random(home)
    days = [month.replace(day=12) for month in reversed(months(count))]
    return [
        visit(home, day, concerns=concern("medication", rng) if back in told_at else said(PLAIN[0], rng))
        for back, day in enumerate(days)
    ]


def test_never_before_in_a_year_of_visits_is_a_first_mention():
    assert told(store_of(steady_year(ASH, 1)), "medication")["state"] == "first mention"


def test_with_less_than_a_year_of_visits_nothing_can_be_said_to_be_new():
    assert told(store_of(steady_year(ASH, 1, count=12)), "medication")["new"] is False


def test_a_mention_years_ago_is_a_mention():
    each = told(store_of(steady_year(ASH, 1, 30, count=36)), "medication")
    assert each["new"] is False and each["first_seen"] == "2024-04-12" and each["q"] is not None


def test_new_in_many_words_in_two_homes_is_emerging_and_says_that_it_is_new():
    store = store_of([*steady_year(ASH, 0, 1, 2), *steady_year(BIRCH, 0, 1, 2)])
    each = told(store, "medication")
    assert (each["state"], each["new"], each["visits"], each["homes"]) == ("emerging", True, 6, [ASH, BIRCH])
    assert told(store, "medication", home=ASH)["state"] == "emerging"


def test_one_home_asked_of_has_all_of_its_themes_and_no_others():
    store = store_of([*steady_year(ASH, 5), *steady_year(BIRCH, 0)])
    answer = themes(store, replace(AS_AT, homes=frozenset({ASH})))
    assert {(each["home"], each["state"]) for each in answer["themes"]} == {(ASH, "steady")}
    assert {each["home"] for each in themes(store, AS_AT)["themes"]} == {None, BIRCH}


def test_as_known_before_a_later_upload_and_after_it_was_read():
    store = store_of([visit(ASH, DAY)])
    then = uploads(store, of_every_home())[-1].moment
    assert told(store, "medication") is None
    upload(store, findings=[finding(ASH, DAY, ERROR)])
    assert told(store, "medication")["visits"] == 1
    assert told(store, "medication", of_every_home(AS_AT.as_at, then)) is None


def test_months_without_a_visit_are_left_out():
    each = told(
        store_of([visit(ASH, date(2026, 8, 3)), visit(ASH, DAY, concerns=ERROR), visit(BIRCH, DAY)]), "medication"
    )
    assert each["months"] == [{"month": "2026-08", "visits": 0, "of": 1}, {"month": "2026-10", "visits": 1, "of": 2}]


def test_counts_are_the_answer_without_its_findings():
    store = store_of(steady_year(ASH, 0, 4))
    answer = themes(store, AS_AT)
    assert theme_counts(store, AS_AT) == answer | {
        "themes": [{name: value for name, value in each.items() if name != "findings"} for each in answer["themes"]]
    }


def test_nothing_known_is_no_theme():
    assert themes(store_of(), AS_AT) == {
        "as_at": "2026-10-31",
        "window": ["2026-08-01", "2026-10-31"],
        "visits": 0,
        "tested": 0,
        "expected_false_flags": 0.0,
        "themes": [],
    }
