"""Every pack of the sample data, opened again: what it says, what a screen reader finds, and that nothing in it is
live.
"""

import re
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations, groupby
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from loaders.decided import decide
from metrics.clinic.attendance import attend
from metrics.homes.service import service_figures
from metrics.indicators.registry import indicator
from metrics.suppression import rounded
from pages.packs.briefing import briefing
from pages.packs.content import themes_told
from pages.packs.offered import PACKS, WRITTEN, data
from pages.packs.offered import made as made_of
from pages.packs.pack import SINCE
from pages.parts import ask
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.wording import british, unbroken
from tests.asked import by
from tests.pages.packs.reading import read, tags
from tests.planted import words_of

DAY = date(2026, 10, 31)


def made(kind: str, written: str, day: date, home: str | None = None) -> bytes:
    """The pack as it is made for whoever may see everything."""
    with by(day=day):
        return made_of(kind, written, day, home)


of_the_sample = cache(made)


@pytest.fixture
def sample_packs(sample):
    """Makes a pack of the sample data: each once, since nobody writes to it."""
    return of_the_sample


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        (
            "Clinic",
            [
                "Performance clinic",
                "Every home against every standard",
                "Early warnings",
                "Concerns",
                "Actions overdue",
            ],
        ),
        (
            "Practice learning",
            [
                "Practice learning",
                "What works",
                "What changed because of children’s views",
                "Lessons and their answers",
            ],
        ),
        (
            "Scrutiny",
            [
                "report to scrutiny",
                "How the homes are doing",
                "What changed",
                "What Ofsted said, and how the country compares",
                "What children said",
                "What is being done",
                "What is not known",
                "What is not shown, and why",
                "The figures behind it",
            ],
        ),
    ],
)
def test_the_document_is_tagged_says_its_language_and_holds_its_sections(sample_packs, kind, headings):
    document, words = read(sample_packs(kind, "PDF", DAY))
    assert (
        all(heading in words for heading in headings)
        and words.count("Position at 31 October 2026, as known on") == len(document.pages) + 1
    )
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("en") and document.metadata.title
    kinds = [each.get("/S") for each in tags(document)]
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD"} <= set(kinds) and kinds.count("/H1") == 1


def test_every_chart_of_the_document_has_words(sample_packs):
    document, _ = read(sample_packs("Clinic", "PDF", DAY))
    figures = [each for each in tags(document) if each.get("/S") == "/Figure"]
    begins = re.compile(r"[A-Z][a-z]{2} 20\d\d to Oct 2026; latest |\d+ waits; ")
    assert len(figures) >= 6 and all(begins.match(str(each["/Alt"])) for each in figures)


def test_the_clinics_pack_says_what_is_red_and_where_it_is_told(sample_packs):
    _, words = read(sample_packs("Clinic", "PDF", DAY))
    assert (
        "2 of 5 homes need attention: Cedar View and Elm Base" in words
        and "Action tracker.xlsx › Tracker, J166" in words
        and "Agency share of shifts, Cedar View" in words
    )


def test_the_clinics_pack_lists_the_concerns_new_ones_first_with_the_home_as_a_whole(sample_packs):
    _, words = read(sample_packs("Clinic", "PDF", DAY))
    assert "Cedar View is getting worse in many things at once since about Oct 2025" in words
    assert words.count("so some of these are chance.") == 1
    book = load_workbook(BytesIO(sample_packs("Clinic", "Workbook", DAY)))
    rows = list(book["Concerns"].iter_rows(min_row=2, values_only=True))
    since = ["new" not in row[1] for row in rows]
    assert since == sorted(since) and {row[1] for row in rows[:6]} == {"Flag, new", "Watch, new"} and True in since
    assert any(row[3].endswith(" Watch since May 2026.") for row in rows if row[1].startswith("Flag"))
    # Those of one standard stand together, in the table of dates and repeats too.
    for told in (rows[6:], list(book["Early warnings"].iter_rows(min_row=2, values_only=True))):
        places = [(row[0], row[2]) for row in told if not row[1].startswith("Over")]
        assert len(list(groupby(places))) == len(set(places))


