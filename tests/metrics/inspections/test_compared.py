"""The council's homes beside England, its region and chosen councils, by plain counting."""

from datetime import date
from itertools import product

import pytest

from metrics.inspections.benchmark import benchmark
from metrics.inspections.compared import OWN, compared
from qa_data.judgements import COLUMNS
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.filling import upload

DAY = date(2026, 10, 31)
GOOD = ("Outstanding", "Good")


def provider(number: int, year: int, council: str, sector: str, region: str, words: tuple, kind="Children's home"):
    return {
        "as_at": date(year, 3, 31),
        "urn": f"SC{number}",
        "provision_type": kind,
        "local_authority": council,
        "sector": sector,
        "region": region,
        "overall": words[0],
        "protection": words[1],
        "leadership": words[2],
    }


WORDS = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate", "Adequate", None)


@pytest.fixture(scope="module")
def published() -> list[dict]:
    places = product((2024, 2025), ("York", "Leeds", "Hull and the Humber"), ("Local Authority", "Private"), range(6))
    every = [
        provider(
            number % 36,
            year,
            council if year == 2024 else council.replace("and the", "&"),
            sector,
            "North East, Yorkshire and Humber" if year == 2024 else "North East, Yorkshire and the Humber",
            (WORDS[place], WORDS[(place + 2) % 6], WORDS[(place * 5 + 1) % 6]),
        )
        for number, (year, council, sector, place) in enumerate(places)
    ]
    return [*every, provider(99, 2025, "York", "Local Authority", "London", WORDS[:3], "Residential family centre")]


@pytest.fixture(scope="module")
def store(published):
    ash = {
        "home": "Ash House",
        "urn": "SC0",
        "service_type": "Residential care",
        "places": 3,
        "opened": date(2010, 1, 1),
    }
    judged = {
        "home": "Ash House",
        "inspection_date": date(2026, 1, 5),
        "inspection_type": "Full",
        "overall": "Good",
        "protection": "Good",
        "leadership": "Inadequate",
    }
    return store_with(homes=[ash], inspections=[judged], providers=published)


def store_with(**datasets: list[dict]) -> Store:
    store = open_store(MEMORY)
    upload(store, **datasets)
    return store


def plainly(rows: list[dict], which: str, year: int) -> tuple[int, int]:
    words = [
        row[which]
        for row in rows
        if row["as_at"].year == year and row["provision_type"] == "Children's home" and row[which]
    ]
    return sum(word in GOOD for word in words), len(words)


def test_every_group_is_what_plain_counting_gives(store, published):
    told = compared(store, of_every_home(DAY), ("Hull & Humber",))
    own = [row for row in published if row["sector"] == "Local Authority"]
    of = {
        "All homes in England": published,
        "Council-run homes in England": own,
        "Council-run homes in North East, Yorkshire and the Humber": [row for row in own if "York" in row["region"]],
        "Hull & Humber": [row for row in own if row["local_authority"].startswith("Hull")],
    }
    assert told["region"] == "North East, Yorkshire and the Humber"
    found = {(row["group"], row["judgement"], row["year"]): (row["good"], row["judged"]) for row in told["groups"]}
    assert found == {
        (name, which, year): plainly(rows, which, year)
        for name, rows in of.items()
        for which in COLUMNS
        for year in (2024, 2025)
    }


def test_totals_are_ofsteds(store):
    years = {each["year"]: each for each in benchmark(store, of_every_home(DAY))["years"]}
    for row in compared(store, of_every_home(DAY))["groups"]:
        if (row["group"], row["judgement"]) == ("All homes in England", "overall"):
            year = years[row["year"]]
            assert (row["good"], row["judged"]) == (
                year["outstanding"] + year["good"],
                year["homes"] - year["not_judged"],
            )


def test_the_councils_own_are_those_of_the_day(store):
    own = compared(store, of_every_home(DAY))["own"]
    assert [(row["group"], row["judgement"], row["good"], row["judged"]) for row in own] == [
        (OWN, "overall", 1, 1),
        (OWN, "protection", 1, 1),
        (OWN, "leadership", 0, 1),
    ]
    assert compared(store, of_every_home(date(2026, 1, 4)))["own"] == []


def test_each_council_is_offered_once_as_the_latest_file_writes_it(store):
    assert compared(store, of_every_home(DAY))["councils"] == ["Hull & Humber", "Leeds", "York"]


def test_without_a_published_file_there_is_nothing_to_compare():
    told = compared(store_with(), of_every_home(DAY), ("York",))
    assert told == {"own": [], "groups": [], "region": None, "councils": []}
