"""What others raise stands beside the themes of independent visits, and is never counted among them."""

from datetime import date
from random import Random

from metrics.themes.others import said_by_others
from metrics.themes.themes import themes
from tests.metrics.themes.drawing import AS_AT, ASH, BIRCH, CONCERNS, concern, finding, months, store_of, visit

RNG = Random(3)


def said(store, scope=AS_AT) -> list[tuple]:
    """Of the themes drawn: a sentence may name another as well."""
    found = [each for each in said_by_others(store, scope) if each["theme"] in CONCERNS]
    return [(each["theme"], each["who"], each["times"], each["homes"]) for each in found]


def test_each_is_named_by_who_said_it():
    texts = [concern("fire-safety", RNG) for _ in range(2)]
    found = [
        finding(ASH, date(2026, 10, 3), texts[0], source="Complaint"),
        finding(BIRCH, date(2026, 9, 3), texts[1], source="Complaint"),
        finding(ASH, date(2026, 10, 4), concern("medication", RNG), source="Child or young person"),
        finding(ASH, date(2026, 10, 5), concern("supervision", RNG), source="Management check"),
        finding(ASH, date(2026, 10, 6), concern("medication", RNG)),
        finding(ASH, date(2026, 7, 31), concern("medication", RNG), source="Complaint"),
        finding(ASH, date(2026, 10, 7), "Medication is well managed.", kind="Good practice", source="Complaint"),
        finding(ASH, date(2026, 10, 8), concern("medication", RNG), kind="Good practice", source="Ofsted"),
    ]
    store = store_of([visit(home, month.replace(day=2)) for month in months(15) for home in (ASH, BIRCH)], found)
    assert said(store) == [
        ("fire-safety", "Complaint", 2, [ASH, BIRCH]),
        ("medication", "Child or young person", 1, [ASH]),
        ("supervision", "Management check", 1, [ASH]),
    ]
    newest = said_by_others(store, AS_AT)[0]
    assert (newest["text"], newest["day"], newest["source"]["cell"]) == (texts[0], date(2026, 10, 3), None)
    assert said(store, AS_AT.narrowed([BIRCH])) == [("fire-safety", "Complaint", 1, [BIRCH])]
    counted = {(each["theme"], each["visits"]) for each in themes(store, AS_AT)["themes"] if each["home"] is None}
    assert {each for each in counted if each[0] in CONCERNS} == {("medication", 1)}


def test_nothing_said():
    assert said(store_of([visit(ASH, date(2026, 10, 2))])) == []
