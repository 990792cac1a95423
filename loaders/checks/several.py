"""Several recommendations in one cell of the tracker, which are one action then: one date, one status."""

from loaders.numbered import recommendations
from loaders.rows import Rows
from loaders.values.fault import Fault

SAID = (
    "This cell holds {count} recommendations, which are kept as one action with one date and one status. Give each a"
    " row of its own."
)


def several(rows: Rows) -> None:
    """Warns (several-in-a-cell) of each action that is a numbered list."""
    if rows.dataset.name != "actions":
        return
    for row, text in enumerate(rows.values["action"]):
        if text and (count := len(recommendations(text))) > 1:
            rows.note_at(row, "action", Fault("several-in-a-cell", SAID.format(count=count)))
