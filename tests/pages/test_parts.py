"""The small parts that pages draw with."""

from datetime import date

import pytest
from htpy import li, p

from metrics.indicators.indicator import told
from metrics.indicators.registry import indicator
from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from pages.parts import figures, marks, sources, tables, wording
from pages.parts.charts import charts
from pages.parts.charts.sparkline import sparkline
from pages.parts.home.tiles import REASON, _short
from pages.parts.links import together
from pages.parts.lists import folded
from qa_data.source import Source
from tests.pages.screen import OPENS


def at(row: int, cell: str | None = None, file: str = "Visits.xlsx", sheet: str = "Visits") -> Source:
    return {"file": file, "sheet": sheet, "row": row, "cell": cell, "upload_id": "u1"}


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ([at(12, "B12")], "Visits.xlsx › Visits!B12"),
        ([at(12, "B12"), at(3, "B3"), at(3, "AA3")], "Visits.xlsx › Visits!B3, AA3, B12"),
        ([at(12), at(3), at(4), at(5)], "Visits.xlsx › Visits, rows 3, 4, 5, 12"),
        ([at(7, "B7", "Log.csv", "Log")], "Log.csv › B7"),
        ([at(7, None, "Log.csv", "Log")], "Log.csv, row 7"),
    ],
)
def test_a_source_leads_to_cells_or_else_to_rows(found, shown, database):
    told = str(sources.sources(found))
    assert OPENS.sub(r"\1", told) == f"<code>{shown}</code>"
    assert len(OPENS.findall(told)) == len({(each["row"], each["cell"]) for each in found})


@pytest.mark.parametrize(
    ("homes", "said"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and 1 more"),
    ],
)
def test_a_headline_names_three_homes(homes, said):
    assert wording.named(homes) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("The visit found", "the visit found"), ("2 actions", "2 actions"), ("Ofsted said", "Ofsted said")],
)
def test_a_reason_goes_on_after_because(text, said):
    assert wording.lower(text) == said


def cell(rag: str, evidence: str) -> dict:
    """A cell with one reason."""
    return {
        "rag": rag,
        "unrated": None,
        "evidence": evidence,
        "reasons": [{"rule": "R1", "text": "The <visit> found it."}],
    }


@pytest.mark.parametrize(
    ("rag", "evidence", "said"),
    [
        ("red", "strong", "<strong>Red because</strong> the &lt;visit&gt; found it."),
        ("amber", "thin", "<strong>Amber on thin evidence:</strong> the &lt;visit&gt; found it."),
    ],
)
def test_a_colour_says_why_and_how_sure(rag, evidence, said):
    assert str(marks.led(*wording.because(cell(rag, evidence)))) == said


def test_what_moved_is_no_clause_after_because():
    moved = {"rule": "A4", "text": "Restraints: up beyond chance."}
    told = wording.because(cell("amber", "strong") | {"reasons": [moved]})
    assert str(marks.led(*told)) == "<strong>Amber –</strong> restraints: up beyond chance."


NEITHER = ["No recent evidence: none.", "Too few figures: 1 of 3."]


@pytest.mark.parametrize(
    ("unrated", "texts", "said", "letter"),
    [
        (NO_EVIDENCE, NEITHER[:1], "<strong>No recent evidence:</strong> none.", "–"),
        (FEW_FIGURES, NEITHER[1:], "<strong>Too few figures:</strong> 1 of 3.", "…"),
        (NO_EVIDENCE, NEITHER, "<strong>No recent evidence:</strong> none. Too few figures: 1 of 3.", "–"),
    ],
)
def test_no_rating_says_which_of_two_things_it_is(unrated, texts, said, letter):
    told = {"home": "Ash House", "standard": "QS12", "change": "same"} | cell("grey", "none")
    told |= {"unrated": unrated, "reasons": [{"text": text} for text in texts]}
    named = marks.RATINGS[unrated]
    assert str(marks.led(*wording.because(told))) == said
    assert str(marks.of(told)) == f'<span class="m grey s24" role="img" aria-label="{named}">{letter}</span>'
    assert wording.sentence(told).startswith(f"Ash House, Protection of children: {named}. ")
    assert all(text in wording.sentence(told) for text in texts)


