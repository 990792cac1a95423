"""Numbers, yes and no, choices, judgements, standards and text as people write them."""

from datetime import date, datetime

import pytest

from loaders.council import Council
from loaders.values.choices import choice
from loaders.values.fault import Fault
from qa_data.dictionary import DATASETS, dataset
from qa_data.dictionary.short_forms import SHORT_FORMS
from qa_data.judgements import GRADES, JUDGEMENTS
from qa_data.scope import of_every_home
from qa_data.standards import CODES, STANDARDS
from tests.loaders.good import checked, column_of, good, only, sheet

ALL = list(CODES)
CHOICES = [
    (each.name, column.name, word)
    for each in DATASETS
    for column in each.columns
    if column.type == "choice"
    for word in column.choices
]


def taken(name, column, value):
    [kept], problems = column_of(name, column, value)
    return kept, [(each.code, each.suggestion) for each in problems]


@pytest.mark.parametrize(
    "written, number",
    [(3, 3), (0, 0), ("3", 3), ("'3", 3), (" 3 ", 3), ("\u00a03", 3), ("3.0", 3), ("1,200", 1200), (1200, 1200)],
)
def test_a_number(written, number):
    assert taken("visits", "staff_spoken_to", written) == (number, [])


@pytest.mark.parametrize(
    "written, code, suggestion",
    [
        ("3 (same YP)", "not-a-number", "3"),
        ("2-3", "not-a-number", None),
        ("zero", "not-a-number", "0"),
        (3.5, "not-a-number", None),
        (True, "not-a-number", None),
        ("<5", "not-a-number", None),
        ("95%", "percentage-not-count", None),
        ("none", "not-a-number", ""),
        ("-", "not-a-number", ""),
        ("3 children", "not-a-number", "3"),
        ("9" * 5000, "not-a-number", None),
        (10**30, "not-a-number", None),
        (date(2026, 1, 3), "not-a-number", None),
        (-1, "negative-number", None),
        ("-1", "negative-number", None),
        ("\u22121", "negative-number", None),
    ],
)
def test_no_number(written, code, suggestion):
    assert taken("visits", "staff_spoken_to", written) == (None, [(code, suggestion)])


@pytest.mark.parametrize(
    "written, answer",
    [
        ("Y", True),
        ("yes", True),
        ("TRUE", True),
        (True, True),
        ("Yes.", True),
        ("n", False),
        ("No", False),
        (False, False),
    ],
)
def test_yes_or_no(written, answer):
    assert taken("visits", "announced", written) == (answer, [])


@pytest.mark.parametrize("written, answer", [
    ("Perhaps", None), (1, "Yes"), (0, "No"), ("Y/N", "Yes or No"), ("x", "Yes or No"), ("ü", "Yes"), ("\uf0fc", "Yes"),
    ("\uf0fb", "No"), ("P", "Yes"), ("done", "Yes"), ("Not done", "No"), ("🟢", "Yes"), ("🔴", "No"), ("✅", "Yes"),
    ("Yes (all of them)", "Yes"), ("No, he was away", "No"), ("Yes and no", None), ("Nobody asked", None), ("🟡", None),
])  # fmt: skip
def test_neither_yes_nor_no(written, answer):
    for column in ("announced", "safeguarded"):
        [kept], [problem] = column_of("visits", column, written)
        assert (kept, problem.code, problem.suggestion) == (None, "unknown-choice", answer)
        assert "leave the cell blank" not in problem.message


@pytest.mark.parametrize("written, answer", [("✓", True), ("✔\ufe0f", True), (" ☑", True), ("✗", False), ("✘", False),
                                             ("☒", False)])  # fmt: skip
def test_ticks_and_crosses_say_yes_and_no(written, answer):
    assert taken("visits", "announced", written) == (answer, [])
    assert taken("visits", "safeguarded", written) == ("Yes" if answer else "No", [])


