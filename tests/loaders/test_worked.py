"""Actions completed, verified, reopened and given away where they are read: each a version of the row."""

from datetime import date

import pytest

from loaders.checking import check_book
from loaders.council import known_council
from loaders.differing import differences
from loaders.reading.book import Book, Sheet
from loaders.template.known import open_actions
from loaders.worked import complete, reassign, reopen, verify
from metrics.actions.tracker import tracked, workable
from qa_data.audit import entries
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import uploads, withdraw
from qa_data.wording import british
from tests.drawn import HOMES, drawn, load_drawn, store_with

EVERY = of_every_home()

A1 = ("Ash House", "A1")

TRACKER = """
Home|Reference|Source|Source date|Regulation|Standard|Action|Priority|Owner|Raised|Due|Completed|Status|Evidence|Impact
Ash House|A1|Ofsted requirement|2026-09-01|12|QS12, QS6|Mend it|High|S. Reid|2026-09-01|2026-10-01||Open||Safer
Ash House|A2|Reg 44|2026-09-01||QS13|Read it||K. Ahmed|2026-09-01||2026-09-20|Completed|Read|
"""


@pytest.fixture
def store():
    return store_with(TRACKER)


def action(store, reference: str = "A1") -> dict:
    return store.rows(EVERY, "from actions where reference = $ref", ref=reference)[0]


def changed(before: dict, after: dict) -> dict:
    """What an action says now that it did not say before."""
    return {name: after[name] for name in before if name not in OF_ITS_PLACE and before[name] != after[name]}


OF_ITS_PLACE = {"row_at", "upload_id", "file", "sheet", "sheet_row"}

DONE = date(2026, 10, 20)


def test_an_action_is_completed_with_its_date_and_evidence_and_nothing_else_changes(store):
    before = action(store)
    assert complete(store, EVERY, "R. Bell", *A1, DONE, " The log was read ") == []
    told = {"completed": DONE, "status": "Completed", "evidence": "The log was read"}
    assert changed(before, action(store)) == told


def test_each_value_is_known_from_where_it_was_written(store):
    complete(store, EVERY, "R. Bell", *A1, DONE, "The log was read")
    asked = "select source(row_at, 'owner') as owner, source(row_at, 'evidence') as evidence from actions"
    [row] = store.rows(EVERY, f"{asked} where reference = 'A1'")
    today = british(date.today())
    assert (row["owner"]["file"], row["evidence"]["file"]) == ("Drawn.xlsx", f"Action A1 completed {today}")


def test_somebody_else_than_the_owner_verifies(store):
    complete(store, EVERY, "S. Reid", *A1, DONE, "The log was read")
    [why] = verify(store, EVERY, " s.  REID", *A1)
    assert "is like, that of S. Reid, who owns this action, and somebody else must verify it. Ask them to." in why
    assert verify(store, EVERY, "R. Bell", *A1) == [] and action(store)["verified_by"] == "R. Bell"
    [row] = [row for row in workable(store, EVERY, "Ash House", date.today()) if row["reference"] == "A1"]
    assert row["verified"] and row["evidenced"]


def test_what_is_opened_again_says_why_and_keeps_its_evidence(store):
    verify(store, EVERY, "R. Bell", "Ash House", "A2")
    assert reopen(store, EVERY, "R. Bell", "Ash House", "A2", "Not signed since June") == []
    row = action(store, "A2")
    assert (row["status"], row["completed"], row["verified_by"]) == ("Open", None, None)
    said = f"Reopened {british(date.today())}: Not signed since June."
    assert (row["decision_reason"], row["evidence"]) == (said, "Read")
    complete(store, EVERY, "R. Bell", "Ash House", "A2", DONE, "Read again")
    reopen(store, EVERY, "R. Bell", "Ash House", "A2", "Unsigned")
    again = f"Reopened {british(date.today())}: Unsigned. {said}"
    assert (action(store, "A2")["decision_reason"], action(store, "A2")["evidence"]) == (again, "Read again")


@pytest.mark.parametrize(
    ("owner", "by"), [("Registered manager", "J Smith"), ("The RI", "Sam Ward"), ("Jo Smith / K. Ahmed", "k ahmed")]
)
def test_who_owns_it_by_office_or_among_others_does_not_verify_it(owner, by):
    homes = """
    Home      | Service type     | Registered places | Opened     | Registered manager | Responsible individual
    Ash House | Residential care | 3                 | 2015-05-01 | Smith, Jo          | S. Ward
    """
    store = store_with(TRACKER.replace("K. Ahmed", owner), homes=homes)
    assert "owns this action" in verify(store, EVERY, by, "Ash House", "A2")[0]
    assert verify(store, EVERY, "R. Bell", "Ash House", "A2") == []


@pytest.mark.parametrize("by", ["K. Ahmad", "K. Ahm3d"])
def test_a_name_that_looks_like_the_owners_does_not_verify_it(store, by):
    [why] = verify(store, EVERY, by, "Ash House", "A2")
    assert f"the name {by} is, or is like, that of K. Ahmed, who owns this action" in why
    assert action(store, "A2")["verified_by"] is None


