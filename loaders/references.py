"""References for actions whose tracker has none."""

import hashlib
from datetime import date

from loaders.rows import Rows
from qa_data.plain import plain


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


def _derived(source: str, source_date: date, action: str) -> str:
    return "A-" + hashlib.sha256(f"{source}|{source_date}|{plain(action)}".encode()).hexdigest()[:8]
