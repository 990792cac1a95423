"""What is chosen on the Actions page, and the workbook of what is listed."""

from loaders.writing import workbook
from metrics.actions.tracker import KINDS, STATES
from pages.parts import address
from pages.parts.choosing import filters
from pages.parts.noted import taken_away
from qa_data.dictionary import dataset

STATED = (*STATES, "unowned")


def chosen(homes: list[str]) -> tuple[str | None, str | None, str | None, str | None]:
    """Home, standard, kind and state, as the address says; None for all."""
    return *filters("actions", homes), _said("kind", KINDS), _said("state", STATED)


def _said(name: str, known) -> str | None:
    return address.said(name) if address.said(name) in known else None


def download(rows: list[dict]) -> None:
    """The actions listed as a workbook that loads again."""
    taken_away(
        "Download these actions (.xlsx)",
        lambda: workbook(dataset("actions"), [row | {"source": row["came_from"]} for row in rows]),
        "actions",
        file_name=f"Actions {address.as_at():%Y-%m-%d}.xlsx",
        disabled=not rows,
    )