def test_whoever_completed_it_on_the_page_does_not_verify_it(store):
    reassign(store, EVERY, "Jo Smith", *A1, "Dana Rook", date(2026, 12, 1))
    complete(store, EVERY, "Jo Smith", *A1, DONE, "The log was read")
    [why] = verify(store, EVERY, "J. Smith", *A1)
    assert "that of Jo Smith, who completed this action, and somebody else must verify it" in why
    reopen(store, EVERY, "R. Bell", *A1, "Not signed")
    complete(store, EVERY, "R. Bell", *A1, DONE, "Signed")
    assert verify(store, EVERY, "Jo Smith", *A1) == [] and action(store)["verified_by"] == "Jo Smith"


def test_the_owner_or_the_date_is_changed_alone(store):
    before = action(store)
    assert reassign(store, EVERY, "R. Bell", *A1, "K. Ahmed", date(2026, 10, 1)) == []
    assert changed(before, action(store)) == {"owner": "K. Ahmed"}
    assert reassign(store, EVERY, "R. Bell", *A1, "K. Ahmed", date(2026, 12, 1)) == []
    assert changed(before, action(store)) == {"owner": "K. Ahmed", "due": date(2026, 12, 1)}


REFUSED = {
    "no name": (complete, (" ", *A1, DONE, "Read"), "Give your name"),
    "no evidence": (complete, ("R. Bell", *A1, DONE, " "), "Say what shows that it is done"),
    "before it was raised": (complete, ("R. Bell", *A1, date(2026, 8, 1), "Read"), "is before Raised"),
    "twice": (complete, ("R. Bell", "Ash House", "A2", DONE, "Read"), "the action is completed already"),
    "of none": (complete, ("R. Bell", "Ash House", "A9", DONE, "Read"), "the action is no longer there"),
    "open": (verify, ("R. Bell", *A1), "the action is not completed"),
    "not done": (reopen, ("R. Bell", *A1, "Why"), "the action is not completed"),
    "no reason": (reopen, ("R. Bell", "Ash House", "A2", ""), "Say why it is opened again"),
    "as it stands": (reassign, ("R. Bell", *A1, "S. Reid", date(2026, 10, 1)), "Nothing is changed"),
    "no date": (reassign, ("R. Bell", *A1, "S. Reid", None), "An Ofsted requirement has a date"),
    "given when done": (reassign, ("R. Bell", "Ash House", "A2", "S. Reid", None), "completed already"),
}


@pytest.mark.parametrize("which", REFUSED)
def test_what_is_wrong_is_said_and_nothing_is_kept(store, which):
    does, words, said = REFUSED[which]
    before = len(uploads(store, EVERY))
    [why] = does(store, EVERY, *words)
    assert said in why and len(uploads(store, EVERY)) == before


def test_a_change_is_withdrawn_like_an_upload(store):
    before = action(store)
    complete(store, EVERY, "R. Bell", *A1, DONE, "The log was read")
    last = uploads(store, EVERY)[-1]
    assert (last.file, last.made_by) == (f"Action A1 completed {british(date.today())}", "R. Bell")
    withdraw(store, EVERY, last.upload_id, "R. Bell")
    assert changed(before, action(store)) == {}


def test_the_next_template_and_tracker_carry_it(store):
    reassign(store, EVERY, "R. Bell", *A1, "K. Ahmed", date(2026, 12, 1))
    [row] = open_actions(store, EVERY, "Ash House")
    assert (row["reference"], row["owner"], row["due"]) == ("A1", "K. Ahmed", date(2026, 12, 1))
    complete(store, EVERY, "R. Bell", *A1, DONE, "The log was read")
    assert open_actions(store, EVERY, "Ash House") == []
    done = tracked(store, EVERY, "Ash House", None, None, "completed")
    assert [(row["reference"], row["evidence"]) for row in done] == [("A1", "The log was read"), ("A2", "Read")]


def test_a_later_tracker_that_says_otherwise_is_told_before_it_loads(store):
    complete(store, EVERY, "R. Bell", *A1, DONE, "The log was read")
    rows = drawn(TRACKER)
    sheet = Sheet("Tracker", rows, list(range(1, len(rows) + 1)))
    checked = check_book(Book("Tracker.xlsx", "", (sheet,)), "Tracker.xlsx", known_council(store, EVERY), None)
    found = differences(store, EVERY, checked)
    told = {each["name"]: (each["old"], each["new"]) for each in found["changes"]}
    assert told == {
        "completed": ("20 Oct 2026", None),
        "evidence": ("The log was read", None),
        "status": ("Completed", "Open"),
    }
    assert {each["standing"]["file"] for each in found["changes"]} == {f"Action A1 completed {british(date.today())}"}


def test_a_childs_name_is_kept_in_no_evidence(store):
    complete(store, EVERY, "R. Bell", *A1, DONE, "Jayden Smith said that it is mended")
    assert action(store)["evidence"] == "[name] said that it is mended"


def test_it_is_noted_in_the_audit_as_what_it_was(tmp_path):
    store = open_store(str(tmp_path / "qa.duckdb"))
    load_drawn(store, HOMES, TRACKER)
    complete(store, EVERY, "R. Bell", *A1, DONE, "The log was read")
    entry = entries(store.path)[-1]
    assert (entry["person"], entry["what"], entry["home"]) == ("R. Bell", "decided", "Ash House")
    assert entry["about"] == {"decision": "action completed", "upload_id": uploads(store, EVERY)[-1].upload_id}
    store.close()
