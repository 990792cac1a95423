"""The commands: the store kept safe, and who did what with it."""

from argparse import Namespace
from pathlib import Path

from qa_data.audit.command import takes_audit
from qa_data.backup import NotDone, backup, restore
from qa_data.commands import Parser, Program, WrongCommand, shared_options, show
from qa_data.doctor.command import takes_doctor
from qa_data.encrypt_commands import takes_encrypting
from qa_data.erasing.commands import add_due, add_erase
from qa_data.erasing.erase import NotErased
from qa_data.people_commands import takes_people
from qa_data.sign_out_commands import takes_sign_out
from qa_data.store import database_path
from qa_data.trouble import StoreUnavailable


def _parser() -> Parser:
    parser = Parser(prog="python -m qa_data", description="Keep the store safe.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name, does, help_text in (
        ("backup", _backup, "copy the database while it is in use"),
        ("restore", _restore, "put a backup in the database's place; what stood there is kept"),
    ):
        command = commands.add_parser(name, parents=[shared_options()], help=help_text)
        command.add_argument("file", metavar="FILE", type=Path)
        command.set_defaults(does=does, alone=does is _restore)
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
    backup(_database(asked), asked.file)
    show({"backup": str(asked.file)}, f"Kept: {asked.file}", asked.json)
    return 0


def _restore(asked: Namespace) -> int:
    aside = restore(asked.file, _database(asked))
    was = f" What stood there is kept as {aside}." if aside else ""
    show(
        {"database": str(_database(asked)), "kept": aside and str(aside)},
        f"Put back: {_database(asked)}.{was}",
        asked.json,
    )
    return 0


def _database(asked: Namespace) -> Path:
    return Path(asked.db or database_path())


PROGRAM = Program("qa_data", _parser, (WrongCommand, StoreUnavailable, NotDone, NotErased))
