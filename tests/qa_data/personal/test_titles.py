"""What files and sheets are called, and who signs."""

import pytest

from qa_data.personal import masked_title, signed


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Jayden Smith October.xlsx", "[name] October.xlsx"),
        ("Return_Jayden_Smith_Oct 2026.xlsx", "Return [name] Oct 2026.xlsx"),
        ("Ash House Oct 2026.xlsx", "Ash House Oct 2026.xlsx"),
        ("AH_return_v2.xlsx", "AH_return_v2.xlsx"),
        ("Action tracker.xlsx", "Action tracker.xlsx"),
        ("Independent visits findings export Apr-Oct 2026.csv", "Independent visits findings export Apr-Oct 2026.csv"),
        ("Kacper", "[name]"),
        ("Sheet1", "Sheet1"),
        ("Sep 2026", "Sep 2026"),
    ],
)
def test_a_name_in_a_title_is_masked(title, told):
    assert masked_title(title, {"ash house"})[0] == told


HOMES = {"ash house", "beech house", "cedar view", "elm base"}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("JaydenSmith return.xlsx", "[name] return.xlsx"),
        ("SmithJayden2026.xlsx", "[name] 2026.xlsx"),
        ("KaylaMcAllister.xlsx", "[name].xlsx"),
        ("ReturnJaydenOct.xlsx", "Return [name] Oct.xlsx"),
        ("smith_jayden_2026.xlsx", "[name] 2026.xlsx"),
        ("jayden-smith-oct.xlsx", "[name] oct.xlsx"),
        ("return.okafor.kayleigh.csv", "return [name].csv"),
        ("SMITH_JAYDEN_2026.XLSX", "[name] 2026.XLSX"),
        ("Baker Jayden", "[name]"),
        ("smith_grace.xlsx", "[name].xlsx"),
        ("o'neill siobhan.xlsx", "[name].xlsx"),
    ],
)
def test_a_name_in_a_title_goes_with_its_surname_however_they_are_joined(title, told):
    assert masked_title(title, HOMES)[0] == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("JS review.xlsx", "[initials] review.xlsx"),
        ("KT 2026", "[initials] 2026"),
        ("JS2026.xlsx", "[initials] 2026.xlsx"),
        ("2026-10 JS plan.xlsx", "2026 10 [initials] plan.xlsx"),
        ("KMB chronology.xlsx", "[initials] chronology.xlsx"),
        ("Child Z.K. notes.xlsx", "Child [initials] notes.xlsx"),
        ("YP_KT_incidents.xlsx", "YP [initials] incidents.xlsx"),
        ("CYP JSB.xlsx", "CYP [initials].xlsx"),
    ],
)
def test_initials_where_a_title_begins_or_after_a_word_for_a_child_are_masked(title, told):
    assert masked_title(title, HOMES)[0] == told


@pytest.mark.parametrize(
    "title",
    """Beech House October 2026.xlsx
BeechHouse_Oct2026.xlsx
beech-house-october-2026.xlsx
Reg 44 visits.xlsx
Reg44Visits_Q3.xlsx
Ash House - monthly return v2 FINAL.xlsx
ASH HOUSE RETURN.xlsx
AH return.xlsx
Action tracker QA.xlsx
action_tracker_qa_v3.xlsx
Ofsted 2026-10.xlsx
Cedar View Q3.csv
QA actions.xlsx
HR audit.xlsx
RI visits May 2026.xlsx
LAC reviews 2026-27.xlsx
CYP views.xlsx
YP QA.xlsx
Q1 returns.xlsx
KCC Reg 44.xlsx
DfE return 2026.xlsx
IRO minutes.xlsx
OAK REVIEW.xlsx
ServicePlan2026.xlsx
monthlyReturn may 2026.xlsx
Statement of purpose (June 2026).xlsx
Missing episodes Apr-Oct 2026.csv
Copy of Return (2).xlsx
Child protection log.xlsx
Young people's views.xlsx
April to June.xlsx
Will plans.xlsx
Apr-26
Page 1""".splitlines(),
)
def test_an_ordinary_title_stays_as_it_is(title):
    assert masked_title(title, HOMES) == (title, [])


@pytest.mark.parametrize(
    ("by", "kept"),
    [
        ("Asha Patel", "Asha Patel"),
        ("Asha Patel (RM)", "Asha Patel (RM)"),
        ("Jo for Jayden Smith", "Jo for [name]"),
        ("Asha Patel for Jayden Smith, 07700 900123", "Asha Patel for [name], [phone number]"),
        ("jo", "jo"),
        ("Sample data", "Sample data"),
        ("", ""),
    ],
)
def test_who_signs_keeps_their_name_and_no_other(by, kept):
    assert signed(by, ()) == kept
