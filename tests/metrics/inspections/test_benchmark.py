"""National totals by year, and a council's own homes, from small drawn files in a real store."""

from datetime import date, datetime
from pathlib import Path

import pandas
import pytest

from loaders.ofsted import convert
from loaders.reading import read
from metrics.inspections.benchmark import UnknownCouncil, benchmark
from qa_data.dictionary.ofsted import OFSTED
from qa_data.schema import content, row_key
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import restore, withdraw

HOME = {
    "urn": "SC1",
    "provision_type": "Children's home",
    "local_authority": "Darlington",
    "sector": "Local Authority",
    "overall": "Good",
    "inspection_type": "Full inspection",
}
PUBLISHED = Path(__file__).parents[4] / "shared" / "data" / "ofsted"
GRADES = ("outstanding", "good", "requires_improvement", "inadequate", "not_judged")


@pytest.fixture
def store():
    opened = open_store(":memory:")
    yield opened
    opened.close()


def publish(store, as_at: date, *rows: dict) -> str:
    """Stores a file of that day, each row a provider with its latest inspection; the answer is its upload's id."""
    said = [{"as_at": as_at, **HOME, **row} for row in rows]
    return store_file(
        store, as_at, {each: {name: [row.get(name) for row in said] for name in each.names} for each in OFSTED}
    )


def store_file(store, as_at: date, datasets: dict) -> str:
    """Stores columns by dataset as an upload of the June after that day."""
    with store.writing(of_every_home()) as cursor:
        for dataset, columns in datasets.items():
            typed = ", ".join(f"{column.name}::{column.sql_type} as {column.name}" for column in dataset.columns)
            with cursor.offering("drawn", pandas.DataFrame(columns, dtype=object)):
                cursor.run(
                    f"insert into main.{dataset.name} by name select *, $id as upload_id, 'S' as sheet, 2 as sheet_row,"
                    f" {row_key(dataset)} as row_key, {content(dataset)} as content from (select {typed} from drawn)",
                    id=str(as_at),
                )
        cursor.run(
            "insert into main.uploads values ($id, 'providers.csv', '', 'me', $moment, '[]', false)",
            id=str(as_at),
            moment=datetime(as_at.year, 6, 1),
        )
    return str(as_at)


def counts(year: dict) -> list[int]:
    return [year[grade] for grade in GRADES]


def test_a_year_counts_homes_by_their_latest_judgement(store):
    words = ("Outstanding", "Good", "Requires improvement to be good", "Adequate", "Satisfactory", "Inadequate", None)
    publish(store, date(2024, 3, 31), *({"urn": f"SC{n}", "overall": word} for n, word in enumerate(words)))
    [year] = benchmark(store, of_every_home())["years"]
    assert (year["year"], year["homes"], counts(year)) == (2024, 7, [1, 1, 3, 1, 1])


@pytest.mark.parametrize(
    "provision_type, homes",
    [
        ("Children's home", 1),
        ("Secure children's home", 1),
        ("Residential special school (registered as a children's home)", 1),
        ("Residential Special School", 0),
        ("Supported Accommodation", 0),
        ("Secure Training Centre", 0),
        ("Boarding School", 0),
    ],
)
def test_which_providers_are_homes(store, provision_type, homes):
    publish(store, date(2024, 3, 31), {"provision_type": provision_type})
    assert sum(year["homes"] for year in benchmark(store, of_every_home())["years"]) == homes


def test_years_stand_in_order_up_to_the_day_asked_of_and_only_as_at_31_march(store):
    for day in (date(2025, 3, 31), date(2023, 3, 31), date(2023, 8, 31), date(2024, 3, 31)):
        publish(store, day, {})
    assert [year["year"] for year in benchmark(store, of_every_home(as_at=date(2024, 12, 31)))["years"]] == [2023, 2024]


def test_council_run_is_the_sector_local_authority(store):
    publish(
        store,
        date(2024, 3, 31),
        {},
        {"urn": "SC2", "sector": "Private", "overall": "Inadequate"},
        {"urn": "SC3", "sector": "Voluntary"},
    )
    answer = benchmark(store, of_every_home())
    assert [counts(year) for year in answer["years"]] == [[0, 2, 0, 1, 0]]
    assert [counts(year) for year in answer["council_run"]] == [[0, 1, 0, 0, 0]]
    assert answer["inspections"] == []


