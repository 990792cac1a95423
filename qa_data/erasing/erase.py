"""What is asked to be erased: what would go, and the doing, in the store and in the copies beside it."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from qa_data.audit import What, entries, note
from qa_data.clock import following
from qa_data.erasing.backups import Held, copies_beside, held_by, other_backups
from qa_data.erasing.found import Cell, InTable, counted, shown
from qa_data.erasing.placing import removed
from qa_data.erasing.plan import Plan, of_rows, of_upload, quoted
from qa_data.erasing.planned_words import of_words
from qa_data.erasing.rewriting import Line, NotTheSame, rewrite
from qa_data.erasing.walking import KEPT, Run, running, tables
from qa_data.erasing.words import NoWords, Words
from qa_data.opening import as_it_stands
from qa_data.personal import masked
from qa_data.scope import utc_now
from qa_data.trouble import StoreUnavailable, known
from qa_data.uploads import CHANGES

WORDS, UPLOAD, ROWS = "words", "upload", "rows past their time"


class NotErased(Exception):
    """Nothing was erased; the message says why and what to do."""


@dataclass(frozen=True)
class Asked:
    """What is to be erased: words, an upload, or rows of a table of which `which` (SQL) is true; by whom and why."""

    by: str = ""
    reason: str = ""
    words: tuple[str, ...] = ()
    upload_id: str | None = None
    table: str | None = None
    which: str = "false"

    @property
    def kind(self) -> str:
        """What kind of erasure it is, as it stands in the record."""
        return WORDS if self.words else UPLOAD if self.upload_id else ROWS

    def planned(self, run: Run) -> Plan:
        """What it does to each table."""
        if self.words:
            return of_words(run, self.words)
        return of_upload(run, self.upload_id) if self.upload_id else of_rows(run, self.table or "", self.which)


@dataclass(frozen=True)
class Found:
    """What would go, of which `kind`. `audit`: how many entries of the audit, which is not written anew, name the words
    as who acted or as a home. `kept`: how many rows of kept answers hold the words; they are worked out anew without.
    `homes`: what homes will be called in whose names the words stand. `repeated`: how many of the upload's rows other
    uploads give as well, and which: these stay.
    """

    tables: list[InTable]
    cells: list[Cell]
    kept: int = 0
    audit: int = 0
    homes: tuple[str, ...] = ()
    repeated: int = 0
    repeated_by: tuple[str, ...] = ()
    kind: str = WORDS


@dataclass(frozen=True)
class Done:
    """What went, what became of each copy beside the database, and which backups hold it still."""

    tables: list[InTable]
    copies: list[Held]
    backups: list[Held]


def would(run: Run, asked: Asked) -> Found:
    """What would go, with where it stands. NotErased where it is not told what should, or there is no such upload."""
    _must_be_told(run, asked)
    plan = asked.planned(run)
    found = Found(counted(run, plan), shown(run, plan) if asked.words else [], kind=asked.kind)
    if asked.words:
        kept = counted(run, of_words(run, asked.words, KEPT))
        return replace(found, kept=sum(each.touched for each in kept), homes=_homes(run, plan))
    return replace(found, **_repeated(run, asked.upload_id)) if asked.upload_id else found


def erase(
    database: Path, asked: Asked, look_in: tuple[Path, ...] = (), without_copies: bool = False, audit: str = ""
) -> Done:
    """Erases it, first in the copies beside the database (or, `without_copies`, takes them away), then there. `audit`:
    the store in whose audit that is noted, where it is not kept beside the file.
    NotErased where it cannot be, StoreUnavailable where the database cannot be opened: it stands as it stood then.
    """
    with as_it_stands(str(database)) as opened:
        found = would(running(opened), asked).tables
    _must_be_signed(asked)
    held = [held_by(each, asked.planned) for each in copies_beside(database)]
    if not found and not any(each.holds for each in held):
        raise NotErased("Nothing was erased: it stands nowhere in the database, nor in a copy beside it.")
    note(audit or str(database), What.ERASED, asked.by, kind=asked.kind, upload_id=asked.upload_id, table=asked.table)
    try:
        copies = [_out_of_copy(each, asked, without_copies) for each in held]
        told = rewrite(database, asked.planned, _line(asked))
    except (duckdb.Error, OSError, NotTheSame) as wrong:
        raise NotErased(known(str(database), wrong) or NOT_WRITTEN.format(database=database, why=wrong)) from None
    return Done(told, copies, other_backups(database, asked.planned, look_in))


NOT_WRITTEN = (
    "The database {database} could not be written anew ({why}). Nothing was changed in it. Make room on the disk, then"
    " do it again; if it fails again, pass this sentence on to whoever keeps the program."
)


def _must_be_told(run: Run, asked: Asked) -> None:
    if asked.words:
        try:
            Words(*asked.words)
        except NoWords:
            raise NotErased("There is no letter and no digit in the words. Write them as they stand.") from None
    elif asked.upload_id:
        of_it = quoted(asked.upload_id)
        if not run(f"select 1 from main.uploads where upload_id = {of_it}").fetchone():
            raise NotErased(f"No upload has the id {asked.upload_id}. `python -m loaders history` lists them.")
    elif not asked.table:
        raise NotErased("Say what should be erased: --upload ID, --words WORDS or --due KIND.")


def _must_be_signed(asked: Asked) -> None:
    if not asked.by.strip() or not asked.reason.strip():
        raise NotErased("Nothing was erased: give your name and a reason. Both are kept.")
    if asked.words and any(Words(*asked.words).holds(text) for text in (asked.by, asked.reason)):
        raise NotErased("Nothing was erased: the words stand in your name or in the reason, which are kept.")


def named_in_audit(database: Path | str, words: tuple[str, ...]) -> int:
    """How many entries of the audit name the words: as who acted, or as a home."""
    looked_for = Words(*words)
    return sum(looked_for.holds(f"{entry['person']}\n{entry['home'] or ''}") for entry in entries(str(database), None))


def _homes(run: Run, plan: Plan) -> tuple[str, ...]:
    """What the homes will be called in whose names the words stand."""
    told = [
        f"select {change.put['home']} from {table.said} stored where {change.put['home']} <> stored.home"
        for table, change in plan.items()
        if "home" in change.put
    ]
    return tuple(name for (name,) in run(f"{' union '.join(told)} order by all").fetchall()) if told else ()


def _repeated(run: Run, upload_id: str) -> dict:
    """How many of the upload's rows another gives in the same words, and which uploads these are."""
    given = [
        f"select other.upload_id, own.row_key from {table.said} own join {table.said} other using (row_key, content)"
        f" where own.upload_id = {quoted(upload_id)} and other.upload_id <> own.upload_id and other.removed is not true"
        for table in tables(run)
        if table.dataset
    ]
    sums = "select count(distinct row_key), list(distinct upload_id order by upload_id)"
    [[rows, others]] = run(f"{sums} from ({' union all '.join(given)})").fetchall()
    return {"repeated": rows, "repeated_by": tuple(others or ())}


