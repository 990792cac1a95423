"""Names where no space parts the words: in links, names of files, online names and references."""

import pytest

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book, Sheet
from qa_data.personal import masked
from qa_data.scope import of_every_home
from tests.drawn import drawn, store_with

ACTIONS = """
Home      | Reference      | Source                       | Source date | Standard | Action         | Raised     | Status
Ash House | JaydenSmith-01 | Regulation 44 recommendation | 2026-09-01  | QS12     | Mend the gate  | 2026-09-01 | Open
Ash House | R44-2026-09-02 | Regulation 44 recommendation | 2026-09-01  | QS12     | Paint the hall | 2026-09-01 | Open
"""  # noqa: E501 (drawn as it is read)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("See https://sp.example/care/jayden_smith/plan.pdf", "See https://sp.example/care/[name]/plan.pdf"),
        ("https://sp.example/Jayden%20Smith/a.pdf", "https://sp.example/[name]/a.pdf"),
        ("Evidence: JaydenSmith_PEP.docx on file", "Evidence: [name]_PEP.docx on file"),
        ("Saved as smith_jayden.xlsx", "Saved as [name].xlsx"),
        ("@jaydensmith09 on Snapchat", "@[name]09 on Snapchat"),
        ("insta: kayleigh_t09", "insta: [name]_t09"),
        ("jayden/tyler fight", "[name]/[name] fight"),
    ],
)
def test_they_are_masked(text, kept):
    assert masked([text])[0] == [kept]


@pytest.mark.parametrize(
    "text",
    [
        "McDonald's and MacBook",
        "See www.thinkuknow.co.uk and https://www.example.org/plan-march-2026.pdf",
        "Saved as Ash_House_Menu_May2026.docx",
        "LiquidLogic, SharePoint and YouTube",
        "staff and/or manager, 12/Jan/2026, his/her, w/c 3/4",
        "https://jayden.example/plan",
    ],
)
def test_what_is_joined_as_they_are_stands(text):
    assert masked([text])[0] == [text]


def test_what_a_home_is_called_stands_when_it_is_joined_too():
    assert masked(["Saved in taylor_smith/menu"], {"taylor smith"})[0] == ["Saved in taylor_smith/menu"]


def test_a_reference_with_a_name_is_warned_of_and_counts_as_not_given():
    rows = drawn(ACTIONS)
    book = Book("Drawn.xlsx", "", (Sheet("Actions", rows, list(range(1, len(rows) + 1))),))
    checked = check_book(book, "Drawn.xlsx", known_council(store_with(), of_every_home()), None)
    made, given = checked.tables[0].columns["reference"]
    assert given == "R44-2026-09-02" and "Jayden" not in made
    [problem] = checked.problems
    assert (problem.code, problem.cell, problem.value) == ("personal-data", "B2", "JaydenSmith")
