"""Several tables in one sheet: beside each other, under each other, or under a home's or a month's name on a row of its
own.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import compress, count

from loaders.council import Council
from loaders.headers import Recognised, is_heading
from loaders.layouts.parts import MOST_BESIDE, MOST_UNDER, filled, of_columns, of_rows, with_titles
from loaders.layouts.sections import sections
from loaders.layouts.unknown import unknown_under
from loaders.parts_of_one import says_which
from loaders.reading.book import Sheet
from loaders.recognising import recognise, recognised_at
from qa_data.plain import plain_heading

NEAR = 6
"""Within so many columns two of a table's headings stand, counted from the first column of the table over it."""

FEW = 500
"""A column of more different texts is none of those that tell a header row: every header row has one with fewer."""


def split(first: Recognised, council: Council) -> list[Recognised]:
    """The tables of a sheet in which one is recognised, from left to right and from top to bottom."""
    if under := unknown_under(first, council):
        above = recognise(under.above, first.mapped)
        return [*(split(above, council) if above else []), under.table]
    heads = _header_rows(first)
    if {*heads} <= {first.index} and len([*_starts(first.header)]) < 2:
        return sections(first, council)
    return [
        part
        for beside in _recognised(first, _beside(first, heads))
        for table in _recognised(beside, _under(beside, heads if beside is first else _header_rows(beside)))
        for part in sections(table, council)
    ]


def _recognised(whole: Recognised, parts: list[Sheet]) -> list[Recognised]:
    """The parts with what each holds; the whole where there are none, or one that holds nothing: no row is dropped."""
    found = [each for part in parts if (each := recognise(part, whole.mapped))]
    return found if found and len(found) == len(parts) else [whole]


def _beside(first: Recognised, heads: list[int]) -> list[Sheet]:
    sheet, cuts = first.sheet, [0, *_cuts(first, heads), len(first.header)]
    if len(cuts) == 2 or len(cuts) > MOST_BESIDE:
        return []
    return [of_columns(sheet, start, after) for start, after in zip(cuts, cuts[1:], strict=False)]


def _cuts(first: Recognised, heads: list[int]) -> list[int]:
    """Where a further table begins to the right: a header row of its own that has all it needs, in the same row or
    below.
    """
    starts = [place for place in _starts(first.header) if _stands(first, place)]
    # The first of them is the table itself, wherever its first column is.
    right, rows = max(first.places.values()) + 1, first.sheet.rows
    lower = [index for index in heads if index > first.index and _headings(first, rows[index][right:])]
    found = [recognised_at(first, index) for index in lower[:MOST_BESIDE]]
    later = {min(each.places.values()) for each in found if each and not each.missing}
    return sorted({*starts[1:], *(place for place in later if place >= right)})


def _headings(first: Recognised, cells: Iterable) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str) and is_heading(cell, first.mapped)]


def _starts(header: tuple) -> Iterator[int]:
    """Where a run of headings begins: after a blank, or where the first of the run stands again."""
    begun = None
    for place, cell in enumerate(header):
        if not isinstance(cell, str):
            begun = None
        elif begun is None or plain_heading(cell) == begun:
            begun = plain_heading(cell)
            yield place


def _stands(first: Recognised, start: int) -> bool:
    """Whether the headings from there on, up to the next blank, are a table's."""
    header = first.header
    after = next((place for place in (*_starts(header), len(header)) if place > start), len(header))
    found = recognised_at(first, first.index, start, after)
    run = len(header[start:after]) - header[start:after].count(None)
    return found is not None and (not found.missing or len(found.places) > 2 or len(found.places) == run)


def _under(first: Recognised, heads: list[int]) -> list[Sheet]:
    sheet, starts = first.sheet, _tops(first, heads)
    if not 1 < len(starts) <= MOST_UNDER:
        return []
    ends = [*starts[1:], len(sheet.rows)]
    return of_rows(sheet, [([*range(start, end)], []) for start, end in zip([0, *starts[1:]], ends, strict=True)])


def _tops(first: Recognised, heads: list[int]) -> list[int]:
    """Where each table under another begins, with the titles over it: at a header row that is not the one before said
    again, or has a title of its own.
    """
    sheet, before = first.sheet, None
    tops: list[int] = []
    for index in heads:
        top = with_titles(sheet, index)
        if top == index and sheet.rows[index] == before or len(tops) > MOST_UNDER:
            continue
        if index == first.index or _begins(first, index):
            tops.append(top)
            before = sheet.rows[index]
    return tops


def _begins(first: Recognised, index: int) -> bool:
    found, cells = recognised_at(first, index), [cell for _, cell in filled(first.sheet.rows[index])]
    return found is not None and (not found.missing or len(_headings(first, cells)) * 2 > len(cells))


def _header_rows(first: Recognised) -> list[int]:
    """The rows with two headings or more, among the columns where a table's first headings stand: a sheet may have many
    rows. What stands in more rows than there may be tables is a value, as Ofsted and Concern are.
    """
    rows = first.sheet.rows
    found: Counter[int] = Counter({first.index: 2})
    left, right = min(first.places.values()), max(first.places.values()) + 1
    for place in (*range(left + NEAR), *range(max(right, left + NEAR), len(first.header))):
        column = [row[place] for row in rows] if place < len(first.header) else []
        # Most columns have no heading but the one that is known already.
        headings = {
            word
            for word in _headings(first, _few_texts(column))
            if word != first.header[place] or column.count(word) > 1
        }
        times = Counter(filter(headings.__contains__, column)) if headings else {}
        words = {word for word in headings if times[word] <= MOST_UNDER}
        found.update(compress(count(), map(words.__contains__, column))) if words else None
    told = sorted(index for index, times in found.items() if times > 1)
    # The upper row of a header of two is none of its own.
    return [index for index in told if index + 1 != first.index or not says_which(rows[index], rows[index + 1])]


def _few_texts(column: list) -> list[str]:
    """The different texts of a column; none where there are more than a few, as its first rows mostly show."""
    texts: list[str] = []
    for cells in (column[: 4 * FEW], column):
        texts = [cell for cell in set(cells) if isinstance(cell, str)]
        if len(texts) > FEW:
            return []
    return texts
