"""Each cell of the sample data is drawn from a stream of its own, so that what is added moves nothing else."""

import csv
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from openpyxl import load_workbook

from qa_data.dictionary import dataset
from qa_data.dictionary.column import Column
from sample_data import WORKBOOKS, actions, findings, inspections, returns, sheets, visits, world
from sample_data.make import make
from sample_data.plans import plan

ADDED = Column("fire_drills", "Fire drills", "whole number")


def cells(path):
    """Every value of every sheet, by sheet."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {path.stem: list(csv.reader(file))}
    return {sheet.title: list(sheet.values) for sheet in load_workbook(path).worksheets}


def with_one_more(name):
    """The dataset with a column in the middle of its own."""
    columns = dataset(name).columns
    return replace(dataset(name), columns=(*columns[:3], ADDED, *columns[3:]))


def without_added(rows):
    """The rows less the added column; whether there was one."""
    place = next((row.index(header) for row in rows for header in row if _is_added(header)), None)
    width = max(map(len, rows))
    rows = [(*row, *[None] * (width - len(row))) for row in rows]
    kept = rows if place is None else [row[:place] + row[place + 1 :] for row in rows]
    return kept, place is not None


def _is_added(header):
    return str(header).replace("\n", " ").strip(" *").lower() == ADDED.header.lower()


def drawing_one_more(row_of):
    """The maker of rows, drawing a cell more before the others."""
    return lambda home, month, *more: {ADDED.name: more[-1](ADDED.name).randint(0, 9)} | row_of(home, month, *more)


def test_a_column_more_moves_no_other_cell_of_any_workbook(monkeypatch, tmp_path):
    monkeypatch.setattr(sheets, "dataset", with_one_more)
    monkeypatch.setattr(returns, "RANGES", {ADDED.name: (0, 9), **returns.RANGES})
    monkeypatch.setattr(visits, "_report", drawing_one_more(visits._report))
    wider = 0
    for path, usual in zip(make(tmp_path), WORKBOOKS, strict=True):
        for name, rows in cells(path).items():
            kept, added = without_added(rows)
            assert kept == without_added(cells(usual)[name])[0]
            wider += added
    assert wider == 16


def test_in_another_order_the_same_is_drawn(monkeypatch, tmp_path):
    for name in ("RANGES", "RATES", "PARTS"):
        monkeypatch.setattr(returns, name, dict(reversed(getattr(returns, name).items())))
    for path, usual in zip(make(tmp_path), WORKBOOKS, strict=True):
        assert cells(path) == cells(usual)


def everything(home):
    """All that is made of a home."""
    visited = visits.independent_visits(home) + visits.reviews(home)
    between = findings.in_between(home) + findings.by_ofsted(home)
    return visited, between, actions.actions(home), returns.returns(home), inspections.inspections(home), plan(home)


def test_of_one_home_the_same_is_drawn_whichever_come_before():
    forwards = [everything(home) for home in world.HOMES]
    assert forwards == [everything(home) for home in world.HOMES[::-1]][::-1]


@pytest.mark.parametrize("home", world.HOMES, ids=lambda home: home.name)
def test_a_month_more_moves_none_before_it(monkeypatch, home):
    before = everything(home)
    monkeypatch.setattr(world, "MONTHS", (*world.MONTHS, date(2026, 11, 1)))
    for was, now in zip(before, everything(home), strict=True):
        assert [each for each in now if each in was] == was
    assert len(returns.returns(home)) == len(before[3]) + 1


@pytest.mark.parametrize(
    ("column", "moved"),
    [
        ("announced", {"announced"}),
        ("children_living", {"children_living", "children_spoken_to", "children_in_private"}),
        ("families_contacted", {"families_contacted"}),
        ("report_quality", {"report_quality"}),
        ("concerns", {"concerns"}),
    ],
)
def test_a_column_of_visits_drawn_anew_moves_only_what_follows_from_it(monkeypatch, column, moved):
    before = [visit for home in world.HOMES for visit, _ in visits.independent_visits(home)]
    draw_anew(monkeypatch, column)
    after = [visit for home in world.HOMES for visit, _ in visits.independent_visits(home)]
    assert differing(before, after) == moved


@pytest.mark.parametrize(
    ("column", "moved"),
    [
        ("repairs_open", {"repairs_open", "repairs_over_28_days"}),
        ("shifts", {"shifts", "shifts_agency"}),
        ("self_harm", {"self_harm"}),
        ("child_nights", {"child_nights"}),
        ("supervision_held", {"supervision_held"}),
    ],
)
def test_a_column_of_returns_drawn_anew_moves_only_what_follows_from_it(monkeypatch, column, moved):
    before = [row for home in world.HOMES for row in returns.returns(home)]
    draw_anew(monkeypatch, column)
    assert differing(before, [row for home in world.HOMES for row in returns.returns(home)]) == moved


@pytest.mark.parametrize("column", ["priority", "owner", "evidence", "impact"])
def test_a_column_of_actions_drawn_anew_moves_only_itself(monkeypatch, column):
    before = actions.actions(world.BEECH)
    draw_anew(monkeypatch, column)
    assert differing(before, actions.actions(world.BEECH)) - {"verified_by"} == {column}


def draw_anew(monkeypatch, column):
    """Seeds the streams named after the column otherwise."""
    monkeypatch.setattr(world, "Random", lambda name: Random(name + " anew" * _is_of(name, column)))


def _is_of(name, column):
    return name.startswith(f"{world.SEED} {column} ") or name.endswith(f" {column}")


def differing(before, after):
    """The columns in which two lists of as many rows differ."""
    return {
        name
        for was, now in zip(before, after, strict=True)
        for name in was | now
        if was.get(name, ...) != now.get(name, ...)
    }
