"""The packs of one home, read back: what it can show an inspector, and the draft of its review."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.table import Table

from pages.packs.offered import DRAFT, ONLY, READY, WRITTEN
from qa_data.standards import STANDARDS
from tests.pages.packs.reading import read
from tests.pages.packs.test_packs import DAY, made, of_the_sample
from tests.pages.test_home import ACTIONS, FINDINGS, OPENED_LATELY, VISITS
from tests.pages.test_ready import INSPECTED, REQUIRED, RETURNS, UNVISITED, VISITED

OTHERS = ("Alder Lodge", "Beech House", "Damson Cottage", "Elm Base")

OPINIONS = """
Home      | Visit date | Visit type | Children living in the home | Children spoken to | Families contacted
Ash House | 2026-08-14 | Reg 44     | 3                           | 2                  | 0
Ash House | 2026-09-14 | Reg 44     | 3                           | 0                  |
"""


def written(document: bytes) -> list[str]:
    """Every paragraph and every row of a Word document, in order."""
    lines = []
    for part in Document(BytesIO(document)).iter_inner_content():
        rows = part.rows if isinstance(part, Table) else ()
        lines += [" | ".join(cell.text for cell in row.cells) for row in rows] or [getattr(part, "text", "")]
    return lines


def under(lines: list[str], heading: str, until: str) -> list[str]:
    """The lines from that heading to the next one given."""
    return lines[lines.index(heading) : lines.index(until)]


@pytest.fixture
def draft(drawn):
    """The lines of the draft of Ash House, from those tables."""

    def made_of(*tables: str, day: date = DAY, **named: str) -> list[str]:
        drawn(*tables, **named)
        return written(made(DRAFT, "Word", day, "Ash House"))

    return made_of


def test_ready_says_what_the_figures_give_with_its_cells_and_what_to_add(drawn):
    drawn(INSPECTED, RETURNS, VISITS, FINDINGS, REQUIRED)
    lines = written(made(READY, "Word", DAY, "Ash House"))
    assert (
        "8a | Incidents of restraint | 7, of 2 of 3 months |  | Drawn.xlsx › Sheet3, C3; Drawn.xlsx › Sheet3, C4"
        in lines
    )
    assert any(
        line.startswith("8b | Children involved in them | No figure gives it | How many children") for line in lines
    )
    assert "No monthly return of Sep 2026." in lines
    required = (
        "Protection | Mend the fence | Due 30 Sep 2026, overdue 31 days | R1 · Ofsted requirement of 14 Jul 2026,"
    )
    assert any(line.startswith(f"{required} regulation 12(2)(b)") for line in lines)
    protected = lines[lines.index("Evidence: Helped and protected") :]
    assert "Ofsted on 14 Jul 2026: Good." in protected
    assert any(line.startswith("Protection | Against | Regulation 44 visit: Not met at 1 of 1") for line in protected)


@pytest.mark.parametrize("kind", [READY, DRAFT])
def test_the_sample_names_all_three_judgements_or_nine_standards_and_no_other_home(sample, kind):
    _, words = read(of_the_sample(kind, "PDF", DAY, "Cedar View"))
    titles = ("Overall experiences and progress", "Helped and protected", "Leaders and managers")
    names = [f"{each.name} (regulation {each.regulation})" for each in STANDARDS]
    assert all(each in words for each in (titles if kind == READY else names))
    assert [other for other in OTHERS if other in words] == []


@pytest.mark.parametrize("kind", [READY, DRAFT])
@pytest.mark.parametrize("file", WRITTEN)
def test_a_home_of_which_nothing_is_loaded_has_its_pack(drawn, kind, file):
    drawn()
    assert made(kind, file, DAY, "Ash House")


@pytest.mark.parametrize("kind", [READY, DRAFT])
def test_a_month_without_an_owed_visit_is_missing_by_its_name(drawn, kind):
    drawn(INSPECTED, VISITED)
    lines = written(made(kind, "Word", DAY, "Ash House"))
    assert UNVISITED in lines[lines.index("What is missing") :]


def test_without_a_home_it_says_that_one_must_be_chosen(drawn):
    drawn()
    assert "Choose a home" in written(made(DRAFT, "Word", DAY)) and "Choose a home" in written(made(READY, "Word", DAY))


def test_the_draft_sets_figures_beside_those_before_and_says_no_more_than_higher_or_lower(draft):
    before = "\n".join(f"Ash House | {month} 2026 | 10 | 5 | 0 | 84" for month in ("Feb", "Mar", "Apr"))
    lines = draft(RETURNS.rstrip() + f"\n{before}\n")
    assert lines[lines.index("Protection of children (regulation 12)") + 1].startswith(
        "Figure | The 6 months before | These"
    )
    row = next(line for line in lines if line.startswith("Missing episodes |"))
    before = "15 in 252 nights (1.8 per 30); 3 of 6 months"
    assert row == f"Missing episodes | {before} | 52 in 186 nights (8.4 per 30); 2 of 6 months | Higher"


def test_what_is_shown_as_the_same_number_is_called_neither_higher_nor_lower(draft):
    """One in 504 nights and one in 510 are both 0.06 per 30."""
    months = [("2025-11", 1, 84), ("2025-12", 0, 84), *((f"2026-{month:02}", 0, 84) for month in range(1, 5))]
    months += [("2026-05", 1, 85), *((f"2026-{month:02}", 0, 85) for month in range(6, 11))]
    rows = "\n".join(f"Ash House | {month}-01 | {count} | {nights}" for month, count, nights in months)
    lines = draft(f"Home | Month | Restraints | Child-nights\n{rows}")
    row = next(line for line in lines if line.startswith("Restraints |"))
    assert row == "Restraints | 1 in 504 nights (0.06 per 30) | 1 in 510 nights (0.06 per 30) | About the same"


def test_findings_are_quoted_with_their_cells_and_actions_with_their_impact(draft):
    lines = draft(VISITS, FINDINGS, ACTIONS)
    own = under(lines, "Protection of children (regulation 12)", "Leadership and management (regulation 13)")
    assert (
        "Concern | “No interview after an episode” | Regulation 44 visit | 14 Oct 2026 | Drawn.xlsx › Sheet3, F2" in own
    )
    assert (
        "Child’s view | “I feel safe” | YP-3B4550, Regulation 44 visit | 14 Oct 2026 | Drawn.xlsx › Sheet3, F3" in own
    )
    assert any(
        line.startswith(
            "AH-1 Mend the log | Regulation 44 recommendation | Open, due 1 Oct 2026, overdue | Not recorded"
        )
        for line in own
    )
    assert not any("A year ago and more" in line for line in lines)


def test_the_manager_writes_what_the_manager_thinks(draft):
    lines = draft(VISITS)
    assert sum(line.startswith("You write: ") for line in lines) == len(STANDARDS) + 3
    assert any("no opinion: that is yours" in line for line in lines)


def test_whose_opinions_were_asked_is_told_as_far_as_visits_tell(draft):
    lines = draft(OPINIONS)
    asked = under(lines, "Whose opinions were asked (regulation 45(5))", "Quality and purpose of care (regulation 6)")
    assert any(
        line.startswith("Children | 2 | 2 visits, of which 1 spoke to nobody | Regulation 44 visit |") for line in asked
    )
    assert any(line.startswith("Parents and families | 0 | 1 visit, of which 1 spoke to nobody |") for line in asked)
    assert "Staff | Not recorded | None |  | " in asked


REVIEWED = "\nHome | Visit date | Visit type\nAsh House | {} | Reg 45\n"


@pytest.mark.parametrize(
    ("reviewed", "begins", "months"),
    [("2026-08-05", "1 May", 6), ("2026-02-27", "28 Feb", 8), ("2026-10-31", "1 May", 6)],
    ids=["within the six months", "longer ago", "on the day itself"],
)
def test_the_draft_is_of_six_months_or_back_to_the_last_review(draft, reviewed, begins, months):
    told = next(line for line in draft(REVIEWED.format(reviewed)) if line.startswith("From "))
    assert f"From {begins} 2026 to 31 Oct 2026." in told and f"Counts are of {months} whole months" in told
    assert ("No review is recorded." in told) == (reviewed == "2026-10-31")


def test_a_home_that_opened_last_month_says_that_no_month_is_whole(draft):
    lines = draft(day=date(2026, 10, 28), homes=OPENED_LATELY)
    assert any(
        "From 20 Oct 2026 to 28 Oct 2026. No review is recorded. No month of it is whole yet" in line for line in lines
    )
    assert "No figure of this standard is loaded." in lines and "No service plan is loaded." in lines


def test_a_draft_is_offered_to_be_written_on(sample):
    labels = [
        each.label for each in sample.go("ready", date="2026-10-31", home="Cedar View").app.get("download_button")
    ]
    assert labels == [*WRITTEN, *ONLY[DRAFT], "CSV and Parquet"] and ONLY[DRAFT] == ("Word",)
