"""The lists of concerns as they are drawn: new, standing, acted on, over."""

import re
from datetime import date, datetime

import pytest

from metrics.indicators.registry import indicator
from metrics.warnings.shapes import reason
from metrics.warnings.wording import concern_said
from pages.parts.charts.keyed import key, reading
from pages.parts.figures import Figure, leading
from pages.parts.warnings.concerns import NONE, concerns, news
from pages.parts.warnings.reasons import as_whole, by_standard, of_standard, reasons

ACTING = {"by": "K. Ahmed", "moment": datetime(2026, 10, 3, 9), "reason": "A new rota"}


def concern(kind: str, text: str, standard: str | None = "QS12", month: int = 6, **more) -> dict:
    return reason(kind, text, standard, since=date(2026, month, 1), **more)


def warning(*told: dict, over=()) -> dict:
    return {"home": "Ash House", "rank": 1, "reasons": list(told), "over": list(over)}


def words(html) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", str(html)))


NEW_WATCH = concern("watch", "Watched anew.", month=10, new=True)
NEW_FLAG = concern("flag", "Flagged anew.", "QS10", month=10, new=True)
STOOD = concern("flag", "Stood before.")
ACTED = concern("flag", "In hand.", acting=ACTING)
ENDED = {"text": "Restraints: over since Oct 2026.", "standard": "QS11", "since": date(2026, 10, 1)}


def test_what_is_new_heads_the_list_flags_before_watches_and_the_rest_is_folded():
    html = str(concerns([warning(NEW_WATCH, NEW_FLAG, STOOD, ACTED, over=[ENDED])], [], "By chance."))
    order = [
        "New this month: 1 Flag and 1 Watch",
        "Flagged anew.",
        "Watched anew.",
        "<summary>1 concern that still stands, the earliest since Jun 2026</summary>",
        "Stood before.",
        "<summary>1 concern that somebody acts on</summary>",
        "K. Ahmed has acted on it since 3 Oct 2026: A new rota.",
        "<summary>1 concern over since Oct 2026</summary>",
        "Restraints: over since Oct 2026.",
        "By chance.",
    ]
    assert [html.index(each) for each in order] == sorted(html.index(each) for each in order)


def test_a_home_that_is_new_as_a_whole_heads_what_is_new():
    whole = concern("whole", "It gets worse in many things.", None, month=10, new=True)
    html = words(news([warning(NEW_WATCH, whole, NEW_FLAG)], None))
    assert "New this month: 1 home as a whole, 1 Flag and 1 Watch" in html
    assert html.index("It gets worse in many things.") < html.index("Flagged anew.") < html.index("Watched anew.")


def test_nothing_is_said_of_chance_where_there_is_nothing_that_it_may_have_made():
    wholes = [{"home": "Ash House", "evidence": 0.2}]
    assert "By chance." not in words(concerns([warning(over=[ENDED])], wholes, "By chance."))
    assert "By chance." not in words(news([warning()], "By chance."))


def test_where_none_stands_it_is_said():
    assert NONE in words(concerns([warning()], [{"home": "Ash House", "evidence": 0.2}], None))
    young = words(concerns([warning()], [{"home": "Ash House", "evidence": None}], None))
    assert NONE not in young and "Too few months are known to tell a change from chance." in young
    assert "No Flag and no Watch is new this month" in words(news([warning(STOOD)], None))


def test_few_reasons_are_a_list_and_many_are_folded_by_standard_with_how_many_are_law():
    missed = [reason("missed", f"Missed {place}.", "QS12", law=True) for place in range(2)]
    soon = reason("soon", "It is due soon.", "QS12", law=True)
    assert "<summary>" not in str(reasons(warning(*missed, STOOD)))
    html = str(reasons(warning(*missed, soon, NEW_WATCH, STOOD, NEW_FLAG)))
    assert "<summary><strong>Protection of children</strong>: 5, two are law, one is new</summary>" in html
    assert html.index("Protection of children") < html.index("Health and well-being")