def test_a_councils_own_homes_have_every_known_inspection_once_in_order(store):
    publish(
        store,
        date(2024, 3, 31),
        {"urn": "SC2", "inspection_date": date(2024, 1, 5)},
        {"inspection_date": date(2023, 5, 2), "overall": "Inadequate"},
        {"urn": "SC3", "local_authority": "Kent", "inspection_date": date(2024, 1, 5)},
        {"urn": "SC4", "sector": "Private", "inspection_date": date(2024, 1, 5)},
    )
    publish(
        store,
        date(2020, 3, 31),
        {"inspection_date": date(2019, 5, 2)},
        {"urn": "SC2", "inspection_date": date(2024, 1, 5)},
    )
    told = benchmark(store, of_every_home(), "darlington")["inspections"]
    assert [(each["urn"], each["inspection_date"], each["overall"]) for each in told] == [
        ("SC1", "2019-05-02", "Good"),
        ("SC1", "2023-05-02", "Inadequate"),
        ("SC2", "2024-01-05", "Good"),
    ]
    assert list(told[0]) == [
        "urn",
        "council",
        "sector",
        "provision_type",
        "inspection_date",
        "inspection_type",
        "overall",
        "protection",
        "leadership",
    ]


def test_inspections_after_the_day_asked_of_are_not_told(store):
    publish(store, date(2024, 3, 31), {"inspection_date": date(2024, 6, 1)})
    assert benchmark(store, of_every_home(as_at=date(2024, 5, 31)), "Darlington")["inspections"] == []
    assert len(benchmark(store, of_every_home(as_at=date(2024, 6, 1)), "Darlington")["inspections"]) == 1


def test_a_withdrawn_file_is_in_no_figure(store):
    upload = publish(store, date(2024, 3, 31), {"inspection_date": date(2023, 5, 2)})
    publish(store, date(2023, 3, 31), {"urn": "SC9"})
    withdraw(store, of_every_home(), upload, "me")
    answer = benchmark(store, of_every_home(), "Darlington")
    assert ([year["year"] for year in answer["years"]], answer["inspections"]) == ([2023], [])
    restore(store, of_every_home(), upload, "me")
    assert len(benchmark(store, of_every_home(), "Darlington")["inspections"]) == 1


def test_what_was_known_at_a_past_moment(store):
    publish(store, date(2024, 3, 31), {})
    assert benchmark(store, of_every_home(known_at=datetime(2024, 5, 31)))["years"] == []


@pytest.mark.parametrize("asked", ["DARLINGTON", " darlington ", "Bournemouth, Christchurch and Poole"])
def test_a_council_in_any_spelling(store, asked):
    publish(
        store,
        date(2024, 3, 31),
        {"inspection_date": date(2023, 5, 2)},
        {"urn": "SC2", "local_authority": "Bournemouth, Christchurch & Poole", "inspection_date": date(2023, 5, 2)},
    )
    assert len(benchmark(store, of_every_home(), asked)["inspections"]) == 1


def test_an_unknown_council_is_refused_with_the_nearest(store):
    publish(store, date(2024, 3, 31), {})
    with pytest.raises(UnknownCouncil, match="no council Darlingtn. Did you mean Darlington?"):
        benchmark(store, of_every_home(), "Darlingtn")


def test_without_any_file_no_council_is_known(store):
    assert benchmark(store, of_every_home())["years"] == []
    with pytest.raises(UnknownCouncil, match="python -m loaders load"):
        benchmark(store, of_every_home(), "Darlington")


@pytest.mark.skipif(not PUBLISHED.exists(), reason=f"Ofsted's published files are not in {PUBLISHED}")
def test_ofsteds_own_files(store):
    for year in (2025, 2018, 2023, 2020, 2024):
        tables, _ = convert(read(PUBLISHED / f"provider_at_march_{year}.csv").sheets[0], f"march_{year}.csv", None)
        store_file(store, date(year, 3, 31), {table.dataset: table.columns for table in tables})
    answer = benchmark(store, of_every_home(as_at=date(2025, 12, 31)), "Darlington")
    assert {year["year"]: counts(year) for year in answer["years"]} == {
        2018: [350, 1378, 363, 32, 0],
        2020: [373, 1477, 421, 40, 0],
        2023: [294, 2008, 525, 63, 0],
        2024: [356, 2323, 486, 54, 0],
        2025: [459, 2637, 489, 44, 380],
    }
    told = {(each["urn"], each["inspection_date"]): each["overall"] for each in answer["inspections"]}
    assert len(told) == len(answer["inspections"]) == 20
    assert told["SC037984", "2022-08-22"] == "Inadequate"
    assert {day: overall for (urn, day), overall in told.items() if urn == "SC068000"} == {
        "2017-11-15": "Good",
        "2019-12-16": "Good",
        "2021-06-23": "Requires improvement to be good",
        "2022-05-12": "Requires improvement to be good",
    }