def test_the_charts_say_what_is_shaded_and_of_which_months_the_usual_is(sample_packs):
    _, words = read(sample_packs("Clinic", "PDF", DAY, "Cedar View"))
    words = " ".join(words.split())
    assert "Shaded from the dotted line on" in words and "how sure each month is (95 %)" in words
    assert "The usual range is that of the 12 months before Nov 2025, when it likeliest changed." in words
    months = load_workbook(BytesIO(sample_packs("Clinic", "Workbook", DAY, "Cedar View")))["Months of the charts"]
    heads, *rows = months.iter_rows(values_only=True)
    agency = [dict(zip(heads, row, strict=True)) for row in rows if row[0] == "Agency share of shifts, Cedar View"]
    assert [row[SINCE] for row in agency] == [None] * 12 + [row["Value"] for row in agency[12:]]


def test_a_homes_pack_is_of_that_home_alone(sample_packs):
    _, words = read(sample_packs("Clinic", "PDF", DAY, "Alder Lodge"))
    assert "Performance clinic: Alder Lodge" in words and "BH-058" not in words and "CV-052" not in words
    assert "Alder Lodge: " in words and "as a whole. " in words


@pytest.mark.parametrize("kind", ["Clinic", "Practice learning"])
@pytest.mark.parametrize("home", ["Alder Lodge", "Cedar View"])
def test_a_homes_pack_speaks_of_no_other_home(sample_packs, kind, home):
    _, words = read(sample_packs(kind, "PDF", DAY, home))
    others = {"Alder Lodge", "Beech House", "Cedar View", "Damson Cottage", "Elm Base"} - {home}
    assert home in words and [other for other in others if other in words] == []


def test_slides_have_titles_and_every_table_and_chart_has_words(sample_packs):
    show = Presentation(BytesIO(sample_packs("Clinic", "Slides", DAY)))
    assert all(slide.shapes.title.text for slide in show.slides)
    drawn = [shape for slide in show.slides for shape in slide.shapes if shape.has_chart or shape.has_table]
    charts = [shape.chart for shape in drawn if shape.has_chart]
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in drawn) and len(charts) == 2
    lines = [[series.name for series in chart.plots[0].series] for chart in charts]
    of_few, usual = (["Value", f"{of}, from", f"{of}, to", "Usual", SINCE] for of in ("95 % interval", "Usual"))
    assert {tuple(names[:5]) for names in lines} <= {tuple(usual), tuple(of_few)} and all(
        "Value" in each for each in lines
    )
    assert all(chart.value_axis.visible and chart.category_axis.visible for chart in charts)
    assert "Oct 2026" in [list(chart.plots[0].categories)[-1] for chart in charts]


@pytest.mark.parametrize("home", [None, "Alder Lodge", "Cedar View", "Elm Base"])
def test_the_clinics_slides_are_at_most_eight_each_with_its_finding(sample_packs, home):
    slides = Presentation(BytesIO(sample_packs("Clinic", "Slides", DAY, home))).slides
    titles = [slide.shapes.title.text for slide in slides]
    assert 3 <= len(titles) <= 8 and len(set(titles)) == len(titles)
    assert home is None or not any(
        other in title for other in {"Alder Lodge", "Cedar View", "Elm Base"} - {home} for title in titles
    )


def test_the_clinics_slides_open_with_what_became_of_the_last_clinics_decisions(sample_packs):
    first = next(iter(Presentation(BytesIO(sample_packs("Clinic", "Slides", DAY))).slides))
    assert first.shapes.title.text == "Decided on 14 Oct 2026: 1 open"
    (table,) = (each.table for each in first.shapes if each.has_table)
    head, row = ([cell.text for cell in each.cells] for each in table.rows)
    assert (head[-1], row[0], row[-1]) == ("What became of it", "Alder Lodge", "Open")
    assert row[2].startswith("Have the pharmacist look")


