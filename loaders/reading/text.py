"""Text files: which letters the bytes stand for, what parts the cells, and the line that each row starts on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from . import limits, refusals

csv.field_size_limit(limits.TEXT)

DELIMITERS = ",;\t|"
SEP_LINE = re.compile(r'"?sep=(.)"?(?:[\r\n]|$)', re.IGNORECASE)
SAMPLE = 100_000
NEVER = "\0"
"""Stands in no text that gets this far."""
BINARY = (b"PAR1",)
SENSIBLE = re.compile(
    r"(?P<mark>(?<=[\w.,!?)])[’”…]|[‘“](?=\w)|(?<=[\s\w])[–—](?=[\s\w])|•(?=\s)|[£€](?=\d)|\d[°½¼¾²]"
    r"|\xa0)|(?<=[a-zA-Z])[ß-öø-ÿ]|[ß-öø-ÿ](?=[a-z])|(?<![a-zß-ÿ])[À-ÖØ-Þ](?=[a-zA-Z])"
)


def decoded(content: bytes) -> str:
    """The text of a UTF-8, UTF-16, cp1252 or Mac Roman file. Raises Refusal for anything that is not text."""
    if content.startswith(BINARY):
        raise refusals.damaged()
    text = _unicode(content)
    if text is None:
        likelier = max(("cp1252", "mac_roman"), key=lambda encoding: _sense(content, encoding))
        text = content.decode(likelier, "replace")
    if NEVER in text:
        raise refusals.damaged()
    return text


def _unicode(content: bytes) -> str | None:
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        if b"\0" in content:
            return content.decode(_byte_order(content))
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in content:
            raise refusals.damaged() from None
        return None


def _byte_order(content: bytes) -> str:
    """UTF-16 of mostly Western letters has its NULs on one side of each pair."""
    return "utf-16-le" if content[1:SAMPLE:2].count(0) > content[:SAMPLE:2].count(0) else "utf-16-be"


def _sense(content: bytes, encoding: str) -> int:
    """How much of what is not ASCII reads as English has it; punctuation, commoner than accents, counts double."""
    places = islice(re.finditer(rb"[\x80-\xff]+", content), 5000)
    snippets = [content[max(place.start() - 1, 0) : place.end() + 1] for place in places]
    text = b"\n".join(snippets).decode(encoding, "replace")
    return sum(2 if found["mark"] else 1 for found in SENSIBLE.finditer(text)) - text.count("\ufffd")


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it starts on; a leading `sep=` line counts as a line and gives no row. Raises
    Refusal.
    """
    named = SEP_LINE.match(text)
    delimiter = named[1] if named else _delimiter(text)
    reader = csv.reader(io.StringIO(f"{text}\n{NEVER}", newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if cells == [NEVER]:
                return
            if cells and cells[-1].endswith(NEVER):
                break
            if line > 1 or not named:
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        if _is_closed(text, delimiter):
            raise refusals.long_text(line) from None
    raise refusals.open_quote(line)


def _is_closed(text: str, delimiter: str) -> bool:
    """Whether every quotation mark is closed, so that a text is only too long."""
    csv.field_size_limit(limits.FILE_BYTES)
    *_, last = csv.reader(io.StringIO(f"{text}\n{NEVER}", newline=""), delimiter=delimiter)
    return last == [NEVER]


def _delimiter(text: str) -> str:
    """The one that cuts the most rows to one width, and into the most cells."""
    return max(DELIMITERS, key=lambda delimiter: _cut(text[:SAMPLE], delimiter))


def _cut(sample: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = Counter(map(len, csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)))
    except csv.Error:
        return 0, 0
    return max(((rows, width) for width, rows in widths.items() if width > 1), default=(0, 0))
