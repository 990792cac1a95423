"""SQL for the rows that hold: the newest version of each key among the uploads that were accepted and not withdrawn."""

import re

from qa_data.dictionary import Dataset
from qa_data.dictionary.decisions import RECORDS
from qa_data.schema import STORED
from qa_data.scope import Scope

ACCEPTED = """
select upload_id, moment from uploads
where moment <= $known and upload_id not in (
    select upload_id from upload_states where moment <= $known
    group by upload_id having arg_max(state, moment) = 'withdrawn')
"""

FILE = "join (select upload_id, file from uploads) using (upload_id)"
"""SQL: joins the file's name to current rows."""

DATED = ("date", "month")


def current(dataset: Dataset, scope: Scope) -> str:
    """A query for the dataset's current rows, with their upload, sheet and sheet_row; takes `$known` (and `$homes`)."""
    newest = (
        f"select stored.* from {dataset.name} stored join ({ACCEPTED}) accepted using (upload_id)"
        f" {_seen(dataset, scope)} qualify row_number() over (partition by {_partition(dataset)} order by"
        " accepted.moment desc, sheet_row desc) = 1"
    )
    return f"select * exclude (removed) from ({newest}) where removed is not true"


def _partition(dataset: Dataset) -> str:
    # Home and date stand beside the digest so that a filter on them is applied before the versions are compared.
    plain = [column.name for column in dataset.keys if column.type in DATED or column.name == "home"]
    return ", ".join([*plain, "row_key"])


def _seen(dataset: Dataset, scope: Scope) -> str:
    if scope.named is None or "home" not in dataset.names:
        return ""
    return "where list_contains($homes, home)"


def spelled_out(sql: str, scope: Scope) -> str:
    """The query with `{visits}` and the like replaced by the current rows of that dataset, or by the decisions of
    that kind that hold.
    """
    queries = {dataset.name: lambda dataset=dataset: current(dataset, scope) for dataset in STORED}
    queries |= {kind.name: lambda kind=kind: kind.current(scope) for kind in RECORDS}
    return re.sub(r"\{(\w+)\}", lambda match: f"({queries[match[1]]()})", sql)


def cell(column: str) -> str:
    """SQL: the A1 reference of a current row's value, given SQL for the column's name; null where the row's file has
    no such column.
    """
    return (
        "(select any_value(letter) from sheet_columns where of_upload = upload_id and of_sheet = sheet and of_column ="
        f" {column}) || sheet_row"
    )


def cited(column: str) -> str:
    """SQL: where a current row, joined with `FILE`, came from: (file, sheet, row, cell), given SQL for the column's
    name.
    """
    return f'struct_pack(file := file, sheet := sheet, "row" := sheet_row, cell := {cell(column)})'
