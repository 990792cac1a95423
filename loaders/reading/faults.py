"""Formulas that failed or have no saved result, which calamine gives as blank."""

import zipfile

from .tidy import Errors


def find(content: bytes, archive: zipfile.ZipFile | None) -> dict[str, Errors]:
    """By sheet: what each such cell shows, by (row, column) from 0."""
    names = set(archive.namelist()) if archive else set()
    if "xl/workbook.xml" in names:
        from .faults_xlsx import find_in
        return find_in(archive)
    return {}
