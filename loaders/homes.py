"""The homes on a file's own Homes sheet, which the other sheets may name."""

from loaders.council import ANOTHER, Council
from loaders.rows import Rows
from loaders.values.fault import Fault

TAKEN = "“{name}” is a name of {owner} already. A name belongs to one home: take it out at one of them."

NOT_TO_BE_HAD = "“{name}” cannot be taken as a name of {home}. Take it out, or ask somebody who loads for every home."
"""Where whose it is, or that it is anybody's, may not be told."""


def with_homes(rows: Rows) -> Rows:
    """The rows of a Homes sheet with its homes known, also those with a fault elsewhere in their row, each in the
    spelling it was first given. Notes duplicate-key at a name that is another home's, and unknown-home at a home that
    whoever loads may not see.
    """
    council = rows.council.meeting([name for name in rows.values["home"] if name])
    homes = [name and council.spelled(name) for name in rows.values["home"]]
    rows = rows.holding("home", homes)
    own = [home if home and _admitted(rows, council, row, home) else None for row, home in enumerate(homes)]
    # The first row of a home that stands twice counts: the later one is a fault of its own.
    told = reversed(list(zip(own, rows.values["places"], strict=True)))
    renamed = "other_names" in rows.placed.places
    council = council.anew({home: places for home, places in told if home}, renamed)
    council = _named(rows, council, own)
    return rows.known_to(council.doubting() if None in homes else council)


def _admitted(rows: Rows, council: Council, row: int, home: str) -> bool:
    if not council.admits(home):
        rows.note(row, "home", Fault("unknown-home", f"“{home}” is not one of your homes. Take its row out."))
    return council.admits(home)


def _named(rows: Rows, council: Council, homes: list[str | None]) -> Council:
    """The council with the names of these homes, one a row; every home's own name comes before all other names."""
    named = [(row, "home", home, home) for row, home in enumerate(homes) if home]
    named += [
        (row, "other_names", home, name)
        for row, (home, others) in enumerate(zip(homes, rows.values["other_names"], strict=True))
        for name in others or ()
        if home
    ]
    council, owners = council.naming((home, name) for _, _, home, name in named)
    for (row, column, home, name), owner in zip(named, owners, strict=True):
        if owner:
            told = NOT_TO_BE_HAD if owner == ANOTHER else TAKEN
            rows.note(row, column, Fault("duplicate-key", told.format(name=name, owner=owner, home=home)))
    return council
