"""Which part of the archive of a .xlsx or .xlsb holds which sheet."""

import posixpath
import zipfile
from xml.etree import ElementTree


def targets(archive: zipfile.ZipFile, workbook: str) -> dict[str, str]:
    """The part that each link of the workbook's part leads to, by the link's id."""
    links = ElementTree.fromstring(archive.read(f"xl/_rels/{workbook}.rels"))
    return {link.get("Id"): posixpath.normpath(posixpath.join("/xl", link.get("Target"))).lstrip("/") for link in links}
