"""The homes on a file's own Homes sheet, which the other sheets may name."""

from loaders.rows import Rows
from loaders.values.fault import Fault


def take_homes(rows: Rows) -> None:
    """Makes a Homes sheet's homes known, also those with a fault elsewhere in their row, each in the spelling it was
    first given. Notes duplicate-key at a name that is another home's.
    """
    council = rows.council
    homes = [name and council.spelling(name) for name in rows.values["home"]]
    rows.values["home"] = homes
    council.unread |= None in homes
    council.forget(set(homes))
    # The first row of a home that stands twice counts: the later one is a fault of its own.
    council.places |= {
        home: places for home, places in reversed(list(zip(homes, rows.values["places"], strict=True))) if home
    }
    for row, home in enumerate(homes):
        if home:
            _take(rows, row, "home", home)
    for row, others in enumerate(rows.values["other_names"]):
        for name in others or () if homes[row] else ():
            _take(rows, row, "other_names", name)


def _take(rows: Rows, row: int, column: str, name: str) -> None:
    owner = rows.council.take(rows.values["home"][row], name)
    if owner:
        rows.note(
            row,
            column,
            Fault(
                "duplicate-key",
                f"“{name}” is a name of {owner} already. A name belongs to one home: take it out at one of them.",
            ),
        )
