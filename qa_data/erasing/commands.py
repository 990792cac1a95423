"""python -m qa_data erase|due: what would go is shown, with --yes it goes; and what is past its time."""

from argparse import Namespace, _SubParsersAction
from dataclasses import replace
from pathlib import Path

from qa_data.commands import a_file, shared_options, show, to_read
from qa_data.erasing.backups import Held, copies_beside, held_by, other_backups
from qa_data.erasing.erase import Asked, NotErased, erase, named_in_audit, would
from qa_data.erasing.told import as_json, gone, would_go
from qa_data.erasing.walking import running
from qa_data.opening import as_it_stands, connected
from qa_data.retention import Due, NotAPeriod, due, past_time, period
from qa_data.scope import of_every_home
from qa_data.store import database_path, open_store
from qa_data.where import on_a_server
from qa_data.wording import british, counted


def add_erase(commands: _SubParsersAction) -> None:
    """Adds the command to the parser's."""
    erase = commands.add_parser(
        "erase", parents=[shared_options()], help="take words or an upload out for good; without --yes only show what"
    )
    what = erase.add_mutually_exclusive_group(required=True)
    what.add_argument("--upload", metavar="ID", help="an upload: `python -m loaders history` lists them")
    what.add_argument(
        "--due", metavar="KIND", help="rows past their time, of a kind: `python -m qa_data due` lists them"
    )
    what.add_argument("--words", metavar="WORDS", action="append", help="words wherever they stand; may be repeated")
    erase.add_argument("--by", metavar="NAME", default="", help="who erases; kept, with the reason")
    erase.add_argument("--reason", metavar="TEXT", default="", help="why, without the words themselves")
    erase.add_argument("--yes", action="store_true", help="erase it")
    erase.add_argument("--remove-copies", action="store_true", help='remove the copies "before …" instead')
    erase.add_argument(
        "--look-in", metavar="FOLDER", type=a_file, action="append", default=[], help="where else backups may lie"
    )
    erase.set_defaults(does=_erase, alone=True)


def _erase(asked: Namespace) -> int:
    if on_a_server(asked.db or database_path()):
        store = open_store(asked.db)
        if not asked.yes:
            return _asked_of(store.own_file, asked, store.path)
        return store.rewritten(lambda: _asked_of(store.own_file, asked, store.path))
    database = Path(asked.db or database_path())
    if not database.is_file():
        raise NotErased(
            f"There is no database {database}. Name the right one with --db, for example --db data/qa.duckdb."
        )
    connected(str(database)).close()  # one that an earlier version made is brought up to date
    return _asked_of(database, asked, str(database))


def _asked_of(database: Path, asked: Namespace, audit: str) -> int:
    signed = Asked(asked.by, asked.reason, tuple(asked.words or ()), asked.upload)
    what = replace(signed, table=asked.due, which=_of_due(database, asked.due)) if asked.due else signed
    return _done(database, what, asked, audit) if asked.yes else _shown(database, what, asked, audit)


def _shown(database: Path, what: Asked, asked: Namespace, audit: str) -> int:
    with as_it_stands(str(database)) as opened:
        found = would(running(opened), what)
    if what.words:
        found = replace(found, audit=named_in_audit(audit, what.words))
    copies = [held_by(each, what.planned) for each in copies_beside(database)]
    backups: list[Held] = other_backups(database, what.planned, asked.look_in)
    show(as_json(found, copies, backups), would_go(found, copies, backups), asked.json)
    return 0


def _done(database: Path, what: Asked, asked: Namespace, audit: str) -> int:
    done = erase(database, what, asked.look_in, asked.remove_copies, audit)
    show(as_json(done, done.copies, done.backups), gone(done), asked.json)
    return 0


def add_due(commands: _SubParsersAction) -> None:
    """Adds the command that lists what is past its time."""
    listed = commands.add_parser("due", parents=[shared_options()], help="what is past the time for which it is kept")
    listed.set_defaults(does=_due)


def _due(asked: Namespace) -> int:
    store = to_read(asked.db)
    told = due(store, of_every_home())
    store.close()
    lines = [
        f"{_of(each)}: {counted(each['rows'], 'row')}, the oldest of {british(each['oldest'])}."
        f" python -m qa_data erase --due {each['table']}"
        for each in told
    ]
    show(told, "\n".join(lines) or "Nothing is past its time. Periods are set on the page Erasure.", asked.json)
    return 0


def _of(each: Due) -> str:
    """What is due, and of which home where it is of one."""
    title = period(each["table"]).title
    return f"{title} of {each['home']}" if each["home"] else title


def _of_due(database: Path, kind: str) -> str:
    store = to_read(str(database))
    try:
        return past_time(kind, store, of_every_home())
    except NotAPeriod as wrong:
        raise NotErased(str(wrong)) from None
    finally:
        store.close()
