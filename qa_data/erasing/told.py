"""What is said of an erasure, in words and as a program reads it."""

from dataclasses import asdict
from typing import Any

from qa_data.dictionary import DATASETS
from qa_data.erasing.backups import Held
from qa_data.erasing.erase import WORDS, Done, Found
from qa_data.erasing.found import Cell, InTable
from qa_data.schema import STORED
from qa_data.wording import counted, listed

TITLES = {each.name: each.title for each in DATASETS}

SHOWN = 20
"""So many cells are listed; --json has more."""

DISK = (
    "The old file was written over before it was let go. A solid-state disk, or a snapshot of the volume, may hold its"
    " blocks still."
)


def would_go(found: Found, copies: list[Held], backups: list[Held]) -> str:
    """What would go, and how to have it done."""
    if not found.tables and not any(each.holds for each in copies):
        return "Nothing would go: it stands nowhere in the database, nor in a copy beside it.\n" + in_backups(backups)
    return _lines(
        "This would go, in every version of the rows. Nothing is erased yet; add --yes to erase it.",
        *map(_in_table, found.tables),
        found.kept and f"Kept answers: {counted(found.kept, 'row')}, worked out anew without it.",
        *_warnings(found),
        *_cells(found.cells),
        *map(_copy, copies),
        in_backups(backups),
    )


def gone(done: Done) -> str:
    """What went, what became of the copies, and which backups hold it still."""
    return _lines(
        "Erased, and the database written anew without it.",
        *map(_in_table, done.tables),
        *map(_copy, done.copies),
        DISK,
        in_backups(done.backups),
    )


def in_backups(backups: list[Held]) -> str:
    """Which backups, or other databases beside, hold it, and what to do with them."""
    holding = [f"  {each.path}" for each in backups if each.holds]
    unsure = [f"  {each.path}: {each.why}" for each in backups if each.holds is None]
    return _lines(
        holding and "These databases hold it too. Delete each, or erase there: python -m qa_data erase … --db FILE",
        *holding,
        unsure and "Of these databases it cannot be told. Look for them; delete those that are backups of this one:",
        *unsure,
        not holding and not unsure and "No other database that is known holds it.",
        "Backups kept elsewhere are not known: name their folder with --look-in FOLDER.",
    )


def as_json(answer: Found | Done, copies: list[Held], backups: list[Held]) -> dict[str, Any]:
    """The same for programs."""
    told = asdict(answer) | {"copies": list(map(asdict, copies)), "backups": list(map(asdict, backups))}
    return told | {"erased": isinstance(answer, Done)}


def title(table: str) -> str:
    """A table as people know it."""
    return TITLES.get(table, table.replace("_", " ").capitalize())


def touched(told: InTable) -> str:
    """5 of 248 rows go; or 4 of 248 rows, 5 cells."""
    if told.gone:
        changed = f", {counted(told.changed, 'other row')} changed" if told.changed else ""
        return f"{told.gone:,} of {counted(told.all_rows, 'row')} go{changed}"
    return f"{told.changed:,} of {counted(told.all_rows, 'row')}, {counted(sum(told.cells.values()), 'cell')}"


def warnings(found: Found) -> list[str]:
    """What whoever erases should know before."""
    told = []
    if found.homes:
        told.append(
            f"The words stand in the name of a home, which will be called {listed(list(found.homes))} on every page. A"
            " later file that names it as before is refused, or with a Homes sheet makes a home of its own."
        )
    if found.repeated:
        told.append(
            f"{counted(found.repeated, 'row')} of the upload stand in other uploads as well and stay there"
            f" ({listed(list(found.repeated_by))}): erase those too if they should go."
        )
    if found.audit:
        told.append(
            f"The audit names the words in {counted(found.audit, 'entry', 'entries')}, as who acted or as a home. It is"
            " not written anew, since that would break its chain: they go when the audit drops what is older than it is"
            " kept."
        )
    if found.kind == WORDS and any(each.touched > each.all_rows / 2 and each.all_rows > 10 for each in found.tables):
        told.append("This is more than half of a table. Are these the words that are meant?")
    return told


def place(cell: Cell) -> str:
    """Visits and reviews, Visitor (Visits log!Z103 of October.xlsx); or the row of a table that no sheet gave."""
    at = f"{cell.sheet}{'!' if cell.of_sheet else ', '}{cell.cell}" if cell.sheet else cell.cell
    return f"{title(cell.table)}, {_header(cell)} ({at}{f' of {cell.file}' if cell.file else ''})"


def _header(cell: Cell) -> str:
    """The column's own header; of a table that no sheet gives, its name."""
    headers = {(each.name, column.name): column.header for each in STORED for column in each.columns}
    return headers.get((cell.table, cell.column), cell.column.replace("_", " "))


def _in_table(told: InTable) -> str:
    return f"{title(told.table)}: {touched(told)}"


def _warnings(found: Found) -> list[str]:
    return [f"WARNING. {each}" for each in warnings(found)]


def _cells(cells: list[Cell]) -> list[str]:
    more = [f"  and {counted(len(cells) - SHOWN, 'more cell')} (--json lists them)"] if len(cells) > SHOWN else []
    return [f"  {place(each)}: {each.text}" for each in cells[:SHOWN]] + more


def _copy(held: Held) -> str:
    if held.became:
        return f"The copy {held.path}: {held.became}."
    if held.why:
        return f"The copy {held.path}: {held.why}. It stands as it stood; --remove-copies removes it."
    return f"The copy {held.path} {'holds it, and is written anew too' if held.holds else 'does not hold it'}."


def _lines(*lines: object) -> str:
    return "\n".join(str(line) for line in lines if line)
