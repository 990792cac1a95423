"""Rows below a header that are none of the dataset: totals, notes, lines waiting to be filled, returns without a
figure, and the header said again.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter

from loaders.council import Council
from loaders.headers import Recognised
from loaders.notes import notes
from loaders.totals import Totals, totals
from loaders.waiting import keyless, prepared, waiting
from qa_data.plain import plain_home

RETURNED_FOR = {"home", "month"}
"""What a return says beside its figures."""


@dataclass(frozen=True)
class Below:
    """What stands below a sheet's header, by index into its rows: the dataset's own rows, the totals among them with
    the place and the words that say so, the rows of a text file that go on to the right of all headers, with the place
    where they do, and the returns that hold no figure.
    """

    own: list[int]
    totals: Totals
    cut: dict[int, int]
    unfilled: list[int] = field(default_factory=list)


def below(recognised: Recognised, council: Council, told: Collection[str] = ()) -> Below:
    """The rows below the header, without those that are blank in every column asked for and those that are no rows.
    `told`: the columns that the sheet's name tells.
    """
    filled, failed = _filled(recognised)
    cut = _cut(recognised) if recognised.sheet.text else {}
    lines = keyless(recognised, filled)
    others = waiting(recognised, able) if (able := prepared(recognised, filled)) else set()
    adding = totals(recognised, _without(filled, others), _without(lines, others), council)
    others |= adding.keys() | cut.keys()
    others |= notes(recognised, _without(filled, others), _without(lines, others), council) - failed
    own = _without(filled, others)
    unfilled = [index for index in own if index not in failed and _unfilled(recognised, index, told, council)]
    return Below(_without(own, set(unfilled)), adding, cut, unfilled)


def _without(rows: list[int], others: Collection[int]) -> list[int]:
    return [index for index in rows if index not in others] if others else rows


def _filled(recognised: Recognised) -> tuple[list[int], set[int]]:
    """The rows in which anything asked for stands but the headers themselves, and those with a failed formula."""
    sheet, places = recognised.sheet, list(recognised.places.values())
    asked = itemgetter(*places)
    failed = {index for index, place in sheet.errors if place in places}
    nothing = {asked((None,) * len(recognised.header)), asked(recognised.header)}
    begin, first, said = recognised.index + 1, places[0], recognised.header[places[0]]
    below = enumerate(islice(sheet.rows, begin, None), begin)
    # One cell tells most rows.
    return [
        index for index, row in below if row[first] not in (None, said) or asked(row) not in nothing or index in failed
    ], failed


def _cut(recognised: Recognised) -> dict[int, int]:
    rows = recognised.sheet.rows
    last = max(place for place, value in enumerate(recognised.header) if value is not None)
    beyond = (
        (index, (place for place, value in enumerate(rows[index][last + 1 :], last + 1) if value is not None))
        for index in range(recognised.index + 1, len(rows))
    )
    return {index: place for index, places in beyond if (place := next(places, None)) is not None}


def _unfilled(recognised: Recognised, index: int, told: Collection[str], council: Council) -> bool:
    """Whether a return has a home that is known and its month, and no figure."""
    if recognised.dataset.name != "returns":
        return False
    row, places = recognised.sheet.rows[index], recognised.places
    said = {name for name, place in places.items() if row[place] is not None}
    if not said <= RETURNED_FOR <= said | {*told}:
        return False
    return "home" not in said or plain_home(str(row[places["home"]])) in council.names
