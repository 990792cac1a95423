"""What calamine does not tell: formulas that failed or have no saved result, which it gives as blank, and the merged cells of .xlsb and .ods."""

import zipfile

from .tidy import Errors, Merged


def find(content: bytes, archive: zipfile.ZipFile | None) -> tuple[dict[str, Errors], dict[str, Merged]]:
    """By sheet: what each such cell shows, by (row, column) from 0; and by sheet the merged cells that calamine leaves out. Only the format's own module comes in."""
    if archive is None:
        from .faults_xls import find_in
        return find_in(content), {}
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        from .faults_xlsx import find_in
        return find_in(archive), {}
    if "xl/workbook.bin" in names:
        from .faults_xlsb import find_in
    elif "content.xml" in names:
        from .faults_ods import find_in
    else:
        return {}, {}
    return find_in(archive)
