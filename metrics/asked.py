"""What every command of metrics may be asked of: a day, a moment, one home."""

import sys
from argparse import ArgumentTypeError, Namespace
from datetime import date, datetime

from metrics.homes.named import meant
from qa_data.commands import Parser, WrongCommand, day, to_read
from qa_data.scope import Scope, as_utc, of_every_home
from qa_data.store import Store, database_path, there


def asking_options() -> Parser:
    """--as-at, --known-at and --home."""
    options = Parser(add_help=False)
    options.add_argument(
        "--as-at",
        type=_as_at,
        default=date.today(),
        metavar="YYYY-MM-DD",
        help="facts dated up to that day (default: today)",
    )
    options.add_argument(
        "--known-at", type=_moment, metavar="TIMESTAMP", help="uploads accepted up to then (default: now)"
    )
    options.add_argument("--home", metavar="NAME", help="one home only")
    return options


def _as_at(text: str) -> date:
    asked = day(text)
    if not 2000 <= asked.year < 2100:
        raise ArgumentTypeError(f"{text} is not a day from 2000 to 2099; write it like 2026-10-31")
    return asked


def _moment(text: str) -> datetime:
    try:
        return as_utc(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a moment; write it like 2026-10-31T14:05:00+00:00") from None


def asked_of(asked: Namespace) -> tuple[Store, Scope]:
    """The store and the scope that the options name; WrongCommand where no home has that name."""
    path = asked.db or database_path()
    if not there(path):
        print(
            f"There is no database {path} yet, so there are no figures. Load a file first: python -m loaders load"
            " October.xlsx",
            file=sys.stderr,
        )
    store = to_read(path)
    scope = of_every_home(asked.as_at, asked.known_at)
    return store, scope.narrowed({home_named(store, scope, asked.home)}) if asked.home else scope


def home_named(store: Store, scope: Scope, name: str) -> str:
    """The home of that name, or of one of its other names, as it is known."""
    found = meant(store, scope, name)
    if found["home"] is None:
        raise WrongCommand(found["why"])
    return found["home"]
