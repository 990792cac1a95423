"""What each source last said of a standard, side by side, and where they disagree."""

from datetime import date

import pytest

from metrics.rag.voices import disagreement, voices
from qa_data.scope import of_every_home
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
ASH = {"home": "Ash House"}


def visit(kind: str, day: date, verdict: str, home: str = "Ash House") -> dict:
    return {"home": home, "visit_type": kind, "visit_date": day, "verdict_qs08": verdict}


def council(store, *visits: dict, **more) -> None:
    homes = [ASH | {"opened": date(2015, 5, 1)}, {"home": "Elm Base", "opened": date(2015, 5, 1)}]
    upload(store, homes=homes, visits=list(visits), **more)


def told(store, standard: str = "QS08", home: str = "Ash House") -> dict[str, tuple]:
    return {
        each["voice"]: (each["said"], each["stands"], each["recent"])
        for each in voices(store, AS_AT, standard)
        if each["home"] == home
    }


def apart(store, standard: str = "QS08") -> str | None:
    return disagreement([each for each in voices(store, AS_AT, standard) if each["home"] == "Ash House"])


def test_nobody_has_spoken(store):
    council(store)
    assert told(store) == {} and apart(store) is None


def test_each_is_heard_with_its_latest_word(store):
    council(
        store,
        visit("Regulation 44 visit", date(2026, 9, 3), "Not met"),
        visit("Regulation 44 visit", date(2026, 10, 3), "Met"),
        visit("Regulation 44 visit", date(2026, 10, 20), "Not looked at"),
        visit("Regulation 44 visit", date(2026, 11, 3), "Not met"),
        visit("Management check", date(2026, 8, 3), "Partly met"),
        visit("Contract monitoring", date(2026, 8, 3), "Met"),
        visit("Regulation 45 review", date(2026, 2, 3), "Met"),
        visit("Management check", date(2026, 10, 3), "Not met", "Elm Base"),
        inspections=[ASH | {"inspection_date": date(2026, 7, 1), "inspection_type": "Full", "overall": "Inadequate"}],
        findings=[
            ASH | {"found_on": day, "source": source, "standards": ["QS08"], "kind": "Concern", "finding": f"No {day}"}
            for day, source in ((date(2026, 9, 1), "Complaint"), (date(2026, 10, 1), "Child or young person"))
        ],
        plan=[
            ASH | {"standard": "QS08", "outcome": each, "delivery": "x", "status": each}
            for each in ("On track", "Off track")
        ],
    )
    assert told(store) == {
        "visitor": ("Met", "met", True),
        "checks": ("Partly met", "short", True),
        "review": ("Met", "met", False),
        "plan": ("Off track: 1 of 2 lines", "short", True),
        "ofsted": ("Inadequate (overall)", "short", True),
        "raised": ("2 concerns in 6 months (Child or young person, Complaint)", "short", True),
    }
    assert apart(store) == (
        "They disagree: it falls short for the council’s own checks (3 Aug 2026), the manager’s service plan, Ofsted (1"
        " Jul 2026) and complaints and children (1 Oct 2026); it is met for the independent visitor (3 Oct 2026)."
    )
    assert told(store, home="Elm Base") == {"checks": ("Not met", "short", True)} and told(store, "QS09") == {
        "ofsted": ("Inadequate (overall)", "short", True)
    }


@pytest.mark.parametrize(
    ("standard", "said"),
    [("QS12", ("Good (helped and protected)", "met")), ("QS13", ("Inadequate (leaders and managers)", "short"))],
)
def test_ofsted_is_heard_in_its_own_judgement_of_the_standard(store, standard, said):
    judged = {"overall": "Inadequate", "protection": "Good", "leadership": "Inadequate"}
    council(store, inspections=[ASH | {"inspection_date": date(2026, 7, 1), "inspection_type": "Full"} | judged])
    assert told(store, standard)["ofsted"][:2] == said


@pytest.mark.parametrize(("day", "disagree"), [(date(2026, 5, 1), True), (date(2026, 4, 30), False)])
def test_what_was_said_more_than_six_months_ago_is_no_disagreement(store, day, disagree):
    council(store, visit("Regulation 44 visit", date(2026, 10, 3), "Met"), visit("Management check", day, "Not met"))
    assert bool(apart(store)) is disagree


@pytest.mark.parametrize(("attended", "stands"), [((60, 0), "met"), ((50, 10), "short"), ((60, 10), None)])
def test_the_figures_speak_where_all_or_none_are_green(store, attended, stands):
    counts = {"school_possible": 60, "school_attended": attended[0], "school_lost": attended[1]}
    council(store, returns=[ASH | {"month": date(2026, 10, 1)} | counts])
    assert told(store)["figures"][1] == stands


def asked(kind: str, day: date, safeguarded: str, verdict: str | None = None) -> dict:
    return {**ASH, "visit_type": kind, "visit_date": day, "safeguarded": safeguarded, "verdict_qs12": verdict}


def test_no_to_whether_children_are_safeguarded_is_heard_whatever_the_verdict(store):
    council(
        store,
        asked("Regulation 44 visit", date(2026, 10, 3), "Yes", "Met"),
        asked("Management check", date(2026, 10, 5), "No", "Met"),
        asked("Regulation 45 review", date(2026, 9, 5), "No"),
    )
    assert told(store, "QS12") == {
        "visitor": ("Met", "met", True),
        "checks": ("Met; children effectively safeguarded: No", "short", True),
        "review": ("children effectively safeguarded: No", "short", True),
    }
    assert "it falls short for the council’s own checks (5 Oct 2026)" in apart(store, "QS12")


def test_a_later_yes_takes_the_no_back(store):
    council(
        store,
        asked("Regulation 44 visit", date(2026, 8, 3), "No", "Met"),
        asked("Regulation 44 visit", date(2026, 10, 3), "Yes"),
    )
    assert told(store, "QS12") == {"visitor": ("Met", "met", True)}
