"""The commands: the store kept safe, and who did what with it."""

from argparse import Namespace
from pathlib import Path

from qa_data.audit.command import takes_audit
from qa_data.backup import NotDone, backup, restore
from qa_data.commands import Parser, Program, WrongCommand, a_file, as_json, shared_options, show
from qa_data.doctor.command import takes_doctor
from qa_data.encrypt_commands import takes_encrypting
from qa_data.erasing.commands import add_due, add_erase
from qa_data.erasing.erase import NotErased
from qa_data.people_commands import takes_people
from qa_data.sign_out_commands import takes_sign_out
from qa_data.store import database_path, open_store
from qa_data.trouble import StoreUnavailable
from qa_data.where import named, on_a_server


def _parser() -> Parser:
    parser = Parser(prog="python -m qa_data", description="Keep the store safe.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name, does, help_text in (
        ("backup", _backup, "copy the database while it is in use"),
        ("restore", _restore, "put a backup in the database's place; what stood there is kept"),
    ):
        command = commands.add_parser(name, parents=[shared_options()], help=help_text)
        command.add_argument("file", metavar="FILE", type=a_file)
        command.set_defaults(does=does, alone=does is _restore)
    copy = commands.add_parser("copy", parents=[as_json()], help="copy a store from a file to a server, or back")
    copy.add_argument("db", metavar="FROM", help="a database's file, or the address of a PostgreSQL server")
    copy.add_argument("to", metavar="TO", help="a file that is not there yet, or a server on which there is no store")
    copy.set_defaults(does=_copy)
    takes_audit(commands.add_parser("audit", parents=[shared_options()], help="who did what and when"))
    takes_sign_out(commands)
    takes_doctor(commands)
    add_erase(commands)
    add_due(commands)
    takes_encrypting(commands.add_parser, [shared_options()])
    register = commands.add_parser("people", parents=[shared_options()], help="who may be named in texts")
    takes_people(register)
    return parser


def _backup(asked: Namespace) -> int:
    backup(asked.db or database_path(), asked.file)
    show({"backup": str(asked.file)}, f"Kept: {asked.file}", asked.json)
    return 0


def _restore(asked: Namespace) -> int:
    database = asked.db or database_path()
    if on_a_server(database):
        store = open_store(database)
        aside = store.rewritten(lambda: restore(asked.file, store.own_file))
    else:
        aside = restore(asked.file, Path(database))
    was = f" What stood there is kept as {aside}." if aside else ""
    show({"database": named(database), "kept": aside and str(aside)}, f"Put back: {named(database)}.{was}", asked.json)
    return 0


def _copy(asked: Namespace) -> int:
    told = _copied(asked.db, asked.to)
    counts = ", ".join(f"{rows:,} {table}" for table, rows in told.items() if rows)
    words = f"Copied from {named(asked.db)} to {named(asked.to)} and compared row by row: {counts or 'nothing yet'}."
    show({"from": named(asked.db), "to": named(asked.to), "rows": told}, words, asked.json)
    return 0


def _copied(database: str, to: str) -> dict[str, int]:
    from qa_data.ledger.copying import from_file, rows_in  # only here: few councils have a server

    if on_a_server(database) == on_a_server(to):
        raise NotDone(
            "One of the two must be a file and the other a server, for example: python -m qa_data copy data/qa.duckdb"
            " postgresql://qa@server/qa. A file is copied by: python -m qa_data backup FILE"
        )
    if on_a_server(to):
        return from_file(database, to)
    backup(database, Path(to))
    return rows_in(to)


PROGRAM = Program("qa_data", _parser, (WrongCommand, StoreUnavailable, NotDone, NotErased))