def test_where_a_clinic_is_held_today_the_slides_open_with_what_it_decided(own_sample, database):
    today, store = date.today(), open_store(database)
    decide(store, of_every_home(), "Chair", "Elm Base", ["QS14"], "Match each admission first", "S. Reid", today, today)
    store.close()
    slides = list(Presentation(BytesIO(made("Clinic", "Slides", DAY))).slides)
    assert slides[0].shapes.title.text == f"Today’s clinic, {british(today)}: 1 decision"
    (table,) = (each.table for each in slides[0].shapes if each.has_table)
    assert [cell.text for cell in table.rows[1].cells][:3] == [
        "Elm Base",
        "Care planning",
        "Match each admission first",
    ]
    assert slides[1].shapes.title.text.startswith("Decided on ") and len(slides) <= 8
    elsewhere = next(iter(Presentation(BytesIO(made("Clinic", "Slides", DAY, "Cedar View"))).slides))
    assert elsewhere.shapes.title.text == f"Today’s clinic, {british(today)}: no decision"


def test_a_theme_that_is_raised_over_all_homes_is_told_once_as_service_wide(sample):
    with by(day=DAY):
        (told,) = themes_told(None)
        (raised,) = [each for each in briefing(DAY, "Damson Cottage").sections if "raised more often" in each.heading]
    themes = [row[0] for row in told.rows]
    assert len(themes) == len(set(themes)) and "Medication" in themes
    assert told.rows[themes.index("Medication")][1] == "Service-wide: Alder Lodge and Damson Cottage"
    assert raised.heading.startswith("2 themes are raised")
    assert {row[1] for row in raised.parts[0].rows} == {"Damson Cottage"}


