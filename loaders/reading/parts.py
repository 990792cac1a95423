"""Which part of the archive of a .xlsx or .xlsb holds which sheet."""

import posixpath
import zipfile
from xml.etree import ElementTree


def targets(archive: zipfile.ZipFile, workbook: str) -> dict[str, str]:
    """The part that each link of the workbook's part leads to, by the link's id."""
    links = ElementTree.fromstring(archive.read(f"xl/_rels/{workbook}.rels"))
    return {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.attrib["Target"])).lstrip("/")
        for link in links
    }


def xlsx_sheets(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Name and part of each sheet of a .xlsx."""
    parts = targets(archive, "workbook.xml")
    sheets = ElementTree.fromstring(archive.read("xl/workbook.xml")).iter()
    return [(sheet.get("name", ""), parts.get(_link(sheet), "")) for sheet in sheets if sheet.tag.endswith("}sheet")]


def _link(sheet: ElementTree.Element) -> str:
    """The strict form of the format has another namespace, so that only the end of the name is the same."""
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
