"""Files that cannot be read: each gets a code and a sentence."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from loaders.problems import Refused
from loaders.reading import limits, read

FILES = Path(__file__).parent / "files"
PART = "xl/worksheets/sheet1.xml"
LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a '1111111111'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k")))
    + b"]><worksheet"
)


@pytest.fixture
def refused(opened):
    """The code of a file's refusal; its sentence must say what to do."""

    def refused(name, content):
        with pytest.raises(Refused) as refusal:
            opened(name, content)
        assert len(refusal.value.problem.message.split(". ")) > 1
        return refusal.value.problem.code

    return refused


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"Home\0\0,\0Da\0te\n"),
        ("a.xlsx", b"Home,Date\n"),
        ("a.XLS", b"<html><table>"),
        ("a.ods", b"Home"),
        ("a.xlsb", b"\0" * 99),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 500),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 9),
    ],
    ids=[
        "NULs",
        "text as xlsx",
        "page as xls",
        "text as ods",
        "NULs as xlsb",
        "half a zip",
        "half an xls",
    ],
)
def test_what_is_no_spreadsheet(refused, name, content):
    assert refused(name, content) == "unreadable-file"


OLE = struct.pack("<64sH", "StrongEncryptionDataSpace".encode("utf-16-le"), 52)


def renamed(stream: str) -> bytes:
    """The workbook with a password, one stream of which has another name."""
    named = struct.pack("<64sH", stream.encode("utf-16-le"), 2 * len(stream) + 2)
    return (FILES / "password.xlsx").read_bytes().replace(OLE, named)


MAIL = b"Received: from x\r\n by y\r\nFrom: Jo <jo@example.org>\r\nTo: QA\r\nSubject: Returns\r\n\r\nAttached.\r\n"


