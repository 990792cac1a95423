"""Makes the fictional council's workbooks: `python -m sample_data.make`."""

from pathlib import Path

from sample_data import WORKBOOKS
from sample_data.books import BOOKS


def make(folder: Path) -> list[Path]:
    """Writes every workbook into the folder, which is made if need be; the paths in the order in which they load."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / workbook.name for workbook in WORKBOOKS]
    for write, path in zip(BOOKS, paths, strict=True):
        write(path)
    return paths


if __name__ == "__main__":
    for path in make(WORKBOOKS[0].parent):
        print(f"{path.name}: {path.stat().st_size / 1024:.0f} KB")
