"""Of many homes the touched ones alone are asked about anew, and of a list's first rows those that can be among them:
what is then said is what is said of few."""

from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from metrics.inspections.inspected import asked_by_ofsted
from metrics.kept import stands
from metrics.kept.first import of_first
from metrics.kept.laying import answered
from metrics.visits import visiting
from metrics.visits.strengths import strengths, strengths_by_home
from metrics.visits.visiting import unreached, unseen_by_visits, visit_months, visit_sums
from metrics.visits.voice import voices
from metrics.warnings.clocks import REPORT, clocks, reports_owed
from metrics.young_people.issues import issues
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.filling import upload

DAY = date(2026, 10, 31)

AS_AT = of_every_home(DAY)

HOMES = tuple(f"Home {number:02}" for number in range(12))

FEW = 4
"""So many rows are asked for, of fewer homes than there are."""

QUESTIONS = {
    "unseen by visits": unseen_by_visits,
    "sums of homes": partial(visit_sums, who="home", report_days=10),
    "sums of visitors": partial(visit_sums, who="visitor", report_days=10),
    "unreached": unreached,
    "months": visit_months,
    "reports": reports_owed,
    "asked by Ofsted": partial(asked_by_ofsted, most=FEW),
    "strengths": partial(strengths, most=FEW),
    "strengths by home": strengths_by_home,
    "voices": voices,
    "issues": partial(issues, most=FEW),
}

STANDARDS = ("QS06", "QS07", "QS12")


def drawn(home: str, draw: Random) -> dict[str, list[dict[str, Any]]]:
    """Some of everything that these questions tell, of one home."""
    days = sorted({DAY - timedelta(draw.randrange(600)) for _ in range(8)})
    number = partial(draw.choice, (None, 0, 0, 1))
    visits = [
        {"home": home, "visit_date": day, "visitor": draw.choice(("J. Marlowe", "P. Quill", None))}
        | {"visit_type": draw.choice(("Regulation 44 visit",) * 4 + ("Regulation 45 review",))}
        | {"report_received": draw.choice((None, day + timedelta(draw.randrange(20))))}
        | {"report_sent_to_ofsted": draw.choice((None, None, day + timedelta(20)))}
        | {"children_living": draw.choice((None, 3)), "children_spoken_to": number(), "families_contacted": number()}
        | {"safeguarded": draw.choice(("Yes", "No", "Not stated", None)), "concerns": draw.choice((None, "A gate."))}
        | {f"verdict_{code.lower()}": draw.choice((None, "Met", "Not met")) for code in STANDARDS}
        | {"good_practice": draw.choice((None, "They cook.")), "childrens_views": draw.choice((None, "I like it."))}
        for day in days
    ]
    said = [("Ofsted", "Concern"), ("Regulation 44 visit", "Concern"), ("Child or young person", "Concern")]
    findings = [
        {"home": home, "found_on": draw.choice(days) + timedelta(draw.randrange(2)), "standards": [code]}
        | dict(zip(("source", "kind"), draw.choice([*said, ("Ofsted", "Good practice")]), strict=True))
        | {"finding": f"Finding {place}"}
        for place, code in enumerate(draw.choices(STANDARDS, k=9))
    ]
    actions = [
        {"home": home, "reference": f"R-{place}", "standards": [code], "raised": day, "source_date": day}
        | {"source": draw.choice(("Ofsted requirement", "Ofsted recommendation")), "action": "Mend it"}
        | {"due": draw.choice((None, day + timedelta(30))), "status": draw.choice(("Open", "Cancelled"))}
        | {"completed": draw.choice((None, None, day + timedelta(40)))}
        for place, (day, code) in enumerate(zip(draw.choices(days, k=5), draw.choices(STANDARDS, k=5), strict=True))
    ]
    return {"visits": visits, "findings": findings, "actions": actions}


def told(store: Store, scope: Scope = AS_AT) -> dict[str, Any]:
    return {name: answered(question, store, scope) for name, question in QUESTIONS.items()}


def told_of_few(store: Store, scope: Scope = AS_AT) -> dict[str, Any]:
    """The same where the homes are not many, so that nothing is remembered and no home left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stands, "MANY", len(HOMES) + 1)
        return told(store, scope)


def test_of_many_homes_all_is_said_as_of_few(monkeypatch):
    monkeypatch.setattr(stands, "MANY", len(HOMES))
    monkeypatch.setattr(visiting, "MOST", FEW)
    draw, store = Random(7), open_store(MEMORY)
    upload(store, homes=[{"home": home, "opened": date(2020, 1, 1), "places": 4} for home in HOMES])
    for homes in (HOMES, ["Home without a sheet"], draw.sample(HOMES, 2), draw.sample(HOMES, 1)):
        for home in homes:
            upload(store, **drawn(home, draw))
        assert told(store) == told_of_few(store)
    theirs = Scope(DAY, None, frozenset(HOMES[:8]))
    for scope in (theirs, AS_AT.narrowed(HOMES[3:9]), of_every_home(date(2026, 8, 31))):
        assert told(store, scope) == told_of_few(store, scope)
    after = told(store)
    assert [name for name, rows in after.items() if not rows] == []
    assert after["reports"] == [each for each in answered(clocks, store, AS_AT) if each["clock"] == REPORT]


def test_the_homes_whose_first_rows_stand_first_are_left(monkeypatch):
    monkeypatch.setattr(stands, "MANY", len(HOMES))
    store = open_store(MEMORY)
    upload(store, homes=[{"home": home, "opened": date(2020, 1, 1)} for home in HOMES])

    def first(store: Store, scope: Scope) -> dict[str, int]:
        return {home: place // 2 for place, home in enumerate(reversed(HOMES))}

    for most, left in ((3, ["Home 08", "Home 10", "Home 11"]), (len(HOMES) + 1, list(HOMES))):
        scope = answered(lambda store, scope, most=most: of_first(first, store, scope, most), store, AS_AT)
        assert scope.named == left
