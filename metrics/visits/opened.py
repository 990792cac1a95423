"""What is behind a visit for whoever may see visits alone: its row and its cells, without what children said."""

from datetime import date

from metrics.homes.counted import CountedCell, counted_cells
from qa_data.as_loaded import RowAsLoaded, Value, Version, row_as_loaded
from qa_data.dictionary.visits import VISITS
from qa_data.scope import Scope
from qa_data.store import Store

VOICE = frozenset({"childrens_views", "what_changed"})
"""The columns of a visit that are children's voice."""


def visit_as_loaded(store: Store, scope: Scope, upload_id: str, sheet: str, row: int) -> list[RowAsLoaded]:
    """As `qa_data.as_loaded.row_as_loaded`, of visits alone; without their children's voice, and without what was
    settled in a cell, which may be of it.
    """
    found = row_as_loaded(store, scope, upload_id, sheet, row)
    return [_without_voice(each) for each in found if each["dataset"] == VISITS.name]


def _without_voice(row: RowAsLoaded) -> RowAsLoaded:
    return {
        **row,
        "values": _kept(row["values"]),
        "settled": [],
        "before": [_version(each) for each in row["before"]],
        "since": [_version(each) for each in row["since"]],
    }


def _version(version: Version) -> Version:
    return {**version, "differing": _kept(version["differing"])}


def _kept(values: list[Value]) -> list[Value]:
    return [each for each in values if each["name"] not in VOICE]


def counted_visits(
    store: Store, scope: Scope, columns: tuple[str, ...], who: str, named: str, day: date | None = None
) -> list[CountedCell]:
    """As `metrics.homes.counted.counted_cells`, of visits alone and without children's voice."""
    told = tuple(name for name in columns if name not in VOICE)
    return counted_cells(store, scope, VISITS.name, told, who, named, day) if told else []
