"""What people settled in their files before these were stored: what stood there, what was taken instead, who and
when.
"""

from datetime import datetime
from typing import TypedDict

from qa_data.schema import STORED
from qa_data.scope import Scope
from qa_data.store import Store

GIVEN = " union all ".join(
    f"select upload_id, sheet, sheet_row, {seen} as seen from main.{each.name}"
    f" where upload_id in (select upload_id from settled)"
    for each in STORED
    for seen in ["seen(home)" if "home" in each.names else "false"]
)
"""The rows of the uploads in which something was settled, and whether each is about a home of the scope."""

SETTLED = f"""
with given as ({GIVEN}),
seen_rows as (select upload_id, sheet, sheet_row from given where seen),
seen_uploads as (select upload_id from given group by upload_id having bool_and(seen))
select upload_id, shown(file) as file, shown(sheet) as sheet, cell, sheet_row, shown(original) as original,
       shown(settled.settled) as settled, made_by, moment
from settled join uploads using (upload_id)
where moment <= known() and (getvariable('every_home') or upload_id in (from seen_uploads)
                             or (upload_id, sheet, sheet_row) in (from seen_rows))
order by moment, sheet, sheet_row, cell
"""
"""A row that was left out says nothing of its home: it is shown to who may see every home of its upload."""

HELD = " union ".join(
    f"""
    select upload_id, shown(sheet) as sheet, "row" as sheet_row
    from (select unnest(list_append(list_transform(row_at.kept, lambda each: each.place),
                                    given_at(row_at, null)), recursive := true) from {dataset.name})
    where upload_id in (select upload_id from settled)"""
    for dataset in STORED
)
"""The rows of those uploads that hold, or say something of one that does."""


class Settlement(TypedDict):
    """A cell that a person settled: `original` is None where it was blank, `settled` where its row was left out."""

    upload_id: str
    file: str
    sheet: str
    cell: str
    sheet_row: int
    original: str | None
    settled: str | None
    made_by: str
    moment: datetime


def settlements(store: Store, scope: Scope) -> list[Settlement]:
    """Every settlement known of rows of the scope: upload_id, file, sheet, cell, sheet_row, original (None where
    blank), settled (None where the row was left out), made_by and moment (UTC).
    """
    return store.rows(scope, SETTLED)


def settled_rows(store: Store, scope: Scope) -> dict[tuple[str, str, int], list[Settlement]]:
    """Those of the rows that hold today, by file, sheet and row."""
    made = settlements(store, scope)
    held = {tuple(row.values()) for row in store.rows(scope, HELD)} if made else set()
    found: dict[tuple[str, str, int], list[Settlement]] = {}
    for each in made:
        if (each["upload_id"], each["sheet"], each["sheet_row"]) in held:
            found.setdefault((each["file"], each["sheet"], each["sheet_row"]), []).append(each)
    return found
