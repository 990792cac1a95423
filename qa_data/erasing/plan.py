"""What an erasure does to each table: which rows go, and what is put in place of what stands in a column."""

from dataclasses import dataclass, field

from qa_data.erasing.walking import Run, Table, tables
from qa_data.erasing.words import MARK

OF_UPLOAD = ("upload_id", "of_upload")

HISTORY = ("uploads", "upload_states", "erasures")
"""Tables in which an upload that was erased is still told of."""


@dataclass
class Change:
    """What happens to a table's rows. `gone`: SQL, true of those that go; `put`: SQL by column, what stands in it
    afterwards. The table is `stored` in both.
    """

    gone: str = "false"
    put: dict[str, str] = field(default_factory=dict)


Plan = dict[Table, Change]


def of_upload(run: Run, upload_id: str) -> Plan:
    """Every row that the upload gave, what a later removal repeats of them, and what tells of its file."""
    return {table: change for table in tables(run) if (change := _of_upload(run, table, upload_id)) != Change()}


def of_rows(run: Run, dataset: str, which: str) -> Plan:
    """The rows of a dataset of which the SQL is true in any version, all versions of them."""
    return {
        table: Change(f"row_key in (select row_key from {table.said} where {which})")
        for table in tables(run)
        if table.dataset and table.name == dataset
    }


def quoted(text: str) -> str:
    """The text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def _of_upload(run: Run, table: Table, upload_id: str) -> Change:
    if table.name == "uploads":
        return _nameless(run, table, upload_id)
    columns = [name for name in OF_UPLOAD if name in table.columns and table.name not in HISTORY]
    if not columns:
        return Change()
    of_it = f"{columns[0]} = {quoted(upload_id)}"
    return _with_removals(run, table, of_it) if table.dataset and "removed" in table.columns else Change(of_it)


REMOVAL = "Rows removed that "
"""How the line of a removal begins: it names the file whose rows were removed."""


def _nameless(run: Run, table: Table, upload_id: str) -> Change:
    """The upload's own line stays, without what tells of its content; a removal's line does not name the file."""
    own = f"upload_id = {quoted(upload_id)}"
    file = run(f"select file from {table.said} where {own}").fetchone()
    names_it = f"starts_with(file, {quoted(REMOVAL)}) and contains(file, {quoted(file[0])})" if file else "false"
    return Change(
        put={
            "file": f"case when {own} then '{MARK}' when {names_it} then '{REMOVAL}{MARK} had' else file end",
            "sha256": f"if({own}, '', sha256)",
            "sheets": f"if({own}, '[]', sheets)",
        }
    )


def _with_removals(run: Run, table: Table, of_it: str) -> Change:
    """A removal repeats the rows that it takes out: what it took out of this upload goes too, all but the keys where
    another upload gave the row as well.
    """
    removed = f"removed is true and row_key in (select row_key from {table.said} where {of_it})"
    if not run(f"select 1 from {table.said} where {removed} limit 1").fetchone():
        return Change(of_it)
    given = f"row_key in (select row_key from {table.said} where not ({of_it}) and removed is not true)"
    says = [column.name for column in table.dataset.columns if not column.is_key] if table.dataset else []
    return Change(f"{of_it} or ({removed} and not {given})", {name: f"if({removed}, null, {name})" for name in says})
