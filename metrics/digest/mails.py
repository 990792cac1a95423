"""The digest as mails: one a person, with the days that come as entries for a calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from itertools import groupby
from urllib.parse import urlencode

from metrics.digest.notes import CONCERN, COUNTED, DATED, NEWLY_RED, OVERDUE, OWED, SOON, Note
from metrics.homes.homes import HomeFacts
from qa_data.wording import british, counted

LEADS = {NEWLY_RED: "home", CONCERN: "trends", DATED: "warnings", OVERDUE: "actions", SOON: "actions", OWED: "upload"}
"""The page on which more stands of each kind of note."""

ENDED = "Counts and names of homes only: what stands behind them is on the dashboard."


@dataclass(frozen=True)
class Reader:
    """Who is written to: name, address (blank where none is known) and homes, None for every home."""

    name: str
    address: str
    homes: tuple[str, ...] | None


@dataclass(frozen=True)
class Mail:
    """A mail by what it is about (`mark`: the same for the same notes), the message, and its calendar; blank without a
    day to come."""

    reader: Reader
    mark: str
    message: EmailMessage
    calendar: str


def readers_of(facts: Iterable[HomeFacts]) -> list[Reader]:
    """The registered managers and responsible individuals of the sheet of homes, without an address, by name."""
    homes: dict[str, set[str]] = {}
    for fact in facts:
        for name in filter(None, (fact["manager"], fact["responsible_individual"])):
            homes.setdefault(name.strip(), set()).add(fact["home"])
    return [Reader(name, "", tuple(sorted(of))) for name, of in sorted(homes.items())]


def mails(readers: Iterable[Reader], notes: list[Note], day: date, dashboard: str) -> list[Mail]:
    """A mail to everybody of whose homes there is something to know; `dashboard` is its address."""
    return [
        mail(reader, theirs, day, dashboard)
        for reader in readers
        if (theirs := [note for note in notes if reader.homes is None or note.home in reader.homes])
    ]


def mail(reader: Reader, notes: list[Note], day: date, dashboard: str) -> Mail:
    """The mail of these notes, by home in their order (RFC 5322), with its calendar (RFC 5545)."""
    mark = sha256(repr((reader, notes)).encode()).hexdigest()[:12]
    message = EmailMessage(SMTP)
    message["Subject"] = f"Children’s homes at {british(day)}: {_summed(notes)}"
    message["Message-ID"] = f"<{mark}@digest.invalid>"
    if reader.address:
        message["To"] = reader.address
    # A mail program opens it as one that is still to be sent.
    message["X-Unsent"] = "1"
    message.set_content("\n".join(_lines(reader, notes, day, dashboard)))
    if calendar := _calendar(notes, day):
        message.add_attachment(calendar, subtype="calendar", filename="dates.ics")
    return Mail(reader, mark, message, calendar)


def _summed(notes: list[Note]) -> str:
    counts = {kind: sum(note.number for note in notes if note.kind == kind) for kind in COUNTED}
    return ", ".join(counted(count, *COUNTED[kind]) for kind, count in counts.items() if count)


def _lines(reader: Reader, notes: list[Note], day: date, dashboard: str) -> Iterable[str]:
    yield f"{reader.name},"
    yield ""
    yield f"at {british(day)}: {_summed(notes)}."
    for home, of_home in groupby(notes, lambda note: note.home):
        yield from ("", home)
        for kind, told in groupby(of_home, lambda note: note.kind):
            every = list(told)
            yield from (f"- {note.text}" for note in every)
            yield f"  {dashboard}/{LEADS[kind]}?{urlencode({'date': day.isoformat(), 'home': home})}"
    yield from ("", ENDED)


def _calendar(notes: list[Note], day: date) -> str:
    events = [line for note in notes if note.day and note.day >= day for line in _event(note, note.day, day)]
    if not events:
        return ""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quality assurance//Digest//EN", *events, "END:VCALENDAR", "")
    return "\r\n".join(lines)


def _event(note: Note, due: date, day: date) -> tuple[str, ...]:
    """The same day of the same thing is the same entry, whichever mail brings it."""
    of = sha256(repr((note.home, note.kind, note.text)).encode()).hexdigest()[:16]
    said = f"{note.home}: {note.text}".replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    said = said.replace("\n", "\\n")
    return (
        "BEGIN:VEVENT",
        f"UID:{of}@digest.invalid",
        f"DTSTAMP:{day:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        *_folded(f"SUMMARY:{said}"),
        "END:VEVENT",
    )


def _folded(line: str) -> Iterable[str]:
    """At most 75 bytes a line (RFC 5545, 3.1); no letter is cut in two."""
    room, some = 75, ""
    for letter in line:
        if len((some + letter).encode()) > room:
            yield some
            some = " "
        some += letter
    yield some
