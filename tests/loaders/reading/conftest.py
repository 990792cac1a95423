"""Files as people send them, made on the spot."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from loaders.reading import read


@pytest.fixture
def opened(tmp_path):
    """Reads bytes as the file of a name."""

    def opened(name: str, content: bytes):
        path = tmp_path / name
        path.write_bytes(content)
        return read(path)

    return opened


@pytest.fixture
def saved():
    """The bytes of a workbook of one sheet, with values by cell."""

    def saved(cells: dict) -> bytes:
        book = Workbook()
        for reference, value in cells.items():
            book.active[reference] = value
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()

    return saved


@pytest.fixture
def rewritten():
    """The bytes of a zipped workbook with something else written in one of its parts."""

    def rewritten(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                target.writestr(name, source.read(name).replace(old, new) if name == part else source.read(name))
        return file.getvalue()

    return rewritten


@pytest.fixture
def zipped():
    """The bytes of an archive, with its parts by name."""

    def zipped(parts: dict) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return file.getvalue()

    return zipped