@pytest.mark.parametrize("name, column, written, answer", [
    ("visits", "verdict_qs08", "🟢", "Met"), ("visits", "verdict_qs08", "🟡", "Partly met"),
    ("visits", "verdict_qs08", "🔴", "Not met"), ("visits", "verdict_qs08", "Green", "Met"),
    ("visits", "verdict_qs08", "Amber", "Partly met"), ("visits", "verdict_qs08", "R", "Not met"),
    ("visits", "verdict_qs08", "✓", "Met"), ("plan", "status", "Amber", "Some concerns"),
    ("actions", "priority", "red", "High"), ("inspections", "leadership", "🟢", None),
    ("visits", "verdict_qs08", 1, None),
])  # fmt: skip
def test_colours_and_signs_are_refused_with_the_answer_suggested(name, column, written, answer):
    assert taken(name, column, written) == (None, [("unknown-choice", answer)])


@pytest.mark.parametrize("written", ["nil", "Nil", " NIL "])
def test_nil_is_the_number_0(written):
    assert taken("visits", "staff_spoken_to", written) == (0, [])


@pytest.mark.parametrize("written", ["n/a", "N/A", "none", "-", "–", "not known", "TBC", "Not applicable"])
def test_words_for_nothing_suggest_a_blank(written):
    for name, column in (("returns", "restraints"), ("visits", "report_received"), ("visits", "announced")):
        _, [problem] = column_of(name, column, written)
        assert problem.suggestion == "" and "leave the cell blank" in problem.message


def test_words_for_nothing_suggest_no_blank_where_none_may_be():
    _, [problem] = column_of("visits", "visit_date", "TBC")
    assert (problem.code, problem.suggestion) == ("not-a-date", None)


def test_a_column_that_allows_a_word_keeps_it():
    assert taken("visits", "visitor", "n/a") == ("n/a", [])
    assert taken("visits", "safeguarded", "n/a") == ("Not stated", [])


@pytest.mark.parametrize("written", ["100%", "94 %", "62.5%", "80 per cent"])
def test_a_percentage_is_no_count(written):
    _, [problem] = column_of("returns", "training_current", written)
    assert problem.code == "percentage-not-count" and problem.message.startswith(f"{written} is no count: enter how")


@pytest.mark.parametrize("written, status", [
    ("Overdue", "Open"), ("Outstanding", "Open"), ("Not started", "Open"), ("On hold", "Open"),
    ("Ongoing", "In progress"), ("Complete", "Completed"), ("Partially complete", "In progress"),
    ("Not complete", "Open"),
])  # fmt: skip
def test_the_statuses_of_a_tracker(written, status):
    assert column_of("actions", "status", written)[0] == [status]


@pytest.mark.parametrize("name, column, word", CHOICES)
def test_a_choice_whatever_its_case_spaces_and_short_form(name, column, word):
    choices = dataset(name).column(column).choices
    forms = (
        word,
        word.upper(),
        f" {word.lower()}. ",
        word.replace(" ", ""),
        word.replace("Regulation", "Reg"),
        *SHORT_FORMS.get(word, ()),
    )
    assert {choice(form, choices) for form in forms} == {word}


@pytest.mark.parametrize("written", ["Reg 44", "R44", "reg. 44 visit", "independent visit", "REGULATION 44"])
def test_a_regulation_44_visit(written):
    assert taken("visits", "visit_type", written) == ("Regulation 44 visit", [])


def test_an_unknown_choice_suggests_the_nearest():
    assert taken("visits", "verdict_qs08", "Partlly met") == (None, [("unknown-choice", "Partly met")])


@pytest.mark.parametrize("name, column, written, meant", [
    ("inspections", "leadership", "Inadequate (Reg 32 notice)", None), ("inspections", "leadership", "Not good", None),
    ("inspections", "leadership", "Inadequate, enforcement", "Inadequate"),
    ("inspections", "leadership", "Good with outstanding features", None),
    ("inspections", "leadership", "Declined from Good", None),
    ("inspections", "leadership", "R.I. to become good", None),
    ("visits", "verdict_qs08", "Mostly met", None), ("visits", "verdict_qs08", "Nott met yet", None),
    ("visits", "verdict_qs08", "Met with thanks", "Met"), ("visits", "visit_type", "Reg 44 & 45", None),
    ("visits", "visit_type", "Reg. 44 visit (unannounced)", "Regulation 44 visit"),
    ("inspections", "inspection_type", "Monitoring/Full", None), ("actions", "status", "Nearly complete", None),
    ("actions", "status", "Completed late", "Completed"), ("visits", "safeguarded", "Yes, but not on Sunday", None),
])  # fmt: skip
def test_no_suggestion_says_more_than_the_words(name, column, written, meant):
    assert taken(name, column, written) == (None, [("unknown-choice", meant)])


