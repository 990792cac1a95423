"""What people send that is no spreadsheet, told by its first bytes and its parts: a Word document, a PDF, an e-mail."""

import re
from collections.abc import Collection, Iterable

from .refusals import Refusal

HEAD = 4_096
COPY = "Copy its table into a new Excel workbook, save it (.xlsx), and load that."
UNPACK = "Unpack it (right-click it, Extract All), and load the workbooks in it."
ASK = "Ask whoever made it for the workbook behind it, or type the figures into the template, and load that."
ATTACHED = "Open it, save the workbook that is attached to it, and load that."
CLOSED = (
    "It only says that somebody has the workbook open. Choose the workbook itself: it has the same name without what"
    " stands before it."
)

WORD = ("a Word document", COPY)
SLIDES = ("a PowerPoint presentation", COPY)
MAIL = ("an e-mail", ATTACHED)
PICTURE = ("an image", ASK)
PACKED = ("a zip or another packed file", UNPACK)

LOCK_NAMES = ("~$", ".~lock.", "~lock.")
BEGINS = (
    (b"%PDF", ("a PDF", ASK)),
    (b"{\\rtf", WORD),
    *((mark, PICTURE) for mark in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    *((mark, PACKED) for mark in (b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ\0")),
)
PARTS = (
    ("word/", WORD),
    ("ppt/", SLIDES),
    ("Index/", ("a Numbers, Pages or Keynote document", "In Numbers choose File, Export To, Excel, and load that.")),
)
STREAMS = (("WordDocument", WORD), ("PowerPoint Document", SLIDES), ("__properties_version1.0", MAIL))
TYPES = ((b"opendocument.text", ("a Writer document", COPY)), (b"opendocument.presentation", SLIDES))
MAIL_LINES = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}: ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}")
MAIL_SAYS = re.compile(rb"^(?:from|received|mime-version|return-path|message-id): ?", re.IGNORECASE | re.MULTILINE)

Told = tuple[str, str]
"""What the file is, and what to do."""


def refuse_foreign(content: bytes, name: str) -> None:
    """Raises Refusal for a lock file, and for what the first bytes say is something else."""
    if name.startswith(LOCK_NAMES):
        raise refusal("a lock file", CLOSED)
    if told := next((told for mark, told in BEGINS if content.startswith(mark)), None) or _picture(content):
        raise refusal(*told)
    if MAIL_LINES.match(head := content[:HEAD]) and len(MAIL_SAYS.findall(head)) > 1:
        raise refusal(*MAIL)


def _picture(content: bytes) -> Told | None:
    drawn = content.startswith(b"BM") and int.from_bytes(content[2:6], "little") == len(content)
    web = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    phone = content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
    return PICTURE if drawn or web or phone else None


def refuse_foreign_zip(parts: Collection[str], kind: bytes) -> None:
    """Raises Refusal for an archive that is no workbook. `kind`: what its part mimetype says."""
    told = next((told for mark, told in TYPES if mark in kind), None)
    told = told or next((told for start, told in PARTS if any(part.startswith(start) for part in parts)), None)
    if told is None and not any(
        part.startswith(("xl/", "content.xml", "[Content_Types]", "META-INF/")) for part in parts
    ):
        told = PACKED
    if told:
        raise refusal(*told)


def refuse_foreign_ole(streams: Iterable[str]) -> None:
    """Raises Refusal for an older Word document, presentation or e-mail of Outlook's."""
    if told := next((told for stream, told in STREAMS if stream in streams), None):
        raise refusal(*told)


def refusal(what: str, do: str) -> Refusal:
    return Refusal("not-a-spreadsheet", f"The file is no spreadsheet but {what}. {do}")
