"""Early warnings: what is a reason, and in which order the homes stand."""

from datetime import date

import pytest

from metrics.actions.repeats import decide
from metrics.kept import stands
from metrics.rag import status
from metrics.visits.records import set_records
from metrics.warnings import warnings as in_order
from metrics.warnings.clocks import clocks
from metrics.warnings.warnings import BY_LAW, RANKS, WORDS, counts, warnings
from metrics.warnings.wording import clock_said
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
BEFORE = date(2015, 1, 1)


def visits(home: str, october: str = "Met") -> list[dict]:
    """A visit in September that found protection met and one in October, and reviews that leave no clock short of
    its date.
    """
    told = [
        {"visit_type": "Regulation 44 visit", "visit_date": date(2026, 9, 10), "verdict_qs12": "Met"},
        {"visit_type": "Regulation 44 visit", "visit_date": date(2026, 10, 10), "verdict_qs12": october},
        {"visit_type": "Regulation 45 review", "visit_date": date(2026, 8, 1)},
        {"visit_type": "Regulation 46 location review", "visit_date": date(2026, 8, 1)},
    ]
    return [{"home": home, **each} for each in told]


def requirement(home: str, due: date, reference="A1", action="Mend the gate.", raised=date(2026, 9, 15)) -> dict:
    return {
        "home": home,
        "reference": reference,
        "source": "Ofsted requirement",
        "regulation": "12(2)(a)",
        "source_date": raised,
        "raised": raised,
        "standards": ["QS06"],
        "action": action,
        "status": "Open",
        "due": due,
    }


def store_of(*homes: str, **datasets):
    store = open_store(MEMORY)
    upload(store, homes=[{"home": home, "opened": BEFORE} for home in homes], **datasets)
    return store


def kinds(store) -> dict[str, list[str]]:
    return {each["home"]: [reason["kind"] for reason in each["reasons"]] for each in warnings(store, AS_AT)}


def test_a_home_with_nothing_to_tell_has_no_warning_and_no_rank():
    assert warnings(store_of("Ash House", visits=visits("Ash House")), AS_AT) == [
        {"home": "Ash House", "rank": None, "reasons": [], "over": []}
    ]


def test_an_empty_store_has_none():
    assert warnings(open_store(MEMORY), AS_AT) == []


@pytest.mark.parametrize(("due", "kind"), [(date(2026, 10, 30), "missed"), (date(2026, 11, 10), "soon")])
def test_a_date_missed_or_coming(due, kind):
    store = store_of("Ash House", visits=visits("Ash House"), actions=[requirement("Ash House", due)])
    assert kind in kinds(store)["Ash House"]


@pytest.mark.parametrize(("verdict", "kind", "rag"), [("Not met", "red", "red"), ("Partly met", "worsened", "amber")])
def test_a_standard_that_worsened_says_from_what_to_what_and_why(verdict, kind, rag):
    (warning,) = warnings(store_of("Ash House", visits=visits("Ash House", verdict)), AS_AT)
    (reason,) = warning["reasons"]
    assert (reason["kind"], reason["standard"], len(reason["sources"])) == (kind, "QS12", 1)
    assert (
        reason["text"]
        == f"Protection of children went from green to {rag} since 30 Sep 2026. The independent visit of 10 Oct 2026"
        f" found the standard {verdict.lower()}."
    )


def test_a_recommendation_that_came_back_unless_dismissed():
    asked = [
        requirement("Ash House", date(2027, 1, 1), reference, "Record all fire drills.", raised)
        for reference, raised in (("A1", date(2026, 3, 1)), ("A2", date(2026, 9, 1)))
    ]
    store = store_of("Ash House", visits=visits("Ash House"), actions=asked)
    assert kinds(store) == {"Ash House": ["repeat"]}
    decide(store, of_every_home(), "K. Ahmed", "Ash House", "A1", "A2", "dismissed", "Day and night drills.")
    assert kinds(store) == {"Ash House": []}


def test_the_order_of_the_homes():
    """Missed dates and newly red first, then what worsened, then dates soon, then by name; a home without a reason
    last.
    """
    told = {
        "Worse": visits("Worse", "Partly met"),
        "Red": visits("Red", "Not met"),
        "Quiet": visits("Quiet"),
        "Soon": visits("Soon"),
        "Also soon": visits("Also soon"),
        "Twice": visits("Twice", "Not met"),
    }
    actions = [
        requirement("Soon", date(2026, 11, 5)),
        requirement("Also soon", date(2026, 11, 6)),
        requirement("Twice", date(2026, 10, 1)),
    ]
    found = warnings(
        store_of(*told, visits=[each for every in told.values() for each in every], actions=actions), AS_AT
    )
    assert [each["home"] for each in found] == ["Twice", "Red", "Worse", "Also soon", "Soon", "Quiet"]
    assert [each["rank"] for each in found] == [1, 2, 3, 4, 5, None]


