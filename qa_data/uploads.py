"""Uploads: what came in, from which file, by whom and when; taken out and put back, never deleted."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NotRequired, TypedDict

from qa_data.audit import What, note
from qa_data.clock import following
from qa_data.cursor import Cursor
from qa_data.dictionary.decisions import RECORDS
from qa_data.personal import signed
from qa_data.schema import STORED
from qa_data.scope import Every, OutOfScope, Scope, utc_now
from qa_data.store import Store

ACCEPTED = "accepted"
WITHDRAWN = "withdrawn"
ERASED = "erased"

HISTORY = """
select upload_id, shown(file) as file, sha256, made_by, moment, sheets, sample is true as sample,
       case when erased is null then coalesce(latest.state, 'accepted') else 'erased' end as state, erased
from uploads left join (
    select upload_id, arg_min({'by': made_by, 'moment': moment, 'reason': reason}, moment) as erased
    from erasures group by upload_id
) gone using (upload_id) left join (
    select upload_id, arg_max(state, moment) as state from upload_states where moment <= known() group by upload_id
) latest using (upload_id)
where moment <= known()
order by moment
"""

CHANGES = ("uploads", "upload_states", "erasures", *(kind.name for kind in RECORDS))

EACH_CHANGE = " union all ".join(f"select moment from main.{table}" for table in CHANGES)

LAST_CHANGE = f"select max(moment) as moment, min(moment) as first from ({EACH_CHANGE}) where moment <= known()"

GIVEN = " union all ".join(
    f"""select upload_id, sheet, '{each.name}' as dataset, count(*) as all_rows,
               count(*) filter ({seen}) as seen_rows
        from main.{each.name} group by upload_id, sheet"""
    for each in STORED
    for seen in ["seen(home)" if "home" in each.names else "false"]
)
"""Of each sheet of each upload how many rows were stored and how many are about a home of the scope; what Ofsted
publishes is about none of them.
"""

HELD = f"select *, shown(sheet) as named from ({GIVEN}) where seen_rows > 0"

OF_OTHERS = f"select 1 from ({GIVEN}) where upload_id = $id and seen_rows < all_rows"


OF_SAMPLE = """
select coalesce(bool_and(sample is true), false) as of_sample
from main.homes join main.uploads using (upload_id) where home = $home
"""


class Sheet(TypedDict):
    """A sheet of a file that was stored, and how many of its rows are new, changed or as before; these are not told
    where some of the rows are of homes that may not be seen.
    """

    sheet: str
    dataset: str
    header_row: int
    rows: int
    new: NotRequired[int]
    changed: NotRequired[int]
    unchanged: NotRequired[int]


class Withdrawal(TypedDict):
    """An upload that was withdrawn or put back: `state` from then on."""

    upload_id: str
    state: str
    made_by: str
    moment: datetime


class Erased(TypedDict):
    """Who took an upload out for good, when (UTC) and why."""

    by: str
    moment: datetime
    reason: str


@dataclass(frozen=True)
class Upload:
    """One file that was stored. `sheets` as in the load's answer: sheet, dataset, header_row, rows, new, changed,
    unchanged; of a sheet that is also about homes that were not asked about only the rows of those that were.
    `sample`: whether it is of the sample data. `erased`: by whom, when and why it was; None while it stands.
    """

    upload_id: str
    file: str
    sha256: str
    made_by: str
    moment: datetime
    sheets: list[Sheet]
    state: str = ACCEPTED
    sample: bool = False
    erased: Erased | None = None

    @property
    def at(self) -> str:
        """When it was accepted, in ISO 8601 with its zone."""
        return with_zone(self.moment)


def with_zone(moment: datetime) -> str:
    """A moment (UTC, no zone) in ISO 8601 with its zone."""
    return moment.isoformat(timespec="microseconds") + "+00:00"


OF_ANOTHER_TOO = "Nothing was changed: the file also holds rows of other homes. Ask somebody who may see them."


OF_SOMEBODY_ELSE = (
    "Nothing was changed: somebody else loaded the file. Ask them, or whoever keeps the dashboard, to do it."
)


class NoSuchUpload(Exception):
    """No upload has that id; the message says how to find it."""


def uploads(store: Store, scope: Scope) -> list[Upload]:
    """Every upload known at the moment asked of that gave a row of a home of the scope, oldest first. Of its sheets
    those with such rows, and names of homes that may not be seen are left out of theirs and the file's.
    """
    told = [Upload(**{**row, "sheets": json.loads(row["sheets"])}) for row in store.rows(scope, HISTORY)]
    if isinstance(scope.homes, Every):
        return told
    held = {(row["upload_id"], row["sheet"], row["dataset"]): row for row in store.rows(scope, HELD)}
    ids = {upload_id for upload_id, _, _ in held}
    return [replace(each, sheets=_seen(each, held)) for each in told if each.upload_id in ids]


def _seen(upload: Upload, held: dict[tuple[str, str, str], dict]) -> list[Sheet]:
    told = [(sheet, held.get((upload.upload_id, sheet["sheet"], sheet["dataset"]))) for sheet in upload.sheets]
    return [_of_the_scope(sheet, rows) for sheet, rows in told if rows]


def _of_the_scope(sheet: Sheet, rows: dict[str, Any]) -> Sheet:
    if rows["seen_rows"] == rows["all_rows"]:
        return {**sheet, "sheet": rows["named"]}
    return {
        "sheet": rows["named"],
        "dataset": sheet["dataset"],
        "header_row": sheet["header_row"],
        "rows": rows["seen_rows"],
    }


def withdrawals(store: Store, scope: Scope) -> list[Withdrawal]:
    """Every time that an upload of `uploads` was withdrawn or put back, oldest first: upload_id, state (from then on),
    made_by and moment (UTC). None is ever changed or taken out.
    """
    return store.rows(
        scope,
        "select upload_id, state, made_by, moment from upload_states where moment <= known()"
        f" and (getvariable('every_home') or upload_id in (select upload_id from ({HELD}))) order by moment",
    )


def last_change(store: Store, scope: Scope) -> datetime | None:
    """When the store last changed, as known at the moment asked of; None when it never did. What cached answers are
    keyed on.
    """
    return store.rows(scope, LAST_CHANGE)[0]["moment"]


def next_moment(cursor: Cursor) -> datetime:
    """A moment for what is being written: now, and later than everything written before. Where that is ahead of the
    clock, what the clock says is kept with it.
    """
    now, told = utc_now(), cursor.rows(LAST_CHANGE)[0]
    moment, noted = following(now, told["first"], told["moment"])
    if noted:
        cursor.run("insert into main.clock values ($ahead, $noted)", ahead=moment, noted=now)
    return moment


def of_sample(cursor: Cursor, home: str) -> bool:
    """Whether only the sample data gives the home."""
    return cursor.rows(OF_SAMPLE, home=home)[0]["of_sample"]


def withdraw(store: Store, scope: Scope, upload_id: str, by: str, own: bool = False) -> None:
    """Takes an upload's rows out of every figure; `own`: only where it was loaded by that very person. NoSuchUpload if
    there is none of that id, OutOfScope where it has rows of a home that is not in the scope or is somebody else's.
    """
    _note(store, scope, upload_id, WITHDRAWN, by, own)


def restore(store: Store, scope: Scope, upload_id: str, by: str, own: bool = False) -> None:
    """Puts a withdrawn upload's rows back. `own`, NoSuchUpload and OutOfScope as `withdraw`."""
    _note(store, scope, upload_id, ACCEPTED, by, own)


def _note(store: Store, scope: Scope, upload_id: str, state: str, by: str, own: bool) -> None:
    with store.writing(scope.now()) as cursor:
        found = cursor.rows("select made_by from main.uploads where upload_id = $id", id=upload_id)
        if not found:
            raise NoSuchUpload(f"No upload has the id {upload_id}. `python -m loaders history` lists them.")
        if own and found[0]["made_by"] != by:
            raise OutOfScope(OF_SOMEBODY_ELSE)
        if cursor.rows("select 1 from main.erasures where upload_id = $id", id=upload_id):
            raise NoSuchUpload(f"The upload {upload_id} is erased: nothing of it is left to withdraw or to put back.")
        if not isinstance(scope.homes, Every) and cursor.rows(OF_OTHERS, id=upload_id):
            raise OutOfScope(OF_ANOTHER_TOO)
        cursor.run(
            "insert into main.upload_states values ($id, $state, $by, $moment)",
            id=upload_id,
            state=state,
            by=signed(by, ()),
            moment=next_moment(cursor),
        )
        note(store.path, What.WITHDRAWN if state == WITHDRAWN else What.RESTORED, by, upload_id=upload_id)
