"""Every red and amber of councils drawn at random leads to rows that stand there, and so does every figure."""

from datetime import date
from functools import cache
from random import Random

import pytest

from metrics.months.figures import home_figures, home_months
from metrics.rag.behind import rows_behind, rows_of_month
from metrics.rag.rules import AMBER, RED, RULES
from metrics.rag.status import status
from qa_data.dictionary import DATASETS
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.filling import upload
from tests.metrics.drawing import draw_council

DAYS = [date(2024, 5, 31), date(2024, 11, 15), date(2025, 6, 30)]

LOUD = {rule.id for rule in RULES if rule.colour in (RED, AMBER)}


@cache
def council(seed: int) -> Store:
    """A store with a council drawn at random, each dataset on a sheet with its columns in order."""
    store = open_store(MEMORY)
    upload_id = upload(store, **draw_council(Random(seed)))
    letters = [
        (upload_id, each.title, name, chr(ord("A") + place) if place < 26 else "A" + chr(ord("A") + place - 26))
        for each in DATASETS
        for place, name in enumerate(each.names)
    ]
    with store.writing(of_every_home()) as cursor:
        for letter in letters:
            cursor.run(
                "insert into main.sheet_columns values ($upload, $sheet, $column, $letter)",
                **dict(zip(("upload", "sheet", "column", "letter"), letter, strict=True)),
            )
    return store


def rows_that_stand(store: Store) -> set[tuple]:
    """File, sheet, row, cell and upload of every cell that was ever given."""
    stored = " union all ".join(f"select upload_id, sheet, sheet_row from main.{each.name}" for each in DATASETS)
    cells = store.rows(
        of_every_home(),
        f"select file, sheet, sheet_row, letter || sheet_row as cell, upload_id from ({stored})"
        " join main.uploads using (upload_id) join main.sheet_columns on of_upload = upload_id and of_sheet = sheet",
    )
    return {tuple(each.values()) for each in cells}


@cache
def states(seed: int, day: date) -> list[dict]:
    """The council's cells as at that day."""
    return status(council(seed), of_every_home(day))["cells"]


@pytest.fixture(scope="module", params=range(2))
def drawn(request):
    return council(request.param)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("seed", range(2))
def test_every_red_and_amber_cites_rows_that_stand(seed, day):
    standing, reasons = rows_that_stand(council(seed)), 0
    for cell in states(seed, day):
        for reason in cell["reasons"]:
            reasons += 1
            assert reason["sources"] or reason["rule"] not in LOUD, (cell["home"], cell["standard"], reason)
            assert {tuple(each.values()) for each in reason["sources"]} <= standing
    assert reasons


def test_every_rule_is_brought_about():
    found = [cell for seed in range(4) for day in DAYS for cell in states(seed, day)]
    fired = {reason["rule"] for cell in found for reason in cell["reasons"]}
    assert fired >= LOUD


def test_every_figure_can_be_followed_to_rows_that_stand(drawn):
    scope, standing, followed = of_every_home(DAYS[-1]), rows_that_stand(drawn), set()
    for home in ("Home A", "Home E", "Home F"):
        for figure in home_figures(drawn, scope, home):
            if figure["denominator"] is None:
                continue
            rows = rows_behind(drawn, scope, home, figure["standard"], figure["indicator"])
            assert rows and {tuple(row["source"].values()) for row in rows} <= standing, (home, figure)
            _adds_up(figure, rows)
            followed.add(figure["rag"])
    assert followed >= {"red", "green", "grey"}


def _adds_up(figure: dict, rows: list[dict]) -> None:
    """What the rows give is the figure, where it is counted from what stands in them."""
    if rows[0]["denominator"] is not None:
        sums = tuple(sum(row[part] for row in rows) for part in ("numerator", "denominator"))
        assert sums == (figure["numerator"], figure["denominator"])
    if figure["indicator"] in ("STD1", "STD3", "LAM10"):
        assert len(rows) == figure["denominator"]


def test_a_month_without_an_owed_visit_leads_to_the_row_by_which_the_home_was_open(drawn):
    rows = rows_behind(drawn, of_every_home(DAYS[-1]), "Home E", "QS13", "LAM7")
    [opened] = drawn.rows(of_every_home(), "select source(row_at, 'opened') as cell from homes where home = 'Home E'")
    assert [row["source"] for row in rows] == [opened["cell"]] * 12


def test_every_month_can_be_followed_to_its_rows(drawn):
    scope, standing, followed = of_every_home(DAYS[-1]), rows_that_stand(drawn), 0
    # Of each council a quarter of its months, drawn at random.
    months = home_months(drawn, scope, "Home A")
    for month in Random(len(months)).sample(months, len(months) // 4):
        asked = [month[name] for name in ("standard", "indicator", "month")]
        rows = rows_of_month(drawn, scope, "Home A", *asked)
        assert {tuple(row["source"].values()) for row in rows} <= standing
        if rows and rows[0]["denominator"] is not None:
            _adds_up(month, rows)
            followed += 1
    assert followed


def test_a_month_that_has_not_ended_has_no_rows(drawn):
    asked = ("Home A", "QS12", "PRO4", DAYS[-1].replace(day=1))
    assert rows_of_month(drawn, of_every_home(DAYS[-1].replace(day=29)), *asked) == []
