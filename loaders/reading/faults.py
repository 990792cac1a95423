"""What calamine does not tell: formulas that failed or have no saved result, merged cells, and rows and cells marked
as not counting.
"""

import zipfile

from .tidy import Aside


def find(content: bytes, archive: zipfile.ZipFile | None) -> dict[str, Aside]:
    """What calamine does not tell, by sheet. Only the format's own module comes in."""
    if archive is None:
        from . import faults_xls

        return faults_xls.find_in(content)
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        from . import faults_xlsx

        return faults_xlsx.find_in(archive)
    if "xl/workbook.bin" in names:
        from . import faults_xlsb

        return faults_xlsb.find_in(archive)
    if "content.xml" in names:
        from . import faults_ods

        return faults_ods.find_in(archive)
    return {}