def _line(asked: Asked) -> Line:
    """The line of the erasure: who, why and how many rows, and not what."""

    def add(run: Run, schema: str, told: list[InTable]) -> None:
        [reason] = masked([asked.reason.strip()])[0]
        run(
            f"insert into {schema}.erasures select $moment, $by, $reason, $kind, $upload_id, map($names, $counts)",
            moment=_moment(run),
            by=asked.by.strip(),
            reason=reason,
            kind=asked.kind,
            upload_id=asked.upload_id,
            names=[each.table for each in told],
            counts=[each.touched for each in told],
        )

    return add


def _moment(run: Run) -> datetime:
    """Now, and later than every change before."""
    told = " union all ".join(f"select moment from main.{name}" for name in CHANGES)
    [[first, last]] = run(f"select min(moment), max(moment) from ({told})").fetchall()
    return following(utc_now(), first, last)[0]


def _out_of_copy(held: Held, asked: Asked, without: bool) -> Held:
    """Writes a copy anew where it holds what is erased, or takes it away."""
    if without:
        removed(held.path)
        return replace(held, became="removed")
    if not held.holds:
        return held
    try:
        rewrite(held.path, asked.planned)
    except (StoreUnavailable, duckdb.Error, NotTheSame) as wrong:
        return replace(held, why=str(wrong))
    return replace(held, became="written anew")
