"""python -m qa_data sign-out: somebody's access ended at once, or everybody's."""

from argparse import Namespace, _SubParsersAction

from qa_data.audit import What, note
from qa_data.commands import BY, WrongCommand, shared_options, show
from qa_data.sign_ins import SignIns
from qa_data.sign_ins.file import beside
from qa_data.store import database_path
from qa_data.where import on_a_server
from qa_data.wording import counted

NOBODY = "Nobody with that identifier is signed in. It is the one that the provider knows them by: docs/sign-in.md."


def takes_sign_out(commands: _SubParsersAction) -> None:
    """Adds the command."""
    command = commands.add_parser("sign-out", parents=[shared_options()], help="end sign-ins at once, on every page")
    whose = command.add_mutually_exclusive_group(required=True)
    whose.add_argument("--person", metavar="ID", help="whose: the Object ID in Entra ID, or the provider's sub")
    whose.add_argument("--everyone", action="store_true", help="everybody's")
    command.add_argument("--by", **BY)
    command.set_defaults(does=_sign_out)


def _sign_out(asked: Namespace) -> int:
    database = asked.db or database_path()
    if not on_a_server(database) and not beside(database).exists():
        raise WrongCommand(f"Nobody has signed in on this database: there is no {beside(database)}.")
    record = SignIns(database)
    ended = record.end_all() if asked.everyone else record.end_all_named(asked.person)
    whose = "everybody's" if asked.everyone else "one person's"
    note(database, What.SIGNED_OUT, asked.by, sign_ins=ended, whose=whose)
    show({"ended": ended}, f"Ended: {counted(ended, 'sign-in')}." if ended else NOBODY, asked.json)
    return 0
