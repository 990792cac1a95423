"""A row as it was loaded: every heading with its value and cell, who loaded it and when, and what other files said of
the same row before and since.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, TypedDict, cast

from qa_data.cursor import Cursor
from qa_data.dictionary import DATED, Column, Dataset
from qa_data.schema import STORED
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

HOLDS, IN_PART, REPLACED, REMOVED, WITHDRAWN = "holds", "holds in part", "replaced", "removed", "withdrawn"


class Kept(TypedDict):
    """Which earlier file gave a value that a sheet without its column keeps."""

    upload_id: str
    file: str
    sheet: str
    row: int
    cell: str | None


class Value(TypedDict):
    """What stands under a heading: `name` and `type` of its column, and the cell, None where the file had no such
    column; then the value is that which an earlier file gave, `kept` from there.
    """

    name: str
    header: str
    type: str
    value: Any
    cell: str | None
    kept: Kept | None


class SettledCell(TypedDict):
    """What a person settled in the row before it was stored, as `qa_data.settled.Settlement`."""

    cell: str
    original: str | None
    settled: str | None
    made_by: str
    moment: datetime


class Version(TypedDict):
    """What another file says of the same row: `differing` are its values where they are others, none where it says
    that the row is no more (`removed`). `changed_by` and `changed_at` of its upload's withdrawal, if `withdrawn`.
    """

    upload_id: str
    file: str
    sheet: str
    row: int
    made_by: str
    moment: datetime
    removed: bool
    withdrawn: bool
    changed_by: str | None
    changed_at: datetime | None
    differing: list[Value]


class RowAsLoaded(TypedDict):
    """A row of a file: `state` says whether it holds, whole or in part, a later file replaced or removed it, or it was
    withdrawn.
    """

    dataset: str
    title: str
    home: str | None
    upload_id: str
    file: str
    sheet: str
    row: int
    made_by: str
    moment: datetime
    state: str
    changed_by: str | None
    changed_at: datetime | None
    values: list[Value]
    settled: list[SettledCell]
    before: list[Version]
    since: list[Version]


def row_as_loaded(store: Store, scope: Scope, upload_id: str, sheet: str, row: int) -> list[RowAsLoaded]:
    """The row of that upload's sheet, whichever later file replaced it: dataset, title, home, upload_id, file, sheet,
    row, made_by and moment (UTC) of its upload, state (holds, holds in part, replaced, removed, withdrawn), who
    withdrew it and when, values, settled, and the versions `before` (the latest first) and `since` (the earliest
    first). None where no such row is known, it tells of a day after the one asked of, or its home may not be seen;
    more than one only where sheets are called alike once the names of homes that may not be seen are left out.
    """
    place = {"upload_id": upload_id, "sheet": sheet, "row": row}
    with store.reading(scope) as cursor:
        there = {each["dataset"] for each in cursor.rows(ON_SHEET, upload_id=upload_id, sheet=sheet)}
        return [told for dataset in STORED if dataset.name in there for told in _rows(cursor, dataset, place)]


SHEETS = " union all ".join(
    f"select distinct '{each.name}' as dataset, sheet from main.{each.name} where upload_id = $upload_id"
    for each in STORED
)

ON_SHEET = f"select distinct dataset from ({SHEETS}) where shown(coalesce(sheet, '')) = $sheet"
"""The datasets with a row on that sheet: to ask each of all the others takes longer than the answer."""


def _rows(cursor: Cursor, dataset: Dataset, place: dict[str, Any]) -> Iterator[RowAsLoaded]:
    sql = SQL["versions"].format(
        dataset=dataset.name, names=", ".join(dataset.names), seen=_seen(dataset), day=_day(dataset)
    )
    for _, versions in groupby(cursor.rows(sql, **place), lambda version: version["row_key"]):
        told = list(versions)
        opened = next(at for at, each in enumerate(told) if _is_opened(each, place))
        yield _row(dataset, told, opened, cursor.rows(SQL["settled"], **place))


def _is_opened(version: dict, place: dict[str, Any]) -> bool:
    return version["stands"] and all(version[name] == place[name] for name in ("upload_id", "sheet"))


def _seen(dataset: Dataset) -> str:
    """Whether the row is of a home that may be seen; what Ofsted publishes of others is for who may see them all."""
    urn = "or urn in (select urn from homes)" if "urn" in dataset.names else ""
    return "seen(home)" if "home" in dataset.names else f"(getvariable('every_home') {urn})"


def _day(dataset: Dataset) -> str:
    return DATED.get(dataset.name, "as_at()")


def _row(dataset: Dataset, versions: list[dict], opened: int, settled: list[SettledCell]) -> RowAsLoaded:
    own = versions[opened]
    values = [_whole(column, versions[: opened + 1]) for column in dataset.columns]
    others = [_version(dataset, each, values) for each in versions]
    return {
        "dataset": dataset.name,
        "title": dataset.title,
        "home": own.get("home"),
        "upload_id": own["upload_id"],
        "file": own["file"],
        "sheet": own["sheet"],
        "row": own["row"],
        "made_by": own["made_by"],
        "moment": own["moment"],
        "state": _state(versions, own),
        "changed_by": own["changed_by"],
        "changed_at": own["changed_at"],
        "values": values,
        "settled": [each for each in settled if not own["cells"] or each["cell"] in own["cells"].values()],
        "before": others[:opened][::-1],
        "since": others[opened + 1 :],
    }


def _state(versions: list[dict], own: dict) -> str:
    if own["withdrawn"]:
        return WITHDRAWN
    standing = [each for each in versions if not each["withdrawn"]]
    if standing[-1]["removed"]:
        return REMOVED
    since = standing[[each is own for each in standing].index(True) + 1 :]
    if not since:
        return HOLDS
    whole = any(each["removed"] or each["columns"] is None for each in since)
    told_anew = {name for each in since for name in each["columns"] or ()}
    return REPLACED if whole or (own["columns"] and told_anew.issuperset(own["columns"])) else IN_PART


def _whole(column: Column, versions: list[dict]) -> Value:
    """What the last of the versions says, or keeps from an earlier one."""
    *before, own = versions
    if _has(column, own):
        return _value(column, own)
    for each in reversed(before):
        if each["removed"]:
            break
        if not each["withdrawn"] and _has(column, each):
            return _kept(_value(column, each), each)
    return _value(column, own)


def _kept(value: Value, version: dict) -> Value:
    if value["value"] is None:
        return {**value, "cell": None}
    place = {name: version[name] for name in ("upload_id", "file", "sheet", "row")}
    return {**value, "cell": None, "kept": cast(Kept, place | {"cell": value["cell"]})}


def _has(column: Column, version: dict) -> bool:
    return version["columns"] is None or column.name in version["columns"]


def _value(column: Column, version: dict) -> Value:
    return {
        "name": column.name,
        "header": column.header,
        "type": column.type,
        "value": version[column.name],
        "cell": _cell(column.name, version),
        "kept": None,
    }


def _cell(name: str, version: dict) -> str | None:
    if version["cells"]:
        return version["cells"].get(name)
    letter = (version["letters"] or {}).get(name)
    return f"{letter}{version['row']}" if letter else None


def _version(dataset: Dataset, version: dict, own: list[Value]) -> Version:
    told = [] if version["removed"] else zip(dataset.columns, own, strict=True)
    differing = [each for each, value in told if _has(each, version) and version[each.name] != value["value"]]
    return {
        "upload_id": version["upload_id"],
        "file": version["file"],
        "sheet": version["sheet"],
        "row": version["row"],
        "made_by": version["made_by"],
        "moment": version["moment"],
        "removed": version["removed"],
        "withdrawn": version["withdrawn"],
        "changed_by": version["changed_by"],
        "changed_at": version["changed_at"],
        "differing": [_value(column, version) for column in differing],
    }
