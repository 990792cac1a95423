"""What people settled in their files before these were stored: what stood there, what was taken instead, who and
when.
"""

from datetime import datetime
from typing import TypedDict

from qa_data.schema import STORED
from qa_data.scope import Scope
from qa_data.store import Store

PLACES = """upload_id, {sheet} as sheet, unnest(if(cells is null, [null], map_values(cells))) as own,
    coalesce(row_of(own), {row}) as number"""
"""Where a stored row stands: its number in the sheet, or each of its own cells with the number of that."""

GIVEN = " union all ".join(
    f"select {PLACES.format(sheet='sheet', row='sheet_row')}, {seen} as seen from main.{each.name}"
    f" where upload_id in (select upload_id from settled)"
    for each in STORED
    for seen in ["seen(home)" if "home" in each.names else "false"]
)
"""The rows of the uploads in which something was settled, and whether each is about a home of the scope."""

SETTLED = f"""
with given as ({GIVEN}),
seen_rows as (select distinct upload_id, sheet, number, own from given where seen),
seen_uploads as (select upload_id from given group by upload_id having bool_and(seen))
select upload_id, shown(file) as file, shown(sheet) as sheet, cell, sheet_row, shown(original) as original,
       shown(settled.settled) as settled, of_column as column, split, made_by, moment
from settled join uploads using (upload_id)
where moment <= known() and (getvariable('every_home') or upload_id in (from seen_uploads)
                             or exists (from seen_rows seen
                                        where seen.upload_id = settled.upload_id and seen.sheet = settled.sheet
                                          and number = sheet_row and coalesce(own, cell) = cell))
order by moment, sheet, sheet_row, cell
"""
"""A row that was left out says nothing of its home: it is shown to who may see every home of its upload."""

HELD = " union ".join(
    f"""
    select {PLACES.format(sheet="shown(sheet)", row='"row"')}
    from (select unnest(list_append(list_transform(row_at.kept, lambda each: each.place),
                                    given_at(row_at, null)), max_depth := 2) from {dataset.name})
    where upload_id in (select upload_id from settled)"""
    for dataset in STORED
)
"""The rows of those uploads that hold, or say something of one that does, with each of their own cells where they have
such.
"""


BEFORE = """
select of_dataset, of_column, if(of_column = 'home', null, home) as home, original, shown(settled.settled) as settled,
       made_by, moment, shown(file) as file
from settled join uploads using (upload_id)
where list_contains($originals, original) and settled.settled is not null and split is null and of_column is not null
      and seen(home) and moment <= known() and upload_id not in (
          select upload_id from upload_states where moment <= known()
          group by upload_id having arg_max(state, moment) = 'withdrawn')
order by moment
"""
"""What was taken for these values in the rows of homes of the scope, the latest last."""


class Settlement(TypedDict):
    """A cell that a person settled: `original` is None where it was blank, `settled` where its row was left out; or
    what all rows of a sheet were given in a column, without a cell. `split`: how many rows a cell was made into.
    """

    upload_id: str
    file: str
    sheet: str
    cell: str | None
    sheet_row: int | None
    original: str | None
    settled: str | None
    column: str | None
    split: int | None
    made_by: str
    moment: datetime


def settlements(store: Store, scope: Scope) -> list[Settlement]:
    """Every settlement known of rows of the scope: upload_id, file, sheet, cell, sheet_row, original (None where
    blank), settled (None where the row was left out), column, split, made_by and moment (UTC).
    """
    return store.rows(scope, SETTLED)


def settled_rows(store: Store, scope: Scope) -> dict[tuple[str, str, int], list[Settlement]]:
    """Those of the rows that hold today, by file, sheet and row."""
    made = settlements(store, scope)
    rows = store.rows(scope, HELD) if made else []
    held = {(row["upload_id"], row["sheet"], row["number"], row["own"]) for row in rows}
    found: dict[tuple[str, str, int], list[Settlement]] = {}
    for each in made:
        place = each["upload_id"], each["sheet"], each["sheet_row"]
        if each["sheet_row"] is None:
            continue
        if (*place, None) in held or (*place, each["cell"]) in held:
            found.setdefault((each["file"], each["sheet"], each["sheet_row"]), []).append(each)
    return found


class Earlier(TypedDict):
    """What was taken for a value in an earlier upload, by whom, when (UTC) and in which file."""

    settled: str
    made_by: str
    moment: datetime
    file: str


Said = tuple[str, str, str | None, str]
"""A dataset, a column, a home (None where the value is the home's own) and the value, as it is masked."""


def settled_before(store: Store, scope: Scope, originals: list[str]) -> dict[Said, Earlier]:
    """What was taken last for any of these values in uploads that are not withdrawn."""
    rows = store.rows(scope, BEFORE, originals=originals)
    return {(row["of_dataset"], row["of_column"], row["home"], row["original"]): row for row in rows}
