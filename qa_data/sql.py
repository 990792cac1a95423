"""Queries that stand in a file beside their module, each under its name."""

import re
from pathlib import Path

NAME = re.compile(r"^-- name: (\w+)\n", re.MULTILINE)


def queries(module: str) -> dict[str, str]:
    """The queries of the .sql file beside a module (`queries(__file__)`), by name: one stands below each line
    `-- name: …`.
    """
    _, *parts = NAME.split(Path(module).with_suffix(".sql").read_text(encoding="utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))
