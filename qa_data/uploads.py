"""Uploads: what came in, from which file, by whom and when; taken out and put back, never deleted."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypedDict

from qa_data.cursor import Cursor
from qa_data.dictionary.decisions import RECORDS
from qa_data.scope import Scope, of_every_home, utc_now
from qa_data.store import Store

ACCEPTED = "accepted"
WITHDRAWN = "withdrawn"

HISTORY = """
select upload_id, file, sha256, made_by, moment, sheets, coalesce(latest.state, 'accepted') as state
from uploads left join (
    select upload_id, arg_max(state, moment) as state from upload_states where moment <= known() group by upload_id
) latest using (upload_id)
where moment <= known()
order by moment
"""

CHANGES = ("uploads", "upload_states", *(kind.name for kind in RECORDS))

LAST_CHANGE = (
    "select max(moment) as moment from ("
    + " union all ".join(f"select max(moment) as moment from main.{table} where moment <= known()" for table in CHANGES)
    + ")"
)


class Sheet(TypedDict):
    """A sheet of a file that was stored, and how many of its rows are new, changed or as before."""

    sheet: str
    dataset: str
    header_row: int
    rows: int
    new: int
    changed: int
    unchanged: int


class Withdrawal(TypedDict):
    """An upload that was withdrawn or put back: `state` from then on."""

    upload_id: str
    state: str
    made_by: str
    moment: datetime


@dataclass(frozen=True)
class Upload:
    """One file that was stored. `sheets` as in the load's answer: sheet, dataset, header_row, rows, new, changed,
    unchanged.
    """

    upload_id: str
    file: str
    sha256: str
    made_by: str
    moment: datetime
    sheets: list[Sheet]
    state: str = ACCEPTED

    @property
    def at(self) -> str:
        """When it was accepted, in ISO 8601 with its zone."""
        return self.moment.isoformat(timespec="microseconds") + "+00:00"


class NoSuchUpload(Exception):
    """No upload has that id; the message says how to find it."""


def uploads(store: Store, scope: Scope) -> list[Upload]:
    """Every upload known at the moment asked of, oldest first."""
    return [Upload(**{**row, "sheets": json.loads(row["sheets"])}) for row in store.rows(scope, HISTORY)]


def withdrawals(store: Store, scope: Scope) -> list[Withdrawal]:
    """Every time that an upload was withdrawn or put back, oldest first: upload_id, state (from then on), made_by
    and moment (UTC). None is ever changed or taken out.
    """
    return store.rows(
        scope, "select upload_id, state, made_by, moment from upload_states where moment <= known() order by moment"
    )


def last_change(store: Store, scope: Scope) -> datetime | None:
    """When the store last changed, as known at the moment asked of; None when it never did. What cached answers are
    keyed on.
    """
    return store.rows(scope, LAST_CHANGE)[0]["moment"]


def next_moment(cursor: Cursor) -> datetime:
    """A moment for what is being written: now, and later than everything written before."""
    last = cursor.rows(LAST_CHANGE)[0]["moment"]
    return max(utc_now(), last + timedelta(microseconds=1)) if last else utc_now()


def withdraw(store: Store, upload_id: str, by: str) -> None:
    """Takes an upload's rows out of every figure. NoSuchUpload if there is none of that id."""
    _note(store, upload_id, WITHDRAWN, by)


def restore(store: Store, upload_id: str, by: str) -> None:
    """Puts a withdrawn upload's rows back. NoSuchUpload if there is none of that id."""
    _note(store, upload_id, ACCEPTED, by)


def _note(store: Store, upload_id: str, state: str, by: str) -> None:
    with store.writing(of_every_home()) as cursor:
        if not cursor.rows("select 1 from main.uploads where upload_id = $id", id=upload_id):
            raise NoSuchUpload(f"No upload has the id {upload_id}. `python -m loaders history` lists them.")
        cursor.run(
            "insert into main.upload_states values ($id, $state, $by, $moment)",
            id=upload_id,
            state=state,
            by=by,
            moment=next_moment(cursor),
        )
