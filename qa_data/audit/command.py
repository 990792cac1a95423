"""python -m qa_data audit: who did what and when, and whether anything of it is missing."""

from argparse import Namespace

from qa_data.audit.entries import Entry
from qa_data.audit.kept import kept
from qa_data.audit.noting import hashed
from qa_data.audit.reading import about, entries, gaps
from qa_data.commands import Parser, WrongCommand, day, show
from qa_data.store import database_path
from qa_data.where import named

WHOLE = "The audit is whole: every entry follows from the one before."


def takes_audit(command: Parser) -> None:
    """What `audit` takes beside what every command does."""
    command.add_argument("--since", type=day, metavar="DAY", help="from that day on, for example 2026-10-31")
    command.add_argument("--verify", action="store_true", help="say whether anything is missing or was changed")
    command.add_argument("--words", metavar="TEXT", help="only searches for these words, which the audit holds hashed")
    command.set_defaults(does=listed)


def listed(asked: Namespace) -> int:
    """Lists the entries, or with --verify what is wrong with them; exit status 1 where anything is."""
    database = asked.db or database_path()
    audit = kept(database)
    if not audit.ended() and not audit.whole():
        name = named(database)
        raise WrongCommand(f"There is no audit of {name} yet. It begins with the first thing that is done there.")
    if asked.verify:
        wrong = gaps(database)
        show({"whole": not wrong, "gaps": wrong}, "\n".join(wrong) or WHOLE, asked.json)
        return 1 if wrong else 0
    told = entries(database, asked.since)
    if asked.words:
        told = [entry for entry in told if entry["about"].get("words") == hashed(database, asked.words)]
    show(told, "\n".join(map(as_text, told)), asked.json)
    return 0


def as_text(entry: Entry) -> str:
    """An entry on a line."""
    who = f"{entry['person'] or 'nobody'} ({', '.join(entry['roles'])})"
    said = (moment(entry), who, entry["what"], entry["page"], entry["home"], about(entry))
    return "  ".join(filter(None, said))


def moment(entry: Entry) -> str:
    """When it was, to the second, in UTC."""
    return entry["moment"][:19].replace("T", " ")
