"""What calamine does not tell: formulas that failed or have no saved result, merged cells, and rows and cells marked
as not counting.
"""

import zipfile

from .tidy import Aside


def find(content: bytes, archive: zipfile.ZipFile | None) -> dict[str, Aside]:
    """What calamine does not tell, by sheet. Only the format's own module comes in."""
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
