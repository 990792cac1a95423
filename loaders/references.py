"""References for actions whose tracker has none."""

import hashlib
import re
from datetime import date

from loaders.rows import Rows
from qa_data.plain import plain

MADE = re.compile("A-[0-9a-f]{8}")


def with_references(rows: Rows) -> Rows:
    """The actions, each of those without a reference with one made from its source, source date and text, the same in
    every later file.
    """
    told = zip(*(rows.values[name] for name in ("source", "source_date", "action")), strict=True)
    references = [
        given or (_derived(*told_of) if None not in told_of and rows.blank(row, "reference") else None)
        for row, (given, told_of) in enumerate(zip(rows.values["reference"], told, strict=True))
    ]
    return rows.holding("reference", references)


def given(reference: str) -> str:
    """The reference as the council gave it; nothing for one made here, which no paper of the council's has."""
    return "" if MADE.fullmatch(reference) else reference


def _derived(source: str, source_date: date, action: str) -> str:
    return "A-" + hashlib.sha256(f"{source}|{source_date}|{plain(action)}".encode()).hexdigest()[:8]
