"""Which dataset a sheet holds, told by its header row and not by its name."""

from functools import lru_cache

from loaders.headers import Headers, Recognised, is_heading, recognised_as_each
from loaders.heading_words import changing
from loaders.mapped import NOTHING, Mapped
from loaders.parts_of_one import says_which, under_one
from loaders.reading.book import Sheet
from loaders.sheet_names import month_of, only_month
from loaders.trackers import as_tracker
from qa_data.dictionary import DATASETS, Column
from qa_data.dictionary.returns import RETURNS
from qa_data.plain import plain

HEADER_WITHIN = 30
"""The header row stands in the first 30 rows."""

ENOUGH = 3
"""So many known headers make a header row even when a column that must be there is missing."""

OVER = 4
"""So many words at the most say of the columns below them what they hold; more are a title."""


def recognise(sheet: Sheet, mapped: Mapped = NOTHING) -> Recognised | None:
    """The dataset in the sheet: the header row with the most columns of one; None when no row is a header row. What
    the council has decided of its headings is `mapped`.
    """
    rows, mapped = sheet.rows[:HEADER_WITHIN], mapped.on(sheet.name)
    found = [
        candidate
        for deep in (1, 2, 3)
        for index in range(deep - 1, len(rows))
        if not says_which(rows[index], next(iter(sheet.rows[index + 1 : index + 2]), ()))
        for candidate in _candidates(sheet, index, _headers(rows, index, deep), mapped)
    ]
    return _best(found)


def near_miss(sheet: Sheet, mapped: Mapped = NOTHING) -> Recognised | None:
    """The dataset that some headings over rows are of, though too little of it is there; None where hardly any are."""
    found = [
        each
        for index, row in enumerate(sheet.rows[: min(HEADER_WITHIN, len(sheet.rows) - 1)])
        for each in recognised_as_each(sheet, index, _alone(row), mapped.on(sheet.name))
    ]
    return _best([each for each in found if _names_some(each)])


def _names_some(candidate: Recognised) -> bool:
    """Three columns, or two counts: what is counted goes by names that nothing else has. Two on a sheet that has the
    dataset's name.
    """
    counts = [name for name in candidate.places if candidate.dataset.column(name).type == "whole number"]
    return len(candidate.places) >= ENOUGH - _is_called(candidate) or len(counts) > 1


def recognised_at(table: Recognised, index: int, first: int = 0, after: int | None = None) -> Recognised | None:
    """The dataset of which another row of a table's sheet is the header row; of the columns from the first up to the
    one after.
    """
    rows = table.sheet.rows
    places = range(first, len(rows[index]) if after is None else after)
    headers = {place: texts for place, texts in _headers(rows, index, 1).items() if place in places}
    return _best(_candidates(table.sheet, index, headers, table.mapped))


def _best(found: list[Recognised]) -> Recognised | None:
    return max(
        found, key=lambda each: (bool(each.taken), not each.missing, len(each.places), -each.index), default=None
    )


def _headers(rows: list[tuple], index: int, deep: int) -> Headers:
    """A header of so many rows that ends in this one."""
    row = rows[index]
    headers = _joined(*rows[index - deep + 1 : index + 1]) if deep > 1 else _alone(row)
    if deep > 1 and says_which(rows[index - 1], row):
        return headers | under_one(rows[index - 1], row)
    return _with_changes(headers, rows[index - 1], row) if index else headers


def _alone(row: tuple) -> Headers:
    return {place: [value] for place, value in enumerate(row) if isinstance(value, str)}


def _joined(*levels: tuple) -> Headers:
    """A header of two or three rows: what stands in an upper one also stands over the blank cells to its right."""
    headers: Headers = {}
    over: list[str | None] = [None] * len(levels)
    for place, told in enumerate(zip(*levels, strict=False)):
        over = [text if isinstance(text, str) else before for text, before in zip(told, over, strict=False)]
        own = [(level, text) for level, text in enumerate(told) if isinstance(text, str)]
        if own and (told[-1] is None or isinstance(told[-1], str)):
            level, last = own[-1]
            spread = [text for text in over[:level] if text]
            each = ([text for _, text in own], [*spread, last], [*spread[-1:], last])
            headers[place] = [last, *(" ".join(words) for words in each)]
    return headers


def _with_changes(headers: Headers, above: tuple, row: tuple) -> Headers:
    """A word over a header that changes its meaning (Target over Restraints) is never left out of it. What stands over
    the first header is a title.
    """
    first, changed, over = next(iter(headers), 0), headers, None
    for place, text in enumerate(above):
        over = text if isinstance(text, str) and place > first else over
        if over and place in headers and isinstance(row[place], str) and _changes(over):
            changed = changed | {place: [f"{over} {row[place]}"]}
    return changed


@lru_cache(4_096)
def _changes(over: str) -> bool:
    return len(over.split()) <= OVER and bool(changing(over))


def _candidates(sheet: Sheet, index: int, headers: Headers, mapped: Mapped) -> list[Recognised]:
    if len(headers) < 2 or not any(is_heading(text, mapped) for texts in headers.values() for text in texts):
        return []
    each = recognised_as_each(sheet, index, headers, mapped)
    tracker = as_tracker(each)
    return [candidate for candidate in [*each, *filter(None, [tracker])] if candidate.places and _is_header(candidate)]


def _is_header(candidate: Recognised) -> bool:
    """All that must be there, or enough of it that the sheet can be nothing else."""
    must = candidate.dataset.must
    lacks = [column for column in candidate.missing if column.name not in candidate.sheet.given]
    monthly = any(column.type == "month" for column in lacks) and _says_a_month(candidate.sheet)
    present = len(must) - len(lacks) + monthly
    own = any(_is_its_own(column) and column.name in candidate.places for column in candidate.dataset.keys)
    own = own and not _is_called_another(candidate)
    enough = len(candidate.places) >= ENOUGH or own or is_scant(candidate)
    return not candidate.missing or (present * 2 >= len(must) and enough)


def _is_called(candidate: Recognised) -> bool:
    return plain(candidate.sheet.name) == plain(candidate.dataset.title)


def _is_called_another(candidate: Recognised) -> bool:
    """Whether the sheet has the name of another dataset: Homes, with a column Type."""
    return not _is_called(candidate) and plain(candidate.sheet.name) in {plain(each.title) for each in DATASETS}


def is_scant(candidate: Recognised) -> bool:
    """Whether a row has one key of a return and one figure, with a number right under it, and nothing else that is no
    text: it is a whole table only where its sheet's name tells the rest.
    """
    counts = [name for name in candidate.places if candidate.dataset.column(name).type == "whole number"]
    if candidate.dataset is not RETURNS or not len(counts) == 1 == len(candidate.places) - 1:
        return False
    below = candidate.sheet.rows[candidate.index + 1 : candidate.index + 2]
    words = all(cell is None or isinstance(cell, str) for cell in candidate.header)
    cells = [row[place] for row in below for place in candidate.places.values()]
    return words and None not in cells and any(type(row[candidate.places[counts[0]]]) in (int, float) for row in below)


def _says_a_month(sheet: Sheet) -> bool:
    return any(month_of(name) or only_month(name, sheet.year) for name in (sheet.name, *sheet.over))


def _is_its_own(column: Column) -> bool:
    """A key whose header says by itself what the sheet is: Visit date, Inspection type."""
    return " " in column.header
