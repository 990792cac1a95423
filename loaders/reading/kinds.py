"""What a file is, by its contents; its name only says what it should have been."""

import io
import os
import zipfile

from . import foreign, limits, refusals

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LABELLED = {"DRMEncryptedDataSpace", "DRMEncryptedTransform", "\tDRMContent"}
"""Streams by which a file says that a sensitivity label's rights lock it, and no password."""

WORKBOOK_NAMES = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"}


def is_workbook(content: bytes, name: str) -> bool:
    """Whether to read the file as a workbook rather than as text. Raises Refusal for what is no spreadsheet, and for
    a workbook's name on anything else.
    """
    foreign.refuse_foreign(content, name)
    if content.startswith((ZIP, OLE)):
        return True
    if os.path.splitext(name)[1].lower() in WORKBOOK_NAMES:
        raise refusals.not_a_workbook()
    return False


def unzipped(content: bytes) -> zipfile.ZipFile | None:
    """The archive that the workbook is, None for .xls. Raises Refusal if it is damaged, locked or a bomb."""
    if content.startswith(OLE):
        _refuse_locked_ole(content)
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise refusals.damaged() from None
    members = archive.infolist()
    if len(members) > limits.MEMBERS or sum(member.file_size for member in members) > limits.UNPACKED_BYTES:
        raise refusals.bomb()
    foreign.refuse_foreign_zip(archive.namelist(), _kind(archive))
    if any(member.flag_bits & 1 for member in members) or _locked_ods(archive):
        raise refusals.locked()
    return archive


def _refuse_locked_ole(content: bytes) -> None:
    from .faults_xls import is_locked
    from .ole import Ole

    streams = Ole(content).entries
    foreign.refuse_foreign_ole(streams)
    if LABELLED & streams.keys():
        raise refusals.labelled()
    if is_locked(content):
        raise refusals.locked()


def _kind(archive: zipfile.ZipFile) -> bytes:
    """What an OpenDocument file says that it is."""
    return archive.open("mimetype").read(100) if "mimetype" in archive.namelist() else b""


def _locked_ods(archive: zipfile.ZipFile) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in archive.open(manifest).read(1_000_000)