@pytest.mark.parametrize("written", ["N/A", "n/a", "-", "TBC", "in", "Not inspected"])
def test_words_for_nothing_are_never_taken_for_a_judgement(written):
    [kept], [problem] = column_of("inspections", "leadership", written)
    assert (kept, problem.code) == (None, "unknown-choice")
    assert (problem.suggestion == "") == ("leave the cell blank" in problem.message) == (written != "in")


def test_words_for_nothing_under_a_standard_are_no_verdict():
    assert (
        taken("visits", "verdict_qs08", "N/A")
        == taken("visits", "verdict_qs08", "not inspected")
        == ("Not looked at", [])
    )


@pytest.mark.parametrize(
    "name, column, written, suggestion",
    [
        ("actions", "status", "Complete?", "Completed"),
        ("visits", "verdict_qs08", "Met?", "Met"),
        ("inspections", "leadership", "Good ?", "Good"),
    ],
)
def test_a_question_mark_leaves_it_open(name, column, written, suggestion):
    assert taken(name, column, written) == (None, [("unknown-choice", suggestion)])


@pytest.mark.parametrize(
    "written, word",
    [
        (form, each.word)
        for each in JUDGEMENTS
        if not each.counted_as
        for form in (each.word, each.word.upper(), *each.short)
    ],
)
def test_a_judgement(written, word):
    assert taken("inspections", "leadership", written)[0] == word


@pytest.mark.parametrize("written", ["Adequate", "satisfactory"])
@pytest.mark.parametrize("day, codes", [(date(2015, 3, 31), []), (date(2015, 4, 1), ["unknown-choice"])])
def test_the_words_before_april_2015(written, day, codes):
    found = checked(
        sheet(
            "inspections",
            good("inspections", inspection_date=day, overall=written, protection=written, leadership="Good"),
        )
    )
    assert [each.code for each in found.problems] == codes * 2


@pytest.mark.parametrize("written", GRADES)
def test_helped_and_protected_limits_the_overall_judgement(written):
    found = checked(sheet("inspections", good("inspections", overall=written, protection="Inadequate")))
    assert [each.code for each in found.problems] == ([] if written == "Inadequate" else ["limiting-judgement"])


@pytest.mark.parametrize(
    "overall, codes",
    [("Outstanding", ["leaders-judgement"]), ("Requires improvement to be good", []), ("Inadequate", [])],
)
def test_inadequate_leaders_beside_an_overall_judgement(overall, codes):
    found = checked(sheet("inspections", good("inspections", overall=overall, leadership="Inadequate")))
    assert ([each.code for each in found.problems], found.accepted) == (codes, True)


@pytest.mark.parametrize("kind", ["Assurance", "Monitoring", "Interim"])
@pytest.mark.parametrize("judged", ["overall", "protection", "leadership"])
def test_only_a_full_inspection_is_graded(kind, judged):
    graded = {"overall": None, "protection": None, "leadership": None, judged: "RI"}
    found = checked(sheet("inspections", good("inspections", inspection_type=kind, **graded)))
    assert only(found)[0::3] == ("judgement-not-graded", judged)


@pytest.mark.parametrize(
    "written, codes",
    [
        ("QS12", ["QS12"]),
        ("qs 12", ["QS12"]),
        ("QS06, QS07", ["QS06", "QS07"]),
        ("Reg 12", ["QS12"]),
        ("Regulation 12", ["QS12"]),
        ("R12", ["QS12"]),
        ("Reg 6, 7 & 12", ["QS06", "QS07", "QS12"]),
        ("Regs 6 and 7", ["QS06", "QS07"]),
        ("Reg 6-8", ["QS06", "QS07", "QS08"]),
        ("Reg 12(2)(a)(i)", ["QS12"]),
        ("Reg 6 to Reg 8", ["QS06", "QS07", "QS08"]),
        ("Reg 7; Reg 6", ["QS06", "QS07"]),
        ("Reg 12 Protection of children", ["QS12"]),
        ("All", ALL),
        ("all nine standards", ALL),
        ("Standard 12", ["QS12"]),
        ("Standard 3", ["QS08"]),
        ("Education\nCare planning", ["QS08", "QS14"]),
    ],
)
def test_standards(written, codes):
    assert taken("findings", "standards", written) == (codes, [])


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_standard_by_its_names(standard):
    names = (
        standard.name,
        standard.title,
        standard.name.replace(" and ", " & "),
        standard.name.replace("'", "\u2019"),
        standard.name.upper(),
        *standard.also,
    )
    assert {tuple(taken("findings", "standards", name)[0]) for name in names} == {(standard.code,)}


