"""Forms: headings with their values beside them."""

from collections import Counter
from dataclasses import replace
from datetime import date

from loaders.headers import Recognised, is_heading, recognised_as
from loaders.layouts.axes import Axes
from loaders.layouts.beside import is_left_alone
from loaders.layouts.figures import Form, Pair
from loaders.layouts.marks import Place
from loaders.layouts.parts import filled, of_columns, titles
from loaders.layouts.turning import cell_at, upright
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.sheet_names import is_summary
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.plain import plain_heading

MOST_ROWS = 200
"""No form is longer."""

ENOUGH = 3
"""So many headings with a value make a form."""

KEYS = {plain_heading(key.header) for dataset in DATASETS for key in dataset.keys}
"""Headings of what tells records apart."""

CONVINCING = 2
"""So many values must be a number, a day, a month or a home: a page that explain_headings the headings has none."""


def forms(sheet: Sheet, axes: Axes) -> list[Recognised]:
    """The forms in a sheet, from top to bottom, each as a table; none where any part of it is no form."""
    if len(sheet.rows) > MOST_ROWS or is_summary(sheet.name):
        return []
    pairs = _pairs(sheet, axes)
    if start := _beside(sheet, pairs):
        width = len(sheet.rows[0])
        parts = [forms(of_columns(sheet, *ends), axes) for ends in ((0, start), (start, width))]
        return [each for part in parts for each in part] if all(parts) else []
    found = [_form(sheet, axes, group) for group in _groups(sheet, pairs)]
    return [each for each in found if each] if all(found) else []


def _beside(sheet: Sheet, pairs: list[Pair]) -> int | None:
    """Where a second form begins on the right of the first: where a heading stands again in its row."""
    met: set[tuple[int, str]] = set()
    for (index, place), _ in pairs:
        word = (index, plain_heading(sheet.rows[index][place]))
        if word in met:
            return place
        met.add(word)
    return None


def _groups(sheet: Sheet, pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs of each form: another begins where the first heading of one stands again, or what tells it apart."""
    groups: list[list[Pair]] = []
    words: list[str] = []
    for heading, values in pairs:
        word = plain_heading(sheet.rows[heading[0]][heading[1]])
        if not groups or word in words and (word in KEYS or word == words[0]):
            groups.append([])
            words = []
        groups[-1].append((heading, values))
        words.append(word)
    return groups


def _form(sheet: Sheet, axes: Axes, pairs: list[Pair]) -> Recognised | None:
    dataset, matched = _matched(sheet, axes, pairs)
    if len(matched) < ENOUGH or not _convincing(sheet, axes, pairs):
        return None
    each, said, over = _values(sheet, axes, pairs, dataset, matched)
    kept = [at for at, (heading, _) in enumerate(pairs) if heading not in over]
    index = pairs[0][0][0]
    rows = [
        [cell_at(sheet, pairs[at][0]) for at in kept],
        *([cell_at(sheet, record[at]) for at in kept] for record in each),
    ]
    made = upright(replace(sheet, over=tuple(titles(sheet, index))), dataset, index, rows, axes.mapped)
    return replace(made, said=tuple(said))


def _values(
    sheet: Sheet, axes: Axes, pairs: list[Pair], dataset: Dataset, matched: dict[str, int]
) -> tuple[list[list[Place | None]], list[Problem], set[Place]]:
    """The values of each record, what is said of the cells beside them, and the headings that stand over others."""
    keys = [pairs[matched[key.name]] for key in dataset.keys if key.name in matched]
    records = _records(keys, pairs)
    if len(records) == 1 and not any(_several(sheet, axes, values) for _, values in keys):
        counts = {at: dataset.column(name).header for name, at in matched.items() if _is_count(dataset.column(name))}
        alone = Form(sheet, pairs, matched.values(), counts, records[0]).values()
        return [alone.places], alone.said, alone.over
    each = [[_value(pair, right) for pair in pairs] for right in records]
    # What stands beside the values of a record, without what tells it apart, is left alone.
    taken = {place for record in each for place in record}
    more: dict[int, list[Place]] = {}
    for place in (place for _, values in pairs for place in values if place not in taken):
        more.setdefault(place[1], []).append(place)
    return each, [is_left_alone(sheet, "", cells, "", None) for cells in more.values() if _some(sheet, cells)], set()


def _several(sheet: Sheet, axes: Axes, values: list[Place]) -> bool:
    """Whether beside a key stand several homes, months or days: a record for each, and some without all its keys."""
    return sum(axes.said(sheet.rows[row][place]) is not None for row, place in values) > 1


def _is_count(column: Column) -> bool:
    return column.type == "whole number"


def _some(sheet: Sheet, cells: list[Place]) -> bool:
    return any(sheet.rows[row][place] is not None for row, place in cells)


def _records(keys: list[Pair], pairs: list[Pair]) -> list[int]:
    """How far right of the headings each record stands; as most values do where nothing tells it apart."""
    if not keys:
        return [Counter(values[0][1] - heading[1] for heading, values in pairs).most_common(1)[0][0]]
    heading, values = min(keys, key=lambda pair: len(pair[1]))
    return [column - heading[1] for _, column in values]


def _value(pair: Pair, right: int) -> Place | None:
    """Where a record's value stands; None where the record is blank there, whatever others have."""
    (_, heading), values = pair
    return next((place for place in values if place[1] - heading == right), None)


def _pairs(sheet: Sheet, axes: Axes) -> list[Pair]:
    """Each heading with the cells that stand on its right, up to the next heading. The first beside it is its value,
    whatever it says.
    """
    pairs: list[Pair] = []
    for index, row in enumerate(sheet.rows):
        label = pairs[-1][0][1] if pairs else None
        own: list[Pair] = []
        for place, cell in filled(row):
            beside = own[-1:] == [((index, place - 1), [])]
            if isinstance(cell, str) and not beside and (is_heading(cell, axes.mapped) or place == label):
                own.append(((index, place), []))
            elif own:
                own[-1][1].append((index, place))
        # An unknown word with nothing beside it stands over a part of the form.
        own = [(at, values) for at, values in own if values or is_heading(row[at[1]], axes.mapped)]
        pairs += [(at, values or [(index, at[1] + 1)]) for at, values in own if at[1] + 1 < len(row)]
    return pairs


def _matched(sheet: Sheet, axes: Axes, pairs: list[Pair]) -> tuple[Dataset, dict[str, int]]:
    """The dataset that the headings name best, and which of the pairs is each of its columns."""
    headers = {at: [sheet.rows[row][place]] for at, ((row, place), _) in enumerate(pairs)}
    best = max((recognised_as(dataset, sheet, 0, headers, axes.mapped) for dataset in DATASETS), key=_fit)
    return best.dataset, best.places


def _fit(form: Recognised) -> tuple[bool, int, int]:
    keys = {key.name for key in form.dataset.keys}
    return not form.missing, len(form.places), len(keys & form.places.keys())


def _convincing(sheet: Sheet, axes: Axes, pairs: list[Pair]) -> bool:
    values = [sheet.rows[row][place] for _, ((row, place), *_) in pairs]
    return sum(isinstance(value, int | float | date) or axes.said(value) is not None for value in values) >= CONVINCING
