"""Takes out of a workbook what marked it before, and nothing that a person put there."""

import re

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

LIST, HEADS = "Problems", ("Sheet", "Cell", "What stands there", "What is wrong, and what to do")
TOLD = "{count} to look at, {day}: mend each, save, and upload the file again. This sheet is not read."
TOLD_BEFORE = re.compile(re.escape(TOLD).replace(r"\{count\}", r"\d+").replace(r"\{day\}", r"\d\d \w+ \d{4}"))

AUTHOR = "Quality assurance dashboard"
BEGINS = f"{AUTHOR}:\n"
"""What a comment of ours begins with, also under a person's own."""

ALWAYS = f'N("{AUTHOR}")=0'
"""The formula of the rule that colours a faulty cell: it is always true, and nobody else's."""

FILLS = {"FFF6D7D2", "FFFBE3C0"}
"""What versions up to 0.6.0 filled faulty cells with."""


def unmarked(book: Workbook) -> None:
    """Takes out the comments and the colours of an earlier marking, and its list of problems."""
    lists = [sheet for sheet in book.worksheets if _is_list(sheet)]
    messages = {one_part(text) for sheet in lists for text in _messages(sheet)}
    for sheet in book.worksheets:
        _without_rules(sheet)
        for cell in [cell for row in sheet.iter_rows() for cell in row if cell.comment]:
            _without_comment(cell, messages)
    for sheet in lists:
        book.remove(sheet)


def _is_list(sheet: Worksheet) -> bool:
    """Whether it is the list of an earlier marking to which nobody has added a column."""
    first, heads = sheet["A1"].value, tuple(cell.value for cell in sheet[3][: len(HEADS)]) if sheet.max_row > 2 else ()
    named = re.fullmatch(rf"{LIST}( \d+)?", sheet.title)
    ours = named and isinstance(first, str) and TOLD_BEFORE.fullmatch(first) and heads == HEADS
    return bool(ours) and all(
        cell is None for row in sheet.iter_rows(min_col=len(HEADS) + 1, values_only=True) for cell in row
    )


def _messages(sheet: Worksheet) -> list[str]:
    told = sheet.iter_rows(min_row=4, min_col=len(HEADS), max_col=len(HEADS), values_only=True)
    return [text for (text,) in told if isinstance(text, str)]


def _without_rules(sheet: Worksheet) -> None:
    kept = ConditionalFormattingList()
    for each in sheet.conditional_formatting:
        for rule in each.rules:
            if rule.formula != [ALWAYS]:
                kept.add(str(each.sqref), rule)
    sheet.conditional_formatting = kept


def _without_comment(cell: Cell, messages: set[str]) -> None:
    parts = cell.comment.text.split("\n\n")
    ours = [part for part in parts if _is_ours(part, cell.comment, messages)]
    if not ours:
        return
    own = [part for part in parts if part not in ours]
    filled = any(not part.startswith(BEGINS) for part in ours)
    if filled and cell.fill.fgColor.rgb in FILLS:
        cell.fill = PatternFill()
    author, width, height = cell.comment.author, cell.comment.width, cell.comment.height
    cell.comment = Comment("\n\n".join(own), author, width=width, height=height) if own else None


def _is_ours(part: str, comment: Comment, messages: set[str]) -> bool:
    """Whether a part of a comment is a message of an earlier marking. Versions up to 0.6.0 put them under a person's
    own words in a comment of their own: only the list tells these apart.
    """
    said = part.removeprefix(BEGINS)
    if part != said:
        return said in messages or not messages
    return comment.author == AUTHOR and (part in messages or (part == comment.text and not messages))


def one_part(message: str) -> str:
    """A message as it stands in a comment, where a blank line parts it from the next."""
    return re.sub(r"\s*\n\s*", "\n", message.strip())