@pytest.mark.parametrize(
    "written, code, suggestion",
    [
        ("Standard 6", "ambiguous-standard", "QS06 or QS11"),
        ("6", "ambiguous-standard", "QS06 or QS11"),
        ("6-8", "ambiguous-standard", "QS06 or QS11"),
        (12, "unknown-standard", "Reg 12"),
        ("Reg 40", "unknown-standard", None),
        ("QS15", "unknown-standard", None),
        ("Educatoin", "unknown-standard", "Education"),
        ("Reg 12 and cooking", "unknown-standard", None),
        ("Reg 6" + " ,  " * 60 + "x", "unknown-standard", None),
    ],
)
def test_no_standard(written, code, suggestion):
    assert taken("findings", "standards", written) == (None, [(code, suggestion)])


def test_a_plan_line_has_one_standard():
    assert taken("plan", "standard", "Reg 6 & 7") == (None, [("unknown-standard", None)])


@pytest.mark.parametrize(
    "written, kept",
    [
        (" Words ", "Words"),
        (42, "42"),
        (3.5, "3.5"),
        (date(2026, 10, 14), "14 Oct 2026"),
        (True, "TRUE"),
        (datetime(2026, 10, 14, 9, 30), "14 Oct 2026 09:30"),
        ("a\u200bb\x07\u00a0c", "ab c"),
        ("one\ntwo", "one\ntwo"),
        ("\u200b\u00a0", None),
        ("x" * 40000, "x" * 40000),
    ],
)
def test_text(written, kept):
    assert taken("visits", "visitor", written) == (kept, [])


@pytest.mark.parametrize(
    "written, kept",
    [
        ("write to jo@example.org today", "write to [e-mail address] today"),
        ("DOB 14/10/2012", "[date of birth]"),
        ("NHS 943 476 5919", "NHS [NHS number]"),
        ("lives at SW1A 1AA", "lives at [postcode]"),
        ("a child named Jordan Smith said", "a child named [name] said"),
        ("Child Protection Plan", None),
        ("the home called Rose House", None),
        ("943 476 5918 is no NHS number", None),
        ("14 of 20 on 14/10/2026", None),
        ("QS12 and Reg 44", None),
    ],
)
def test_what_identifies_a_person_is_masked(written, kept):
    [text], problems = column_of("visits", "concerns", written)
    assert text == (kept or written)
    assert [(each.code, each.cell) for each in problems] == ([("personal-data", "Z2")] if kept else [])


def test_every_short_form_belongs_to_a_choice():
    assert set(SHORT_FORMS) <= {word for _, _, word in CHOICES}


@pytest.mark.parametrize("column, cells, suggestions", [
    ("announced", ["x", "✓"], ["No"]),
    ("announced", ["x", "X"], ["Yes or No"] * 2),
    ("safeguarded", ["x", "Yes"], ["Yes or No"]),
    ("safeguarded", ["x", "ü"], ["No", "Yes"]),
    ("verdict_qs08", ["P", "Met"], ["Met or Partly met"]),
    ("verdict_qs08", ["P", "ü"], ["Met", "Met"]),
])  # fmt: skip
def test_a_letter_that_is_read_in_two_ways_is_told_by_the_ticks_beside_it(column, cells, suggestions):
    _, problems = column_of("visits", column, *cells)
    assert [each.suggestion for each in problems] == suggestions


@pytest.mark.parametrize("name, near", [
    ("Ash House & Oak House", None), ("Ash House and Oak House", None), ("Oak House/Ash House", None),
    ("Ashe House", "Ash House"), ("Oak House (late addition)", "Oak House"),
])  # fmt: skip
def test_the_names_of_two_homes_suggest_neither(name, near):
    council, _ = Council(of_every_home()).naming((home, home) for home in ("Ash House", "Oak House"))
    told = council.home(name)
    assert isinstance(told, Fault) and told.suggestion == near
