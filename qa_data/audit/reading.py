"""What the audit says, and whether anything of it is missing or was changed."""

import json
from datetime import date
from typing import cast

from qa_data.audit.entries import NONE_BEFORE, Ended, Entry, What, hash_of
from qa_data.audit.file import lines
from qa_data.audit.kept import Kept, kept
from qa_data.wording import counted

GAP = "Before entry {number}: entries are missing, or the one before was changed."
END_GONE = "After entry {last}: {missing} missing; the audit once ended with entry {ended}."
ALL_GONE = "The audit itself is missing: it once ended with entry {ended}."
END_UNKNOWN = "Where the audit ended is no longer known: what was kept of that beside it was changed or taken away."
END_CHANGED = "Entry {ended} is not what it was when it was written."
BROKEN = "Line {line} cannot be read: it was changed, or cut off while it was written."


def entries(database: str, since: date | None = None) -> list[Entry]:
    """Every entry that can be read, from the first to the last; from that day on (UTC) where one is given."""
    audit = kept(database)
    asked = _latest(audit, since.isoformat()) if since else lines(audit.whole())
    told = [entry for entry, _ in map(_read, asked) if entry]
    return [entry for entry in told if not since or entry["moment"] >= since.isoformat()]


def _latest(audit: Kept, since: str) -> list[bytes]:
    """The lines from the last back to one that is older: an audit of years is not read for the last week."""
    told: list[bytes] = []
    for told in audit.backwards():
        first = next((entry for entry, _ in map(_read, told) if entry), None)
        if first and first["moment"] < since:
            break
    return told


def _read(line: bytes) -> tuple[Entry | None, str]:
    try:
        entry = json.loads(line)
    except ValueError:
        entry = None
    whole = isinstance(entry, dict) and {*entry} == {*Entry.__annotations__}
    return cast(Entry, entry) if whole else None, hash_of(line)


def about(entry: Entry) -> str:
    """What it was done to, in a line: what kind of thing, then what else is known of it. Of a search only that it was
    one.
    """
    told = {
        name: value for name, value in entry["about"].items() if value is not None and name not in ("words", "ended")
    }
    first = [str(told.pop(name)) for name in ("decision", "kind", "asked", "whose") if name in told]
    if "holds" in told and not told.pop("holds"):
        first.append("taken back")
    return ", ".join([*first, *(f"{name.replace('_', ' ')} {value}" for name, value in told.items())])


def gaps(database: str) -> list[str]:
    """Where entries are missing, were changed or cannot be read, in sentences; none where the audit is whole."""
    audit = kept(database)
    ended = audit.ended()  # first: what is added meanwhile stands after it
    read = [_read(line) for line in lines(audit.whole())]
    told = [entry for entry, _ in read if entry]
    dropped = {
        (entry["about"]["up_to"], entry["about"]["ended"]) for entry in told if entry["what"] == What.FORGOTTEN
    } | {(0, NONE_BEFORE)}
    return [*_broken(read, dropped), *_ended(ended, {entry["number"]: hashed for entry, hashed in read if entry})]


def _broken(read: list[tuple[Entry | None, str]], dropped: set[tuple[int, str]]) -> list[str]:
    said = []
    last: tuple[int | None, str] | None = None
    for line, (entry, hashed) in enumerate(read, 1):
        if entry is None:
            said.append(BROKEN.format(line=line))
        elif not _follows(entry, last, dropped):
            said.append(GAP.format(number=entry["number"]))
        last = (entry and entry["number"], hashed)
    return said


def _follows(entry: Entry, last: tuple[int | None, str] | None, dropped: set[tuple[int, str]]) -> bool:
    """Whether the entry goes on from the last line; the first from nothing, or from what was dropped."""
    before = (entry["number"] - 1, entry["before"])
    if last is None:
        return before in dropped
    return entry["before"] == last[1] and last[0] in (None, entry["number"] - 1)


def _ended(noted: Ended | None, hashes: dict[int, str]) -> list[str]:
    """By what is kept beside the audit of its end: lines after it stand where a program was killed between the two."""
    if not noted:
        return [END_UNKNOWN] if hashes else []
    number, hashed = noted
    if not hashes:
        return [ALL_GONE.format(ended=number)]
    if number > max(hashes):
        gone = counted(number - max(hashes), "entry is", "entries are")
        return [END_GONE.format(last=max(hashes), missing=gone, ended=number)]
    return [] if hashes.get(number) == hashed else [END_CHANGED.format(ended=number)]