def test_a_standard_has_its_own_concerns_alone():
    html = str(of_standard(warning(NEW_WATCH, NEW_FLAG, STOOD, ACTED), "QS12"))
    assert html.index("Watched anew.") < html.index("2 concerns since earlier, the first since Jun 2026")
    assert "Flagged anew." not in html and str(of_standard(warning(NEW_FLAG), "QS12")) == ""


def test_a_home_as_a_whole_says_what_makes_it_up_and_is_folded_where_somebody_acts_on_it():
    made_of = [{"standard": "QS12", "indicator": "PRO1"}, {"standard": "QS12", "indicator": "verdict"}]
    whole = {"made_of": [*made_of, {"standard": "", "indicator": "themes"}], "of_indicators": 31, "of_verdicts": 9}
    whole |= {"standards": ["QS12"], "themes": True}
    html = words(as_whole(warning(concern("whole", "It gets worse.", None)), whole)[0])
    assert "It gets worse. What makes it up Protection" in html
    assert "Protection of children: Missing episodes; the verdicts of independent visits." in html
    assert "Every standard: how many themes of concern its visits raise." in html
    acted = str(as_whole(warning(concern("whole", "It gets worse.", None, acting=ACTING)), whole)[0])
    assert acted.startswith("<details") and "Ash House is getting worse. K. Ahmed has acted on it" in acted


def test_a_watch_that_became_a_flag_says_both_months():
    told = {"tier": "flag", "direction": "worse", "standard": "QS12", "indicator": "PRO1", "since": date(2026, 4, 1)}
    counts = {"began": date(2026, 4, 1), "known": 7, "since_numerator": 30, "since_denominator": 630}
    told |= counts | {"before_numerator": 40, "before_denominator": 2_160}
    new = concern_said(told | {"new": True, "raised": date(2026, 10, 1)})
    assert new.endswith(" Now a Flag; a Watch since Apr 2026.")
    assert concern_said(told | {"new": False, "raised": date(2026, 6, 1)}).endswith("usual. A Watch since Apr 2026.")
    assert concern_said(told | {"new": False, "raised": date(2026, 4, 1)}).endswith(" is usual.")
    stood = STOOD | {"since": date(2026, 4, 1), "raised": date(2026, 6, 1)}
    assert "Flag since Jun 2026" in words(of_standard(warning(stood), "QS12"))


def figure(id: str, rag: str) -> Figure:
    return Figure(indicator(id), {"rag": rag, "denominator": 9}, [])


def test_what_has_a_flag_leads_then_a_watch_then_the_worst():
    found = [figure("PRO3", "red"), figure("PRO1", "grey"), figure("PRO4", "grey")]
    told = {"PRO1": ("watch", "worse"), "PRO4": ("flag", "worse"), "PRO3": ("none", "none")}
    signals = [{"indicator": id, "tier": tier, "direction": way} for id, (tier, way) in told.items()]
    assert leading(found, None, signals).indicator.id == "PRO4"
    assert leading(found, None, signals[:1]).indicator.id == "PRO1"
    assert leading(found, None, []).indicator.id == "PRO3"
    assert leading(found, "PRO1", signals).indicator.id == "PRO1"
    better = [each | {"direction": "better"} for each in signals[:2]]
    assert leading(found, None, better).indicator.id == "PRO3"


@pytest.mark.parametrize("method", ["u", "proportion"])
def test_a_month_since_a_change_is_not_called_usual(method):
    told = {"method": method, "usual": "Of the months before.", "direction": "worse", "began": "2026-05"}
    point = {"kind": "ordinary", "lower": 1, "upper": 3, "since": False, "mark": "usual"}
    assert reading(point, told) in ("Inside the usual range", "In line with the months before")
    assert reading(point | {"since": True}, told) == "Does not stand out by itself"
    assert reading(point | {"since": True, "kind": "outside"}, told).startswith("Out")
    assert "does not stand out by itself" in words(key([point, point | {"since": True}], told))
    assert "does not stand out" not in words(key([point], told))


def test_reasons_of_one_standard_stand_together_what_is_law_first():
    told = [NEW_WATCH, reason("missed", "Missed.", "QS11", law=True), STOOD, concern("whole", "Worse.", None)]
    assert [each["text"] for each in by_standard(told)] == ["Worse.", "Missed.", "Watched anew.", "Stood before."]
