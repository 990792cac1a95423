"""What a tracker of actions lacks: references, and what else is taken from what it has."""

import hashlib
import re
from datetime import date

from loaders.rows import Rows
from qa_data.plain import plain

MADE = re.compile("A-[0-9a-f]{8}")


def _with_taken(rows: Rows) -> Rows:
    """The actions with what their sheet lacks taken from what it has."""
    lacks = rows.placed.recognised.taken
    if "raised" in lacks:
        rows = rows.holding("raised", rows.values["source_date"])
    if "status" in lacks:
        done = rows.values["completed"]
        rows = rows.holding("status", ["Open" if day is None else "Completed" for day in done])
    return rows


def with_references(rows: Rows) -> Rows:
    """The actions, each of those without a reference with one made from its source, source date and text, the same in
    every later file.
    """
    rows = _with_taken(rows)
    told = zip(*(rows.values[name] for name in ("source", "source_date", "action")), strict=True)
    references = [
        given or (derived(*told_of) if None not in told_of and rows.blank(row, "reference") else None)
        for row, (given, told_of) in enumerate(zip(rows.values["reference"], told, strict=True))
    ]
    return rows.holding("reference", references)


def given(reference: str) -> str:
    """The reference as the council gave it; nothing for one made here, which no paper of the council's has."""
    return "" if MADE.fullmatch(reference) else reference


def derived(source: str, source_date: date, action: str) -> str:
    """The reference of an action that is given none."""
    return "A-" + hashlib.sha256(f"{source}|{source_date}|{plain(action)}".encode()).hexdigest()[:8]