def test_every_kind_of_reason_has_a_place_and_words():
    assert {kind for together in RANKS.values() for kind in together} == set(WORDS)


def test_a_standard_red_by_the_councils_own_targets_is_not_law():
    """Two of three local indicators red, against a visitor's verdict: the latter stands first, whatever the names."""
    asked = {"status": "Open", "source": "Management check", "standards": ["QS10"], "action": "Mend it"}
    overdue = [
        {"home": "A local", "reference": f"A{n}", "raised": date(2026, 8, 1), "due": date(2026, 10, 5), **asked}
        for n in range(6)
    ]
    told = {home: visits(home) for home in ("A local", "B law")} | {"B law": visits("B law", "Not met")}
    store = store_of(*told, visits=[each for every in told.values() for each in every], actions=overdue)
    found = warnings(store, AS_AT)
    assert [each["home"] for each in found] == ["B law", "A local"]
    assert [reason["law"] for reason in found[0]["reasons"]] == [True]
    assert [counts(each["reasons"])[BY_LAW] for each in found] == [1, 0]


@pytest.mark.parametrize(
    ("as_at", "said"),
    [
        (
            date(2026, 10, 31),
            "Ofsted requirement “Mend the gate” was due 30 Oct 2026, 1 day ago (regulation 12(2)(a)).",
        ),
        (date(2026, 10, 30), "Ofsted requirement “Mend the gate” is due 30 Oct 2026, today (regulation 12(2)(a))."),
    ],
)
def test_a_clock_in_words(as_at, said):
    store = store_of("Ash House", actions=[requirement("Ash House", date(2026, 10, 30))])
    assert said in [clock_said(clock) for clock in clocks(store, of_every_home(as_at))]


def test_a_clock_of_which_nothing_is_recorded_says_so():
    store = store_of("Ash House")
    assert clocks(store, AS_AT) == []
    set_records(store, of_every_home(), "Jo", "Ash House", "Regulation 45 review", date(2026, 1, 1), "Looked up")
    assert [clock_said(clock) for clock in clocks(store, AS_AT)] == [
        "Regulation 45 review was due 1 Jul 2026, 122 days ago; none is recorded (Regulation 45(1))."
    ]


def test_the_samples_story(sample):
    """Cedar View first, with its requirements overdue and worse as a whole; the medicines at Alder Lodge are a Flag;
    Damson's fire drills came back.
    """
    told = {each["home"]: each for each in warnings(sample, AS_AT)}
    assert [home for home, each in sorted(told.items(), key=lambda home: home[1]["rank"])][0] == "Cedar View"
    texts = {home: " ".join(reason["text"] for reason in each["reasons"]) for home, each in told.items()}
    assert (
        "Ofsted requirement “Bring each child's missing-from-home trigger plan up to date with the police …” was due 31"
        " Aug 2026"
        in texts["Cedar View"]
        and "Missing episodes up since about " in texts["Cedar View"]
    )
    assert "Cedar View is getting worse in many things at once since about" in texts["Cedar View"]
    assert "Medication errors up since about " in texts["Alder Lodge"]
    assert "sign the door alarm log" in texts["Damson Cottage"]
    assert not {"whole", "flag", "watch"} & {reason["kind"] for reason in told["Beech House"]["reasons"]}


def test_of_many_homes_the_reasons_are_asked_for_once_and_are_the_same(sample, monkeypatch):
    of_few, asked, told = warnings(sample, AS_AT), [], status.status

    def asking(store, scope):
        asked.append(scope.named)
        return told(store, scope)

    monkeypatch.setattr(stands, "MANY", 1)
    monkeypatch.setattr(status, "status", asking)
    assert warnings(sample, AS_AT) == of_few and len(asked) == 1


def test_of_many_homes_the_first_in_the_order_say_why_a_standard_got_worse(sample, monkeypatch):
    monkeypatch.setattr(stands, "MANY", 1)
    monkeypatch.setattr(in_order, "WITH_WHY", 3)
    told = [(each["rank"], reason) for each in warnings(sample, AS_AT) for reason in each["reasons"]]
    assert {rank > 3 for rank, reason in told if reason["kind"] == "worsened" and not reason["sources"]} == {True}
    assert all(reason["sources"] for _, reason in told if reason["kind"] == "red")
    assert any(reason["sources"] for rank, reason in told if reason["kind"] == "worsened" and rank <= 3)
