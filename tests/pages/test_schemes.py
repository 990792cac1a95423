"""A home whose latest inspection is under a scheme without an overall judgement: every page says what it has."""

from datetime import date

import pytest

from metrics.homes.homes import home_facts
from metrics.inspections.inspected import judgement_history
from metrics.inspections.national import beside_england
from metrics.rag.voices import voices
from metrics.together import judged_together
from metrics.warnings.backtest import backtest
from pages.parts import ask
from pages.parts.charts.charts import steps
from qa_data.judgements import JUDGED
from qa_data.scope import of_every_home
from tests.pages.screen import AS_AT
from tests.schemes import without_overall

INSPECTED = """
Home      | Inspection date | Inspection type | Overall | Helped and protected | Leaders and managers
Ash House | 2025-06-10      | Full            | Good    | Good                 | Good
Ash House | 2026-07-14      | Full            |         | Good                 | Inadequate
"""

VISITED = """
Home      | Visit date | Visit type          | Children's views | QS12 verdict | QS08 verdict
Ash House | 2026-06-10 | Regulation 44 visit | Fine             | Not met      | Met
Ash House | 2026-07-10 | Regulation 44 visit | Fine             | Not met      | Met
"""

NONE = "Ofsted gives none since 1 Apr 2026"
SCOPE = of_every_home(date.fromisoformat(AS_AT))


@pytest.fixture
def screen(own_drawn, monkeypatch):
    without_overall(monkeypatch)
    return own_drawn(INSPECTED, VISITED)


def test_the_overview_tells_what_was_judged_and_when(screen):
    html = screen.go(date=AS_AT).html
    assert NONE in html and "14 Jul 2026" in html
    assert "Protection: Good" in html and "Leaders: Inadequate" in html


@pytest.mark.parametrize("page", ["home", "inspections", "ready"])
def test_a_page_of_judgements_says_that_the_scheme_gives_none(screen, page):
    said = screen.go(page, home="Ash House", date=AS_AT).said
    assert NONE in said and "Inadequate" in said and "Not given ·" not in said


def test_ready_says_that_the_others_are_taken_into_account_only_where_there_is_an_overall_judgement(screen):
    into_account = "The other two judgements are taken into account in it."
    assert into_account in screen.go("ready", home="Ash House", date="2026-03-31").said
    assert into_account not in screen.go("ready", home="Ash House", date=AS_AT).said


def test_the_chart_of_what_is_no_longer_given_ends_where_it_ended(screen):
    screen.go(date=AS_AT)
    history = judgement_history(ask.store(), SCOPE, "Ash House")
    ends = {}
    for title, which in JUDGED:
        path, *_ = steps(history, which, title, SCOPE.as_at, False).layer
        ends[which] = path.data["day"].max().date()
    assert ends == {"overall": date(2026, 7, 14), "protection": SCOPE.as_at, "leadership": SCOPE.as_at}


def test_a_home_is_below_good_in_what_was_judged(screen):
    assert "1 of 1 inspected home is below Good in a judgement" in screen.go("inspections", date=AS_AT).html


def test_an_older_overall_judgement_is_never_told_as_the_latest(screen):
    screen.go(date=AS_AT)
    store = ask.store()
    facts = home_facts(store, SCOPE)["Ash House"]
    assert (facts["judged_on"], facts["overall"], facts["leadership"]) == (date(2026, 7, 14), None, "Inadequate")
    assert beside_england(store, SCOPE) is None
    told = judged_together(store, SCOPE)
    assert (told["judged"]["overall"], told["not_given"]) == ({}, {"overall": 1, "protection": 0, "leadership": 0})
    assert sum(told["judged"]["leadership"].values()) == 1


def test_of_a_standard_that_no_judgement_is_about_ofsted_says_neither(screen):
    screen.go(date=AS_AT)
    said = {
        code: next(each for each in voices(ask.store(), SCOPE, code) if each["voice"] == "ofsted")
        for code in ("QS08", "QS12", "QS13")
    }
    assert [(each["said"], each["stands"]) for each in said.values()] == [
        ("Good (helped and protected); Inadequate (leaders and managers)", None),
        ("Good (helped and protected)", "met"),
        ("Inadequate (leaders and managers)", "short"),
    ]


def test_the_back_test_counts_what_was_found(screen):
    screen.go(date=AS_AT)
    newest, oldest = backtest(ask.store(), SCOPE)["inspections"]
    assert newest["judged"] == "Helped and protected: Good; Leaders and managers: Inadequate"
    assert (newest["below_good"], newest["before"], newest["before_below"]) == (True, "Good", False)
    assert (oldest["judged"], oldest["below_good"]) == ("Good", False)
    assert "Leaders and managers: Inadequate" in screen.go("warnings", date=AS_AT).html
