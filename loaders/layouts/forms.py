"""Forms: headings with their values beside them."""

from collections import Counter
from dataclasses import replace
from datetime import date

from loaders.headers import Recognised, is_heading, recognised_as
from loaders.layouts.axes import Axes
from loaders.layouts.marks import Place
from loaders.layouts.parts import filled, titles
from loaders.layouts.turning import cell_at, upright
from loaders.reading.book import Sheet
from loaders.sheet_names import is_summary
from qa_data.dictionary import DATASETS, Dataset
from qa_data.plain import plain_heading

MOST_ROWS = 200
"""No form is longer."""

ENOUGH = 3
"""So many headings with a value make a form."""

CONVINCING = 2
"""So many values must be a number, a day, a month or a home: a page that explain_headings the headings has none."""

Pair = tuple[Place, list[Place]]
"""Where a heading stands, and its values: one a record, from left to right."""


def forms(sheet: Sheet, axes: Axes) -> list[Recognised]:
    """The forms in a sheet, from top to bottom, each as a table; none where any part of it is no form."""
    if len(sheet.rows) > MOST_ROWS or is_summary(sheet.name):
        return []
    groups = _groups(sheet, _pairs(sheet, axes))
    found = [_form(sheet, axes, pairs) for pairs in groups]
    return [each for each in found if each] if all(found) else []


def _groups(sheet: Sheet, pairs: list[Pair]) -> list[list[Pair]]:
    """The pairs of each form: another begins where a heading stands again."""
    groups: list[list[Pair]] = []
    words: set[str] = set()
    for heading, values in pairs:
        word = plain_heading(sheet.rows[heading[0]][heading[1]])
        if not groups or word in words:
            groups.append([])
            words = set()
        groups[-1].append((heading, values))
        words.add(word)
    return groups


def _form(sheet: Sheet, axes: Axes, pairs: list[Pair]) -> Recognised | None:
    dataset, matched = _matched(sheet, axes, pairs)
    if len(matched) < ENOUGH or not _convincing(sheet, axes, pairs):
        return None
    records = _records([pairs[matched[key.name]] for key in dataset.keys if key.name in matched], pairs)
    others = _beside(pairs, records[0]) if len(records) == 1 else None
    each = [[_value(pair, right, others) for pair in pairs] for right in records]
    # What stands beside the values of a record, without what tells it apart, is left alone.
    taken = {place for record in each for place in record}
    more = {place[1]: place for _, values in reversed(pairs) for place in values if place not in taken}
    index = pairs[0][0][0]
    rows = [[cell_at(sheet, heading) for heading, _ in pairs] + [cell_at(sheet, place) for place in more.values()]]
    for record in each:
        rows.append([*(cell_at(sheet, place) for place in record), *((None, None) for _ in more)])
    return upright(replace(sheet, over=tuple(titles(sheet, index))), dataset, index, rows, axes.mapped)


def _records(keys: list[Pair], pairs: list[Pair]) -> list[int]:
    """How far right of the headings each record stands; as most values do where nothing tells it apart."""
    if not keys:
        return [Counter(values[0][1] - heading[1] for heading, values in pairs).most_common(1)[0][0]]
    heading, values = min(keys, key=lambda pair: len(pair[1]))
    return [column - heading[1] for _, column in values]


def _beside(pairs: list[Pair], right: int) -> set[int]:
    """The columns of what stands beside the values of a record: last month's, comments."""
    with_one = [values for heading, values in pairs if any(column - heading[1] == right for _, column in values)]
    return {column for values in with_one for _, column in values[1:]}


def _value(pair: Pair, right: int, others: set[int] | None) -> Place | None:
    """Where a record's value stands; None where the record is blank there, whatever others have. Of a record alone it
    is the first beside its heading where none stands as far right as what tells it apart, but in no column of `others`.
    """
    (_, heading), values = pair
    own = next((place for place in values if place[1] - heading == right), None)
    return own or next((place for place in values if others is not None and place[1] not in others), None)


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
