"""Which dataset a sheet holds, told by its header row and not by its name."""

from loaders.headers import Recognised, column_places
from loaders.reading.book import Sheet
from loaders.sheet_names import month_of, only_month
from loaders.trackers import as_tracker
from qa_data.dictionary import DATASETS, Column
from qa_data.plain import plain

HEADER_WITHIN = 30
"""The header row stands in the first 30 rows."""

ENOUGH = 3
"""So many known headers make a header row even when a column that must be there is missing."""

Headers = dict[int, list[str]]
"""By place in the row, the words that may be the column's header, as compared."""


def recognise(sheet: Sheet) -> Recognised | None:
    """The dataset in the sheet: the header row with the most columns of one; None when no row is a header row."""
    rows = sheet.rows[:HEADER_WITHIN]
    found = [candidate for index, row in enumerate(rows) for candidate in _candidates(sheet, index, _alone(row))]
    found += [
        candidate
        for deep in (2, 3)
        for index in range(deep - 1, len(rows))
        for candidate in _candidates(sheet, index, _joined(*rows[index - deep + 1 : index + 1]))
    ]
    return _best(found)


def recognised_at(sheet: Sheet, index: int, first: int = 0, after: int | None = None) -> Recognised | None:
    """The dataset of which that row is the header row; of the columns from the first up to the one after."""
    headers = {place: words for place, words in _alone(sheet.rows[index][:after]).items() if place >= first}
    return _best(_candidates(sheet, index, headers))


def _best(found: list[Recognised]) -> Recognised | None:
    return max(
        found, key=lambda each: (bool(each.taken), not each.missing, len(each.places), -each.index), default=None
    )


def _alone(row: tuple) -> Headers:
    return {place: [plain(value)] for place, value in enumerate(row) if isinstance(value, str)}


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
            headers[place] = [plain(last), *(plain(" ".join(words)) for words in each)]
    return headers


def _candidates(sheet: Sheet, index: int, headers: Headers) -> list[Recognised]:
    if len(headers) < 2:
        return []
    each = [Recognised(sheet, dataset, index, column_places(dataset, headers)) for dataset in DATASETS]
    tracker = as_tracker(sheet, index, headers)
    return [candidate for candidate in [*each, *filter(None, [tracker])] if candidate.places and _is_header(candidate)]


def _is_header(candidate: Recognised) -> bool:
    """All that must be there, or enough of it that the sheet can be nothing else."""
    must = [column for column in candidate.dataset.columns if column.must_stand]
    monthly = any(column.type == "month" for column in candidate.missing) and _says_a_month(candidate.sheet)
    present = len(must) - len(candidate.missing) + monthly
    own = any(_is_its_own(column) and column.name in candidate.places for column in candidate.dataset.keys)
    return not candidate.missing or (present * 2 >= len(must) and (len(candidate.places) >= ENOUGH or own))


def _says_a_month(sheet: Sheet) -> bool:
    return any(month_of(name) or only_month(name, sheet.year) for name in (sheet.name, *sheet.over))


def _is_its_own(column: Column) -> bool:
    """A key whose header says by itself what the sheet is: Visit date, Inspection type."""
    return " " in column.header
