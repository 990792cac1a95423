"""Formulas that failed or have no saved result, which calamine gives as blank."""

import zipfile

from .tidy import Errors


def find(content: bytes, archive: zipfile.ZipFile | None) -> dict[str, Errors]:
    """By sheet: what each such cell shows, by (row, column) from 0. Only the format's own module comes in."""
    if archive is None:
        from .faults_xls import find_in
        return find_in(content)
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        from .faults_xlsx import find_in
    elif "xl/workbook.bin" in names:
        from .faults_xlsb import find_in
    elif "content.xml" in names:
        from .faults_ods import find_in
    else:
        return {}
    return find_in(archive)
