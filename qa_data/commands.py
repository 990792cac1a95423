"""What the commands share: their options, and errors as one sentence on stderr."""

import argparse
import getpass
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, cast

from qa_data.store import DEFAULT_PATH, Store, database_path, open_to_read
from qa_data.trouble import StoreInUse, StoreUnavailable
from qa_data.where import is_address, without_account
from qa_data.wording import british

CLOSED = (
    "{path} cannot be reached ({why}). Give this account the right to its folder, or name another place, for example"
    " data/qa.duckdb."
)


class WrongCommand(Exception):
    """The command cannot be carried out as it was given; the message says why and what to do."""


class Parser(argparse.ArgumentParser):
    """Options that end in one sentence, not in a page of usage."""

    def error(self, message: str) -> NoReturn:
        message = without_account(message)
        raise WrongCommand(f"{message[0].upper()}{message[1:]}. `{self.prog} --help` lists what there is.")


def account() -> str:
    """The name of the operating system's account, which is the authority for what a command does."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def _named(name: str) -> str:
    if not name.strip():
        raise argparse.ArgumentTypeError("a blank name is nobody's; write who does it, for example --by “R. Bell”")
    return name.strip()


BY: dict[str, Any] = {
    "type": _named,
    "default": account(),
    "metavar": "NAME",
    "help": "who does it (default: the name of your account on this machine)",
}
"""What `--by` takes, of every command that keeps something: the name that stands beside it."""


def as_json() -> Parser:
    """--json, which every command takes."""
    options = Parser(add_help=False)
    options.add_argument("--json", action="store_true", help="answer in JSON")
    return options


def shared_options() -> Parser:
    """--db and --json, which every command takes that asks one database."""
    options = Parser(add_help=False, parents=[as_json()])
    options.add_argument("--db", metavar="FILE", help=f"the database (default: QA_DATABASE, else {DEFAULT_PATH})")
    return options


def a_file(text: str) -> Path:
    """A file or folder as it is named on a command line, and not an address, which may hold a password."""
    if is_address(text):
        raise argparse.ArgumentTypeError(
            "an address stands where a file is asked; name a file, for example backup.duckdb, and the address of a"
            " server after --db"
        )
    return Path(text)


def to_read(database: str | None, **how: Any) -> Store:
    """The store as `open_to_read` opens it; where the server that keeps it cannot be reached, it says on stderr as of
    when this machine's copy is, which answers.
    """
    store = open_to_read(database, **how)
    if store.as_of:
        known = f"{british(store.as_of)}, {store.as_of:%H:%M} UTC"
        print(f"The server that keeps the store cannot be reached: this is as known on {known}.", file=sys.stderr)
    return store


def day(text: str) -> date:
    """A day written 2026-10-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it like 2026-10-31") from None


def show(answer: Any, words: str, as_json: bool) -> None:
    """Prints an answer: JSON for programs, words for people."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, default=str) if as_json else words)


@dataclass(frozen=True)
class Program:
    """The commands of `python -m NAME`. The exit status of one is 2, with one sentence on stderr, when it was wrong or
    the database could not be opened: `wrong`.
    """

    name: str
    parser: Callable[[], Parser]
    wrong: tuple[type[Exception], ...] = (WrongCommand, StoreUnavailable)

    def run(self) -> int:
        """Carries out what the process was started with."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that knows fewer letters shows others in their place rather than stopping.
            cast(TextIOWrapper, stream).reconfigure(errors="backslashreplace")
        try:
            status = self.done(sys.argv[1:])
            sys.stdout.flush()
            return status
        except BrokenPipeError:
            # The reader has gone; point stdout elsewhere so that Python does not complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)
            return 130

    def done(self, words: list[str], does: Callable[[Namespace], int] | None = None) -> int:
        """The exit status of what the words ask for; what is wrong is said. `does` carries it out; else it is done
        here, or by the program that has the database open.
        """
        try:
            asked = self.parser().parse_args(words)
            return does(asked) if does else self._here_or_beside(words, asked)
        except self.wrong as wrong:
            print(wrong, file=sys.stderr)
            return 2
        except BrokenPipeError:
            raise
        except (PermissionError, IsADirectoryError, NotADirectoryError) as closed:
            print(CLOSED.format(path=closed.filename, why=closed.strerror), file=sys.stderr)
            return 2
        except Exception as unforeseen:
            # People are never shown a traceback; the sentence has what whoever keeps the program needs to begin with.
            print(
                f"Something went wrong that the program did not foresee ({type(unforeseen).__name__}:"
                f" {without_account(' '.join(str(unforeseen).split()))[:200]}). A file that was not finished"
                " is not stored. Pass this sentence on to whoever keeps the program.",
                file=sys.stderr,
            )
            return 2

    def _here_or_beside(self, words: list[str], asked: Namespace) -> int:
        try:
            return asked.does(asked)
        except StoreInUse:
            from qa_data.errands.asking import carried_out_for  # only here: few commands need it

            by = getattr(asked, "by", None)
            status = carried_out_for(asked.db or database_path(), self.name, words, by)
            if status is None:
                raise
            return status