@pytest.mark.parametrize("home", [None, "Alder Lodge", "Cedar View"])
def test_nothing_on_a_slide_is_printed_over_anything_else(sample_packs, home):
    for slide in Presentation(BytesIO(sample_packs("Clinic", "Slides", DAY, home))).slides:
        boxes = [(each.left, each.top, each.left + each.width, each.top + _height(each)) for each in slide.shapes]
        over = [
            (a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]
        assert over == [], slide.shapes.title.text


def _height(shape) -> int:
    """How far down the words of a box go, at half their size a letter; of anything else its own height."""
    if not shape.has_text_frame:
        return shape.height
    used = 0.0
    for paragraph in shape.text_frame.paragraphs:
        size = paragraph.font.size
        used += -(-len(paragraph.text) * size * 0.5 // shape.width) * size * 1.2 + (paragraph.space_after or 0)
    return round(used)


def test_nothing_on_a_slide_runs_off_it(sample_packs):
    show = Presentation(BytesIO(sample_packs("Clinic", "Slides", DAY)))
    assert all(
        0 <= shape.left
        and shape.left + shape.width <= show.slide_width
        and shape.top + shape.height <= show.slide_height
        for slide in show.slides
        for shape in slide.shapes
    )


def test_the_workbook_has_the_rows_with_dates_and_numbers(sample_packs):
    book = load_workbook(BytesIO(sample_packs("Clinic", "Workbook", DAY)))
    assert {
        "About",
        "Decided",
        "Decided before",
        "Ratings",
        "What changed",
        "Early warnings",
        "Concerns",
        "Emerging themes",
        "Actions overdue",
        "Judgements",
        "Months of the charts",
    } == set(book.sheetnames)
    overdue = list(book["Actions overdue"].iter_rows(min_row=2))
    assert (
        all(row[6].is_date and isinstance(row[7].value, int) for row in overdue)
        and book["About"]["A1"].value == "Performance clinic"
    )
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_scrutiny_is_told_no_homes_name_and_no_small_count(sample_packs):
    told = sample_packs("Scrutiny", "Workbook", DAY)
    book = load_workbook(BytesIO(told))
    words = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert not any(home in words for home in ("Alder Lodge", "Beech House", "Cedar View", "Damson Cottage", "Elm Base"))
    rows = list(book["Figures"].iter_rows(min_row=2, values_only=True))
    with by(day=DAY):
        figures = {(row["standard"], row["indicator"]): row for row in ask.answer(service_figures)}
    assert len(rows) == len(figures) > 40
    for row, (key, known) in zip(rows, figures.items(), strict=True):
        part, whole = known["numerator"], known["denominator"]
        if indicator(key[1]).kind != "proportion":
            few = part < 5
        else:
            few = 0 < part < 5 or 0 < whole - part < 5
        assert (row[3] == "not shown") == (few or known["homes"] < 3), row


def test_scrutiny_is_told_no_nights_in_any_form(sample_packs):
    with by(day=DAY):
        figures = ask.answer(service_figures)
    nights = {row[of] for row in figures for of in _in_nights(indicator(row["indicator"])) if row[of] > 99}
    assert len(nights) >= 2
    told = words_of(sample_packs("Scrutiny", "Workbook", DAY)) + read(sample_packs("Scrutiny", "PDF", DAY))[1]
    forms = {form for of in nights for near in (of, rounded(of)) for form in (str(near), f"{near:,}")}
    assert not [form for form in forms if re.search(rf"(?<![\d.,]){form}(?![\d.,])", told)]
    assert not re.findall(r"(?i)\bper 30\b|\bnights?\b", told)


def _returns(home: str, counts: list[int]) -> list[str]:
    months = (month for month in (f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)))
    known = [month for month in months if "2025-11" <= month <= "2026-10"]
    return [f"{home} | {month} | 84 | {count}" for month, count in zip(known[-len(counts) :], counts, strict=True)]


@pytest.mark.parametrize(
    ("months", "told"),
    [
        ([3] * 6 + [4] * 6, ("about 70 in six months", "about 55 in the six before")),
        ([0] * 6 + [4] * 6, ("about 70 in six months", "none in the six before")),
        ([0, 0, 0, 0, 0, 1] + [4] * 6, ("about 70 in six months", "fewer than 5 in the six before")),
        ([3] * 5 + [4] * 6, ("about 70 in six months", "not known in the six before")),
        ([3] * 6 + [0] * 6, ("none in six months", "about 55 in the six before")),
    ],
)
def test_scrutiny_is_told_how_often_and_how_often_before(drawn, months, told):
    names = ("Ash House", "Elm House", "Oak House")
    homes = ["Home | Service type | Registered places | Opened"]
    homes += [f"{home} | Residential care | 3 | 2015-05-01" for home in names]
    # The first home has every event of the month, so that few of one are few of all.
    counts = ([3 * each if each > 1 else each for each in months], *[[0] * len(months)] * 2)
    rows = [row for home, of in zip(names, counts, strict=True) for row in _returns(home, of)]
    drawn("\n".join(["Home | Month | Child-nights | Restraints", *rows]), homes="\n".join(homes))
    figures = load_workbook(BytesIO(made("Scrutiny", "Workbook", DAY)))["Figures"]
    [row] = [row for row in figures.iter_rows(values_only=True) if row[1] == "Restraints"]
    assert row[3:] == told


def _in_nights(known) -> list[str]:
    return [of for of in ("numerator", "denominator") if getattr(known, of) in ("child_nights", "returns.child_nights")]


@pytest.mark.parametrize("kind", PACKS)
@pytest.mark.parametrize("written", WRITTEN)
def test_a_pack_of_nothing_says_so(database, kind, written):
    assert made(kind, written, DAY)


def test_the_buttons_stand_on_three_pages(sample):
    assert [each.label for each in sample.go("overview", date="2026-10-31").app.get("download_button")] == [
        *[*WRITTEN] * 3,
        "CSV and Parquet",
    ]
    assert [each.label for each in sample.go("home", date="2026-10-31", home="Cedar View").app.get("download_button")][
        : 2 * len(WRITTEN)
    ] == [*WRITTEN] * 2
    assert "PDF" in [each.label for each in sample.go("clinic", date="2026-10-31").app.get("download_button")]


def test_what_the_pages_tell_is_taken_away_as_data(sample):
    with by(day=DAY):
        every, one = (ZipFile(BytesIO(data(home))) for home in (None, "Cedar View"))
    assert every.read("ratings.csv").count(b"\n") == 46 and one.read("ratings.csv").count(b"\n") == 10


def _charts(document: bytes) -> list:
    """Every chart of the slides with its words."""
    return [
        (shape.chart, shape._element.xpath(".//p:cNvPr")[0].get("descr"))
        for slide in Presentation(BytesIO(document)).slides
        for shape in slide.shapes
        if shape.has_chart
    ]


def test_scrutinys_ratings_are_drawn_as_they_stand_in_the_table(sample_packs):
    (ratings, words), (judged, _) = _charts(sample_packs("Scrutiny", "Slides", DAY))
    sheet = load_workbook(BytesIO(sample_packs("Scrutiny", "Workbook", DAY)))["Ratings"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    names = ["Red", "Amber", "Green", "No recent evidence", "Too few figures"]
    assert [series.name for series in ratings.plots[0].series] == names
    assert [[value or 0 for value in series.values] for series in ratings.plots[0].series] == [
        list(counts) for counts in list(zip(*rows, strict=True))[1:]
    ]
    assert f"{rows[0][0]}: Red {rows[0][1]}, Amber {rows[0][2]}" in words and len(judged.plots[0].series) == 3


def test_practice_learning_draws_where_good_practice_was_seen(sample_packs):
    ((seen, words),) = _charts(sample_packs("Practice learning", "Slides", DAY))
    assert (
        len(list(seen.plots[0].categories)) == 9
        and sum(value or 0 for value in seen.plots[0].series[0].values) > 9
        and words.startswith("Where good practice was seen. ")
    )


def test_the_clinics_pack_opens_with_the_last_clinic_and_what_became_of_the_one_before(sample_packs):
    _, words = read(sample_packs("Clinic", "PDF", DAY))
    opening = words[: words.index("What needs attention")]
    assert "The clinic of 14 October 2026 Who was there is not recorded." in opening
    assert "What was decided" in opening and "Alder Lodge" in opening and "Cedar View" in opening
    assert "What became of the decisions of 23 Sep 2026" in opening and "What became of it" in opening


def test_the_minutes_say_of_each_item_what_the_screen_showed_and_what_was_decided(own_sample, database):
    today, store, every = date.today(), open_store(database), of_every_home()
    attend(store, every, "Chair", today, "S. Reid (chair), K. Ahmed")
    decide(store, every, "Chair", "Elm Base", ["QS14"], "Match each admission first", "S. Reid", today, today)
    store.close()
    document = Document(BytesIO(made("Minutes", "Word", DAY)))
    told = [each.text for each in document.paragraphs]
    assert told[1].startswith("Position at 31 October 2026, as known on ")
    assert "There were S. Reid (chair), K. Ahmed." in told
    assert "The screen showed the position at 31 October 2026." in told
    decided, before = ([[cell.text for cell in row.cells] for row in each.rows] for each in document.tables)
    due = british(today)
    assert decided[1:] == [["Elm Base", "Care planning", "Match each admission first", "S. Reid", due]]
    assert before[0][-1] == "What became of it" and {row[0] for row in before[1:]} == {"Alder Lodge"}
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    item = told[told.index("3. Elm Base: Care planning") :]
    assert len(heads) == 3 + 18 and item[1].startswith("Red on thin evidence: the independent visit of 16 Oct 2026")
    assert unbroken("Admissions matched first: 3 of 7 (43 %); target 100 %.") in item
    assert item.index(f"Match each admission first (S. Reid, by {due})") < item.index("No decision is recorded.")


def test_minutes_of_one_home_name_no_other(own_sample):
    document = Document(BytesIO(made("Minutes", "Word", DAY, "Elm Base")))
    texts = [each.text for each in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = " ".join(texts)
    assert "Elm Base" in words and not any(other in words for other in ("Cedar View", "Alder Lodge", "Beech House"))


FEW = """
Home      | Month    | Child-nights | Missing episodes
Ash House | Oct 2026 | 84           | 1
"""


def test_a_pack_calls_nothing_as_usual_that_is_too_young_to_be_tested(drawn):
    drawn(FEW)
    _, words = read(made("Clinic", "PDF", DAY, "Ash House"))
    assert "Too few months are known to tell a change from chance." in words
    assert "Ash House against every standard" in words and "Every home" not in words
