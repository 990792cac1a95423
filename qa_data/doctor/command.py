"""python -m qa_data doctor: all that is looked at, a line each; what needs the file is looked at by whoever has it."""

import json
from argparse import SUPPRESS, Namespace, _SubParsersAction
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from importlib import import_module
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from qa_data.commands import shared_options, show
from qa_data.doctor import of_keeping, of_machine, of_settings, of_store
from qa_data.doctor.check import Check, Found, Level, Where
from qa_data.doctor.reading import of_the_holder, read_only
from qa_data.errands.asking import carried_out_for
from qa_data.file import MEMORY
from qa_data.locking import locked
from qa_data.store import database_path
from qa_data.trouble import A_FOLDER, StoreUnavailable
from qa_data.where import on_a_server

ROOMS_ABOVE = ("pages.door.looked",)
"""What the rooms above declare, in CHECKS of their own: what they look at is theirs to know."""

AT_HOLDER = "--for-another"

NO_DATABASE = Found(Level.LOOK, "there is no database yet", "load a file, or name the database: --db data/qa.duckdb")
NOT_TOLD = "another program has the database open and does not answer for it"
ASK_AGAIN = "close it and ask again; if it is the dashboard, start it anew"


class Line(NamedTuple):
    """What one check found."""

    check: str
    level: Level
    said: str
    do: str

    def as_text(self) -> str:
        """The line as people read it."""
        return f"{self.level.name.lower():5}  {self.check}: {self.said.rstrip('.')}." + (
            f" To do: {self.do}." * bool(self.do)
        )


def takes_doctor(commands: _SubParsersAction) -> None:
    """Adds the command."""
    command = commands.add_parser(
        "doctor", parents=[shared_options()], help="look whether all is well; changes nothing"
    )
    command.add_argument(AT_HOLDER, action="store_true", dest="at_holder", help=SUPPRESS)
    command.set_defaults(does=_doctor)


def checks() -> list[Check]:
    """Every check, in the order in which people read them."""
    own = (of_store, of_settings, of_machine, of_keeping)
    return [*chain(*(room.CHECKS for room in own)), *chain(*(import_module(each).CHECKS for each in ROOMS_ABOVE))]


def _doctor(asked: Namespace) -> int:
    database = asked.db or database_path()
    lines = list(_of_holder(database) if asked.at_holder else _lines(database))
    told = [each._asdict() | {"level": each.level.name.lower()} for each in lines]
    show(told, "\n".join(map(Line.as_text, lines)), asked.json)
    return max(each.level for each in lines)


def _lines(database: str) -> Iterator[Line]:
    if on_a_server(database):
        yield from _of_server(database)
        return
    there = Path(database).exists()
    if Path(database).is_dir():
        raise StoreUnavailable(f"The database {database} {A_FOLDER}")
    if not there:
        yield Line("store", *NO_DATABASE)
    looked = [each for each in checks() if there or not each.of_store]
    held = there and locked(database)
    if held:
        yield from _asked_of_holder(database)
    with read_only(database) as where:
        yield from _found([each for each in looked if not (held and each.of_holder)], where)


def _of_server(database: str) -> Iterator[Line]:
    from qa_data.doctor import of_server  # only here: few councils have one

    elsewhere = [each for each in checks() if not each.of_store]
    with read_only(MEMORY) as where:
        yield from _found([*of_server.CHECKS, *of_keeping.CHECKS, *elsewhere], replace(where, database=database))


def _of_holder(database: str) -> Iterator[Line]:
    own = (of_store, of_settings)
    return _found([each for room in own for each in room.CHECKS if each.of_holder], of_the_holder(database))


def _found(looked: list[Check], where: Where) -> Iterator[Line]:
    return (Line(check.name, *found) for check in looked for found in check.found(where))


def _asked_of_holder(database: str) -> list[Line]:
    """What whoever has the database open sees of it, and of its own settings."""
    told = StringIO()
    try:
        with redirect_stdout(told), redirect_stderr(StringIO()):
            carried_out_for(database, "qa_data", ["doctor", AT_HOLDER, "--json"], None)
        return [Line(**each | {"level": Level[each["level"].upper()]}) for each in json.loads(told.getvalue())]
    except (StoreUnavailable, ValueError):
        return [Line("store", Level.LOOK, NOT_TOLD, ASK_AGAIN)]
