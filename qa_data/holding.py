"""What holds of a dataset: of each row the newest version; where its versions are of sheets with other columns, of each
column what the newest of the sheets that had it says.
"""

from collections.abc import Iterable

from qa_data.dictionary import Dataset

DAYS = ("date", "month")

PLACE = 'upload_id varchar, file varchar, sheet varchar, "row" bigint, cells map(varchar, varchar)'

KEPT = f"struct(moment timestamp, columns varchar, place struct({PLACE}))[]"
"""Where each version of a row is, when it came and which columns its sheet had, between spaces (null: all)."""

PLACED = 'upload_id := upload_id, file := file, sheet := sheet, "row" := sheet_row, cells := cells'

ROW_AT = f"struct({PLACE}, kept {KEPT})"
"""Where a row that holds came from, as `source` takes it. `kept` is null where its newest version says everything."""


LATEST = "moment desc, mixed is true desc, sheet_row desc"
"""Which version is the newest. Two sheets of one file may each say a part of a row: that of the later one is mixed."""

TURN = "struct_pack(at := moment, after := mixed is true)"
"""The same, as a value that grows."""


def column_sets(dataset: Dataset) -> str:
    """A view of the sets of columns that sheets had: their names, and whether each of the dataset's is among them."""
    told = "".join(f", bool_or(of_column = '{name}') as had_{name}" for name in _folded(dataset))
    return f"""
        create or replace view qa_current.had_by_{dataset.name} as
        select had, concat(' ', string_agg(of_column, ' '), ' ') as columns{told} from main.column_sets group by had"""


def holding(dataset: Dataset, mixed: bool, seen: str = "true") -> str:
    """SQL: the rows of a dataset that hold, of the homes that `seen` lets through. `mixed`: whether it has any row of
    which an earlier version had other columns.
    """
    return f"{_newest(dataset, seen)} union all by name {_mixed(dataset, seen)}" if mixed else _newest(dataset, seen)


def _newest(dataset: Dataset, seen: str) -> str:
    return f"""
        select * exclude (removed, mixed) from (
            select {", ".join(dataset.names)}, stored.upload_id, file, sheet, sheet_row, row_key, removed, mixed,
                   struct_pack({PLACED}, kept := null::{KEPT}) as row_at
            from main.{dataset.name} stored join qa_current.accepted using (upload_id) where {seen}
            qualify row_number() over (partition by {_key(dataset)} order by {LATEST}) = 1)
        where removed is not true and mixed is not true"""


def _mixed(dataset: Dataset, seen: str) -> str:
    """The rows of which an earlier version may say more than the newest. Of the versions with one set of columns the
    newest says all; a removal says that there is nothing in any column.
    """
    told = _listed(
        f"arg_max_null(if(removed, null, {name}), moment) filter (had_{name} is not false) as {name}"
        for name in _folded(dataset)
    )
    own = ("upload_id", "file", "sheet", "sheet_row", "cells")
    newest = _listed(f"arg_max_null({name}, turn) as {name}" for name in own)
    return f"""
        select * exclude (kept, cells), struct_pack({PLACED}, kept := kept) as row_at from (
            select {_key(dataset)}, {told}, {newest}, list(struct_pack(
                       moment := moment, columns := columns, place := place)) as kept
            from (select stored.* replace (removed is true as removed), file, moment,
                         {TURN} as turn, struct_pack({PLACED}) as place
                  from main.{dataset.name} stored join qa_current.accepted using (upload_id)
                  where {seen} and row_key in (select row_key from main.{dataset.name} where mixed))
                 left join qa_current.had_by_{dataset.name} using (had)
            group by {_key(dataset)} having arg_max(mixed, turn) and not arg_max(removed, turn))"""


def _listed(told: Iterable[str]) -> str:
    return ", ".join(told)


def _plain(dataset: Dataset) -> list[str]:
    # Home and date stand beside the digest so that a filter on them is applied before the versions are compared.
    return [column.name for column in dataset.keys if column.type in DAYS or column.name == "home"]


def _folded(dataset: Dataset) -> list[str]:
    return [name for name in dataset.names if name not in _plain(dataset)]


def _key(dataset: Dataset) -> str:
    return _listed([*_plain(dataset), "row_key"])