@pytest.mark.parametrize(
    "name, content, what",
    [
        ("a.csv", b"%PDF-1.7 and so on", "a PDF"),
        ("a.xlsx", b"%PDF-1.7 and so on", "a PDF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        ("a.txt", b"\xff\xd8\xff\xe0", "an image"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "an image"),
        ("a.rtf", b"{\\rtf1 Report}", "a Word document"),
        ("a.eml", MAIL, "an e-mail"),
        ("a.csv", MAIL, "an e-mail"),
        ("~$October.xlsx", b"\x0bJo Marsh   " + b" " * 150, "a lock file"),
        (".~lock.October.ods#", b",jo,pc,01.10.2026 10:00,file:///x;", "a lock file"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\0\4", "a zip"),
        ("a.doc", renamed("WordDocument"), "a Word document"),
        ("a.msg", renamed("__properties_version1.0"), "an e-mail"),
    ],
)
def test_what_is_something_else_is_told_for_what_it_is(opened, name, content, what):
    with pytest.raises(Refused) as refusal:
        opened(name, content)
    problem = refusal.value.problem
    assert problem.code == "not-a-spreadsheet" and problem.message.startswith(f"The file is no spreadsheet but {what}")


@pytest.mark.parametrize(
    "parts, what",
    [
        ({"[Content_Types].xml": "<x/>", "word/document.xml": "<w/>"}, "a Word document"),
        ({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<w/>"}, "a PowerPoint presentation"),
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}, "a Writer document"),
        ({"Oct.xlsx": "PK", "Sep.xlsx": "PK"}, "a zip"),
        ({"Index/Document.iwa": "x"}, "a Numbers, Pages or Keynote document"),
    ],
)
def test_what_is_packed_is_told_for_what_it_is(opened, zipped, parts, what):
    with pytest.raises(Refused, match=f"The file is no spreadsheet but {what}"):
        opened("a.xlsx", zipped(parts))


@pytest.mark.parametrize(
    "content", [b"From: the home,To: the school\nAsh,Oak\n", b"Home: name\nDate: day\nType: kind\n", b"BMX,Home\n1,2\n"]
)
def test_what_only_looks_like_a_letter_is_read(opened, content):
    assert opened("a.csv", content).sheets[0].rows


def test_a_sensitivity_label_is_told_as_one(opened):
    with pytest.raises(Refused, match="locked by a sensitivity label") as refusal:
        opened("a.xlsx", renamed("DRMEncryptedDataSpace"))
    assert refusal.value.problem.code == "encrypted-file"


def test_damaged_workbooks(refused, saved, rewritten, zipped):
    content = saved({"A1": "Home"})
    assert refused("a.xlsx", content[: len(content) // 2]) == "unreadable-file"
    assert refused("a.xlsx", rewritten(content, PART, b"</c>", b"</row>")) == "unreadable-file"
    laughing = rewritten(rewritten(content, PART, b"<worksheet", LAUGHS), PART, b"Home", b"&j;")
    assert refused("a.xlsx", laughing) == "unreadable-file"
    assert refused("a.xls", (FILES / "visits.xls").read_bytes()[:2000]) == "unreadable-file"


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused, match="could not be opened: No such file"):
        read(tmp_path / "October.xlsx")


def test_a_quotation_mark_never_closed_names_its_line(opened):
    with pytest.raises(Refused, match="line 3 and never closed"):
        opened("a.csv", b'Home,Notes\nAsh,"fine"\nElm,"open\nOak,x\n')


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", b" \n,\n", b"sep=;\n"], ids=["nothing", "mark", "blanks", "sep"]
)
def test_text_with_nothing_in_it(refused, content):
    assert refused("a.csv", content) == "empty-file"


def test_workbooks_with_nothing_in_them(refused, saved):
    assert refused("a.xlsx", b"") == "empty-file"
    assert refused("a.xlsx", saved({"C7": "  "})) == "empty-file"


def test_passwords(refused, zipped):
    encrypted = '<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>'
    xls = (FILES / "visits.xls").read_bytes().replace(b"\x5c\x00\x70\x00", b"\x2f\x00\x70\x00")
    assert refused("a.xlsx", (FILES / "password.xlsx").read_bytes()) == "encrypted-file"
    assert refused("a.xls", xls) == "encrypted-file"
    assert (
        refused("a.ods", zipped({"content.xml": b"\x8f\x01", "META-INF/manifest.xml": encrypted})) == "encrypted-file"
    )


@pytest.mark.parametrize("stray", ["x", "=A1", "#N/A"])
def test_a_stray_cell_in_the_last_corner(refused, saved, stray):
    assert refused("a.xlsx", saved({"A1": "Home", "XFD1048576": stray})) == "too-large"


def test_a_space_at_the_foot_of_a_sheet_does_no_harm(opened, saved):
    assert opened("a.xlsx", saved({"A1": "Home", "A1048576": " "})).sheets[0].rows == [("Home",)]


def test_files_that_unpack_too_large(refused, zipped):
    assert refused("a.xlsx", zipped({f"{number}.xml": "" for number in range(limits.MEMBERS + 1)})) == "too-large"
    assert refused("a.xlsx", zipped({"xl/workbook.xml": b" " * (limits.UNPACKED_BYTES + 1)})) == "too-large"


def test_a_size_that_lies(refused, saved, rewritten):
    bomb = rewritten(
        saved({"A1": "Home"}), PART, b"<sheetData>", b"<sheetData>" + b"<row><c><v>1</v></c></row>" * 1_000_000
    )
    size = zipfile.ZipFile(io.BytesIO(bomb)).getinfo(PART).file_size
    assert refused("a.xlsx", bomb.replace(struct.pack("<I", size), struct.pack("<I", 100))) == "unreadable-file"


def test_files_too_large(refused):
    assert refused("a.csv", b"x" * (limits.FILE_BYTES + 1)) == "too-large"
    assert refused("a.csv", b"a," * limits.COLUMNS + b"\n") == "too-large"
    assert refused("a.csv", b"a," * 9_999 + b"\nb" * 9_999) == "too-large"
