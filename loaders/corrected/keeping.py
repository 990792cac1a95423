"""What a workbook has that writing it anew loses: told by the names of its parts, and by what its sheets hold."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from qa_data.wording import counted

MOST = 100_000_000
"""So many letters of a workbook's parts are looked at, all together."""

AT_A_TIME = 1_000_000
LONGEST = 200
"""No mark is longer: so much of each piece is looked at again with the next."""

CONTROLS = "buttons and other form controls"

PARTS = (
    (r"xl/vbaProject\.bin", "macros"),
    (r"xl/macrosheets/", "macros"),
    (r"xl/threadedComments/", "comments with replies (they become notes)"),
    (r"xl/activeX/", CONTROLS),
    (r"xl/slicers/", "slicers"),
    (r"xl/timelines/", "timelines"),
    (r"xl/richData/", "pictures in cells and linked data types"),
    (r"xl/featurePropertyBag/", "check boxes in cells (they become TRUE and FALSE)"),
    (r"xl/charts/chartEx|xl/extendedCharts?/", "charts of the newer kinds"),
    (r"xl/diagrams/", "SmartArt"),
    (r"xl/ink/", "drawings by pen"),
    (r"xl/embeddings/", "files put into a sheet"),
    (r"xl/connections\.xml|xl/queryTables/|xl/model/", "connections to other data"),
    (r"docMetadata/", "the sensitivity label"),
    (r"_xmlsignatures/", "the signature"),
)
"""Names of parts, and what they hold."""

DRAWN = (
    (rb'<(?:xdr:)?cNvSpPr[^<>]{0,100}\btxBox="(?:1|true)"', "text box"),
    (rb"<(?:xdr:)?(?:sp|cxnSp)[ >]", "shape"),
)
"""Marks in a drawing; a text box is a shape too."""

IN_A_SHEET = (
    (rb"<x14:sparklineGroup[ >]", "sparklines"),
    (rb"<x14:cfRule[ >]", "some of the colours by rule of the newer kinds"),
    (rb"<x14:dataValidation[ >]", "drop-downs of the newer kind"),
    (rb"<picture[ >]", "a picture behind a sheet"),
    (rb"<legacyDrawingHF[ >]", "pictures in a header or footer"),
)

IN_A_LEGACY_DRAWING = ((rb'\bObjectType="(?!Note")[A-Za-z]{1,20}"', CONTROLS),)
"""Marks in a drawing of the older kind, which has the notes too."""

ONLY_VALUES = "everything but the values: formulas, widths, colours and comments"


def not_kept(content: bytes) -> list[str]:
    """What the marked workbook cannot keep of the file, in words; nothing where it keeps all, or the file is text."""
    if not content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return []
    if not _can_be_kept(content):
        return [ONLY_VALUES]
    with ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
        by_name = [what for pattern, what in PARTS if any(re.match(pattern, name) for name in names)]
        drawn = _counted(parts, r"xl/drawings/[^/]+\.xml", DRAWN)
        held = _counted(parts, r"xl/worksheets/[^/]+\.xml", IN_A_SHEET)
        held += _counted(parts, r"xl/drawings/[^/]+\.vml", IN_A_LEGACY_DRAWING)
    # A form control stands among the shapes too, where the program that wrote it is a newer one.
    controls = sum(name.startswith("xl/ctrlProps/") for name in names)
    drawn["shape"] = max(0, drawn["shape"] - drawn["text box"] - controls)
    told = [
        counted(drawn[what], what, many) for what, many in (("text box", "text boxes"), ("shape", None)) if drawn[what]
    ]
    return list(dict.fromkeys([*told, *held, *by_name]))


def _can_be_kept(content: bytes) -> bool:
    """Whether it is a workbook that is written anew with its formulas and looks."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            return "xl/workbook.xml" in parts.namelist()
    except BadZipFile:
        return False


def _counted(parts: ZipFile, named: str, marks: tuple) -> Counter[str]:
    """How often each mark stands in the parts that are named so, as far as they are looked at."""
    found: Counter[str] = Counter()
    left = MOST
    for name in parts.namelist():
        for piece, new in _pieces(parts, name, left) if re.fullmatch(named, name) else ():
            left -= new
            for pattern, what in marks:
                found[what] += sum(each.end() > len(piece) - new for each in re.finditer(pattern, piece))
    return +found


def _pieces(parts: ZipFile, name: str, most: int) -> Iterator[tuple[bytes, int]]:
    """A part piece by piece, each with the end of the one before, and how much of it is new."""
    before = b""
    with parts.open(name) as part:
        while most > 0 and (new := part.read(min(AT_A_TIME, most))):
            most -= len(new)
            yield before + new, len(new)
            before = new[-LONGEST:]
