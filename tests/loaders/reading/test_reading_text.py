"""What reading takes from text files."""

from pathlib import Path

import pytest

from loaders.reading import read

OFSTED = Path(__file__).parents[4] / "shared/data/ofsted"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "words", ["The Oaks’ plan – “good”… £20", "Zoë, José and Seán at Café École", "visits – 2024", "• naïve"]
)
def test_every_encoding(opened, encoding, words):
    sheet = opened("a.csv", f'Home,Notes\r\nAsh House,"{words}"\r\n'.encode(encoding)).sheets[0]
    assert sheet.rows == [("Home", "Notes"), ("Ash House", words)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter(opened, delimiter):
    lines = [["Visits to October 2026"], ["Home", "Notes"], ["Ash House", '"One, two; three"'], ["Elm", '"A, b"']]
    rows = opened("a.csv", "\n".join(map(delimiter.join, lines)).encode()).sheets[0].rows
    assert rows[1:3] == [("Home", "Notes"), ("Ash House", "One, two; three")]


def test_a_sep_line_names_the_delimiter_and_counts_as_a_line(opened):
    sheet = opened("a.csv", b"sep=;\r\nHome;A,B,C\r\nAsh House;1,2,3\r\n").sheets[0]
    assert (sheet.rows, sheet.numbers) == ([("Home", "A,B,C"), ("Ash House", "1,2,3")], [2, 3])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_is_numbered_by_the_line_it_starts_on(opened, end):
    lines = ['Home,"Date', 'seen"', "", 'Ash House,"one', "two", 'three"', "Elm,x", "", ""]
    sheet = opened("a.csv", end.join(lines).encode()).sheets[0]
    assert sheet.rows == [
        ("Home", f"Date{end}seen"),
        (None, None),
        ("Ash House", f"one{end}two{end}three"),
        ("Elm", "x"),
    ]
    assert sheet.numbers == [1, 3, 4, 7]


def test_every_value_is_text_and_short_rows_are_filled_up(opened):
    rows = opened("a.csv", b"Home,Places,Date\nAsh House,0042\nElm,, \n").sheets[0].rows
    assert rows == [("Home", "Places", "Date"), ("Ash House", "0042", None), ("Elm", None, None)]


def test_the_sheet_has_the_files_name(opened):
    assert opened("October visits.csv", b"Home\nAsh House\n").sheets[0].name == "October visits"


def test_errors_of_a_spreadsheet_are_no_values(opened):
    sheet = opened("a.csv", b"Home,Rate\nAsh House,#DIV/0!\nElm,Err:502\n#1 The Oaks,#hash\n").sheets[0]
    assert sheet.errors == {(1, 1): "#DIV/0!", (2, 1): "Err:502"}
    assert sheet.rows[1:] == [("Ash House", None), ("Elm", None), ("#1 The Oaks", "#hash")]


@pytest.mark.skipif(not OFSTED.exists(), reason="Ofsted's published files are not on this machine")
@pytest.mark.parametrize("year", [2018, 2020, 2023, 2024, 2025])
def test_ofsteds_published_files(year):
    sheet = read(OFSTED / f"provider_at_march_{year}.csv").sheets[0]
    header = next(row for row in sheet.rows if "URN" in row)
    assert all(word in "\n".join(filter(None, header)) for word in ("Provision type", "Local authority"))
    assert len(sheet.rows) > 2700
    if year > 2023:
        assert f"England {year} – Provider level" in sheet.rows[0][0]
