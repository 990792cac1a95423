"""Lists of which the first are open to read and the rest unfold."""

from htpy import Node, Renderable, details, fragment, summary, ul


def folded(items: list[Node], most: int, more: str) -> Renderable:
    """The first so many, and the rest behind the words; the items are `li`."""
    return fragment[
        ul(".l")[items[:most]],
        details[summary[more], ul(".l")[items[most:]]] if items[most:] else None,
    ]
