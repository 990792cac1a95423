"""The contract's tables as this version fulfils them, and where the whole contract stands beside the project."""

import csv
from pathlib import Path

HERE = Path(__file__).parent
BESIDE = HERE.parents[2] / "shared" / "contract"
"""The contract as it is to be: it already holds what later versions bring."""


def table(name: str, folder: Path = HERE) -> list[dict[str, str]]:
    """A table's rows, every cell as text."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(name: str) -> str:
    """A text of the contract beside the project, without its line breaks."""
    return " ".join((BESIDE / name).read_text(encoding="utf-8").split())
