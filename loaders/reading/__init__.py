"""Reads any file that people send into sheets of values, in a process of its own that may die of it.

Imports come late here, and the modules of the child import little, since the child imports this package too and must
start at once.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:  # as `typing` has it, which the child need not import
    from pathlib import Path

    from .book import Book
    from .held import Held


def read(path: "Path | Held") -> "Book":
    """The Book that a .xlsx, .xls, .xlsb, .ods or .csv file holds, recognised by its contents and not by its name.

    Raises loaders.problems.Refused with unreadable-file, encrypted-file, too-large or empty-file.
    """
    from loaders.problems import Refused

    from .parent import read_apart
    from .refusals import Refusal

    try:
        return read_apart(path)
    except Refusal as refusal:
        raise Refused(refusal.code, refusal.message) from None
