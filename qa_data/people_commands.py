"""python -m qa_data people: who may be named in texts, who stands in a column for people and is not confirmed."""

import getpass
from argparse import Namespace

from qa_data.commands import Parser, WrongCommand, show, to_read
from qa_data.register import KINDS, NotConfirmed, confirm, confirmed, met, withdraw_confirmation
from qa_data.scope import of_every_home
from qa_data.store import Store, open_store


def takes_people(command: Parser) -> None:
    """What `people` takes beside what every command does."""
    which = command.add_mutually_exclusive_group()
    which.add_argument("--confirm", metavar="NAME", action="append", help="somebody who may be named in texts")
    which.add_argument("--withdraw", metavar="NAME", help="take a confirmation back")
    command.add_argument("--as", dest="kind", choices=KINDS, help="what whoever is confirmed is")
    command.add_argument("--home", metavar="NAME", help="where, if it is at one home")
    command.add_argument("--by", metavar="NAME", help="who says so")
    command.add_argument("--reason", metavar="TEXT", default="", help="how they know")
    command.set_defaults(does=people)


def people(asked: Namespace) -> int:
    """Confirms or withdraws, where that is asked; then lists who is confirmed and who is not."""
    if not asked.confirm and not asked.withdraw:
        return _listed(to_read(asked.db), asked)
    if asked.confirm and not asked.kind:
        raise WrongCommand(f"Say what {asked.confirm[0]} is: --as {' or --as '.join(KINDS)}.")
    store, by = open_store(asked.db), asked.by or _person()
    try:
        for name in asked.confirm or ():
            confirm(store, of_every_home(), by, name, asked.kind, asked.home, asked.reason)
        if asked.withdraw:
            withdraw_confirmation(store, of_every_home(), by, asked.withdraw, asked.reason)
    except NotConfirmed as wrong:
        raise WrongCommand(str(wrong)) from None
    return _listed(store, asked)


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def _listed(store: Store, asked: Namespace) -> int:
    held, others = confirmed(store, of_every_home()), met(store, of_every_home())
    lines = [
        f"{each['name']}: {each['kind']}{_at(each['home'])}  ({each['made_by']}, {each['moment']:%Y-%m-%d %H:%M})"
        for each in held
    ]
    lines += [
        f"{each['name']}: not confirmed; stands in {', '.join(each['columns'])}, {each['times']:,} times"
        for each in others
    ]
    told = {
        "confirmed": [{**each, "moment": f"{each['moment'].isoformat()}+00:00"} for each in held],
        "met": others,
    }
    show(told, "\n".join(lines) or "Nobody is confirmed, and nobody stands in a column for people.", asked.json)
    return 0


def _at(home: str | None) -> str:
    return f" at {home}" if home else ""
