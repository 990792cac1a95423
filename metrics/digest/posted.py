"""Where mails of a digest go: into a folder, each once, and where it is asked for to the council's mail server."""

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from smtplib import SMTP
from ssl import create_default_context

from metrics.digest.mails import Mail, Reader
from qa_data.environment import SMTP_PASSWORD, SMTP_USER

WAITED = 30
"""Seconds for the mail server to answer."""

UNNAMEABLE = re.compile(r"[^\w.-]+")
"""What no file's name should have."""

HEADS = ("Name", "Address", "Homes")
"""Of the file of readers: homes are parted by a semicolon; blank is every home."""


class WrongReaders(Exception):
    """The file of readers cannot be taken; the message says why and what to do."""


def sent(server: tuple[str, int], sender: str, mails: list[Mail]) -> Iterator[Mail]:
    """Each of the mails once it is sent over the council's server (host, port), with TLS where it has it, as
    QA_SMTP_USER with QA_SMTP_PASSWORD where these are set; one without an address as it is. OSError where it cannot."""
    if not any(mail.reader.address for mail in mails):
        yield from mails
        return
    with SMTP(*server, timeout=WAITED) as connected:
        connected.ehlo()
        if connected.has_extn("starttls"):
            connected.starttls(context=create_default_context())
        if user := os.environ.get(SMTP_USER):
            connected.login(user, os.environ.get(SMTP_PASSWORD, ""))
        for mail in mails:
            if mail.reader.address:
                connected.send_message(_outgoing(mail, sender))
            yield mail


def _outgoing(mail: Mail, sender: str) -> EmailMessage:
    message = copy(mail.message)
    del message["X-Unsent"]
    message["From"] = sender
    return message


def readers_in(file: Path, home: Callable[[str], str]) -> list[Reader]:
    """The people of a CSV with the columns of `HEADS`; `home` answers a home's name as it is known, or raises.
    WrongReaders where the file lacks a column or a name."""
    with file.open(encoding="utf-8-sig", newline="") as held:
        rows = csv.DictReader(held)
        if lacking := [head for head in HEADS if head not in (rows.fieldnames or ())]:
            raise WrongReaders(f"{file} has no column {lacking[0]}. Its first line is: {','.join(HEADS)}")
        return [_reader(row, home) for row in rows if any(value and value.strip() for value in row.values() if value)]


def _reader(row: dict[str, str], home: Callable[[str], str]) -> Reader:
    name, address, homes = ((row[head] or "").strip() for head in HEADS)
    if not name or re.search(r"[\s,;<>]", address) or (address and "@" not in address):
        raise WrongReaders(f"“{name}, {address}” is no reader. Write a name and one address, like R. Bell,r@council.uk")
    named = [each.strip() for each in homes.split(";") if each.strip()]
    return Reader(name, address, tuple(sorted(map(home, named))) if named else None)


def new_in(folder: Path, mails: list[Mail]) -> list[Mail]:
    """Those that do not lie in the folder yet, of whichever day."""
    there = {file.stem.rsplit(" ", 1)[-1] for file in folder.glob("*.eml")}
    return [mail for mail in mails if mail.mark not in there]


def put(folder: Path, mails: Iterable[Mail], day: date) -> list[Path]:
    """Writes each mail as .eml as it comes, and its calendar as .ics beside it: the paths of the mails."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(folder, mail, day) for mail in mails]


def _written(folder: Path, mail: Mail, day: date) -> Path:
    name = UNNAMEABLE.sub(" ", mail.reader.name).strip()[:80]
    named = f"{day.isoformat()} {name} {mail.mark}"
    if mail.calendar:
        (folder / f"{named}.ics").write_bytes(mail.calendar.encode())
    half = folder / f".{named}.part"
    half.write_bytes(mail.message.as_bytes())
    return half.replace(folder / f"{named}.eml")