@pytest.mark.parametrize(
    ("id", "numerator", "denominator", "said"),
    [
        ("LAM1", 3, 4, "3 of 4 (75 %)"),
        ("LAM11", 3, 4, "3 of 4 at 31 Oct 2026 (75 %)"),
        ("PRO1", 6, 93, "6 in 93 nights (1.9 per 30)"),
        ("PRO1", 0, 1, "0 in 1 night (0.0 per 30)"),
    ],
)
def test_a_value_is_its_count_first(id, numerator, denominator, said):
    assert told(indicator(id), numerator, denominator, date(2026, 10, 1)) == said


@pytest.mark.parametrize(
    ("id", "said"),
    [("LAM1", "95 % or more"), ("LAM5", "10 % or less"), ("STD2", "0 %"), ("LAM2", "100 %"), ("PRO1", "")],
)
def test_a_target_says_which_side_is_good(id, said):
    assert figures.target(indicator(id)) == said


def months(*numbers: int) -> list[dict]:
    """Months of 2026 with one of two."""
    return [
        {"month": date(2026, number, 1), "numerator": 1, "denominator": 2, "said": "1 of 2 (50 %)"}
        for number in numbers
    ]


def test_a_month_without_data_breaks_the_small_line():
    assert str(sparkline(months(7, 8, 10), 100, date(2026, 10, 1))).count("M") == 2
    assert "No data" in str(sparkline([], 100, date(2026, 10, 1)))


def test_judgements_are_steps_with_squares_below_good():
    history = [
        {"inspection_date": date(2024, 3, 1), "overall": "Good"},
        {"inspection_date": date(2025, 3, 1), "overall": "Inadequate"},
    ]
    drawn = charts.steps(history, "overall", "Helped and protected", date(2026, 10, 31), True).to_dict()
    rows = next(rows for rows in drawn["datasets"].values() if len(rows) == 2)
    assert [(row["place"], row["below"]) for row in rows] == [(2, False), (4, True)]


def test_a_word_without_end_may_end_a_line_and_nothing_else_changes():
    kept = together(p(title="t" * 99)["W" * 60, " responsibilities 5", " %"])
    assert (
        kept.count("<wbr>") == 2
        and kept.replace("<wbr>", "") == f'<p title="{"t" * 99}">{"W" * 60} responsibilities 5\N{NO-BREAK SPACE}%</p>'
    )
    assert together(p["responsibilities ", "&" * 40]) == f"<p>responsibilities {'&amp;' * 40}</p>"


def test_a_table_says_its_heads_once_more_at_each_cell_for_a_phone():
    drawn = tables.table(
        ("Home", tables.head("What was checked", "Checked", class_="n")),
        [tables.row("Ash <b>House</b>", tables.cell("Yes", class_="small"), aria_current="true"), ("Elm", None)],
        caption="Who checked",
    )
    assert str(drawn) == (
        '<table class="t main stack"><caption class="hidden">Who checked</caption><thead><tr><th scope="col">Home</th>'
        '<th scope="col" class="n">What was checked</th></tr></thead><tbody><tr aria-current="true"><th scope="row">'
        'Ash &lt;b&gt;House&lt;/b&gt;</th><td data-l="Checked" class="small">Yes</td></tr><tr><th scope="row">Elm</th>'
        '<td data-l="Checked"></td></tr></tbody></table>'
    )


def test_a_table_that_does_not_fold_needs_no_labels_and_may_have_neither_heads_nor_header():
    told = str(tables.table(("Home", "Months"), [("Ash", "12")], "heat", header=None, headed=False))
    assert told == '<table class="t heat"><tbody><tr><td>Ash</td><td>12</td></tr></tbody></table>'


def test_what_a_person_wrote_is_no_markdown_in_a_label():
    assert wording.as_text(":red[x] $y$ **z** Ash House") == r"\:red\[x\] \$y\$ \*\*z\*\* Ash House"


def test_the_first_of_a_list_are_open_and_the_rest_a_click_away():
    assert str(folded([li["a"], li["b"], li["c"]], 2, "1 more")) == (
        '<ul class="l"><li>a</li><li>b</li></ul><details><summary>1 more</summary>'
        '<ul class="l"><li>c</li></ul></details>'
    )
    assert str(folded([li["a"]], 2, "no more")) == '<ul class="l"><li>a</li></ul>'


def test_a_reason_on_a_tile_ends_at_a_whole_word():
    assert _short("Red because", "it is so") == ("Red because", "it is so")
    lead, text = _short("Red because", "seven & seven " * 20)
    assert text.endswith(("seven …", "& …")) and len(f"{lead} {text}") <= REASON + len(" …")
