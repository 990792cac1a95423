"""The commands whose answer goes out as files: tables for other programs, and mails."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable
from typing import Any

from metrics import wording
from metrics.asked import asked_of, home_named
from metrics.kept.laying import answered
from qa_data.commands import Parser, WrongCommand, a_file, show

EXPORT, DIGEST = "tables for other programs, as CSV and Parquet", "a mail to each person about their homes, as files"


def outgoing(commands: Any, options: Iterable[Parser]) -> None:
    """Adds the commands."""
    export = commands.add_parser("export", parents=options, help=EXPORT)
    export.set_defaults(does=_export)
    export.add_argument("folder", type=a_file, metavar="DIR", help="where the files are written, over earlier ones")
    digest = commands.add_parser("digest", parents=options, help=DIGEST)
    digest.set_defaults(does=_digest)
    digest.add_argument("--out", type=a_file, required=True, metavar="DIR", help="where the mails are written")
    digest.add_argument(
        "--to",
        type=a_file,
        metavar="FILE.csv",
        help="who is written to: Name,Address,Homes (default: the homes' managers and responsible individuals)",
    )
    digest.add_argument("--dashboard", default="http://localhost:8501", metavar="URL", help="where the links lead")
    digest.add_argument("--smtp", type=_server, metavar="HOST:PORT", help="send what is new over that mail server")
    digest.add_argument("--from", dest="sender", metavar="ADDRESS", help="whom sent mails are from")


def _server(text: str) -> tuple[str, int]:
    host, _, port = text.partition(":")
    if not host or not (port or "1").isdecimal():
        raise ArgumentTypeError(f"{text} is not a mail server; write it like mail.council.gov.uk:587")
    return host, int(port or 587)


def _export(asked: Namespace) -> int:
    from metrics.export.files import files, put  # only here: no other command needs what writes Parquet
    from metrics.export.tables import exported

    tables = answered(exported, *asked_of(asked))
    try:
        put(asked.folder, files(tables))
    except OSError as wrong:
        raise WrongCommand(
            f"{asked.folder} cannot be written ({wrong.strerror}). Choose another folder, or close the file where it"
            " is open."
        ) from None
    rows = {name: len(each) for name, each in tables.items()}
    show({"folder": str(asked.folder), "rows": rows}, wording.exported(asked.folder, rows), asked.json)
    return 0


def _digest(asked: Namespace) -> int:
    from metrics.digest import posted  # only here: no other command needs what writes mails
    from metrics.digest.mails import mails, readers_of
    from metrics.digest.notes import notes
    from metrics.homes.homes import home_facts

    if asked.smtp and not asked.sender:
        raise WrongCommand("Say whom the mails are from, for example --from dashboard@council.gov.uk")
    store, scope = asked_of(asked)
    try:
        readers = (
            posted.readers_in(asked.to, lambda name: home_named(store, scope, name))
            if asked.to
            else readers_of(answered(home_facts, store, scope).values())
        )
        every = mails(readers, answered(notes, store, scope), scope.as_at, asked.dashboard.rstrip("/"))
        new = posted.new_in(asked.out, every)
        # Each is put down as soon as it is sent: where the server fails in between, none is sent twice.
        going = posted.sent(asked.smtp, asked.sender, new) if asked.smtp else new
        written = posted.put(asked.out, going, scope.as_at)
    except posted.WrongReaders as wrong:
        raise WrongCommand(str(wrong)) from None
    except OSError as wrong:
        raise WrongCommand(
            f"The digest was not written or sent to the end ({wrong.strerror or wrong}). Mails that lie in {asked.out}"
            " are done; run the same command again for the others."
        ) from None
    told = {
        "folder": str(asked.out),
        "mails": len(every),
        "written": [file.name for file in written],
        "sent": sorted(mail.reader.address for mail in new if mail.reader.address) if asked.smtp else [],
        "without_address": sorted(mail.reader.name for mail in new if not mail.reader.address),
    }
    show(told, wording.digest(told, by_mail=bool(asked.smtp)), asked.json)
    return 0
