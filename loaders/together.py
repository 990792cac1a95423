"""Several files at once: those with a sheet of homes come first, since the others may name their homes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path

from loaders.mapped import Mapped
from loaders.problems import Refused
from loaders.reading import read
from loaders.reading.book import Book
from loaders.reading.held import Held
from loaders.recognising import recognise

MOST_CELLS = 3_000_000
"""So many cells of files that wait for others are held; what is beyond is read again when its turn comes."""

Reading = Callable[[Path | Held], Book]


def homes_first(paths: Sequence[Path | Held], mapped: Callable[[], Mapped]) -> Iterator[tuple[int, Reading]]:
    """Each file's place among them and how it is read, in the order in which they are judged. What the council has
    decided of its headings is `mapped`, asked for where there are several.
    """
    if len(paths) == 1:
        yield 0, read
        return
    known = mapped()
    waiting: list[tuple[int, Reading]] = []
    held = 0
    for place, path in enumerate(paths):
        book = _met(path)
        if _has_homes(book, known):
            yield place, _again(book)
            continue
        held += _cells(book)
        waiting.append((place, _again(book) if held <= MOST_CELLS else read))
    yield from waiting


def _met(path: Path | Held) -> Future[Book]:
    """What came of reading a file: the book, or why there is none."""
    met: Future[Book] = Future()
    try:
        met.set_result(read(path))
    except Refused as refused:
        met.set_exception(refused)
    return met


def _again(met: Future[Book]) -> Reading:
    return lambda path: met.result()


def _has_homes(met: Future[Book], mapped: Mapped) -> bool:
    sheets = () if met.exception() else met.result().sheets
    found = (recognise(sheet, mapped) for sheet in sheets)
    return any(each and each.dataset.name == "homes" for each in found)


def _cells(met: Future[Book]) -> int:
    sheets = () if met.exception() else met.result().sheets
    return sum(len(sheet.rows) * len(sheet.rows[0]) for sheet in sheets if sheet.rows)
