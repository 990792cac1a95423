"""The table of docs/themes.md: python -m tests.metrics.themes.documents writes it, a test compares it."""

import re

from metrics.themes.taxonomy import THEMES
from tests.metrics.themes.measure import FOLDER, HALVES, counted, labelled, polarity, precision, recall

DOCUMENT = FOLDER.parents[2] / "docs" / "themes.md"


def table() -> str:
    """Sentences labelled, recall and precision of each theme in both halves, then all together with polarity."""
    seen = {half: counted(half) for half in HALVES}
    lines = [
        f"| {theme.label} | {' | '.join(_measures(seen[half][theme.id]) for half in HALVES)} |" for theme in THEMES
    ]
    lines.append(f"| **All** | {' | '.join(_measures(seen[half]['']) for half in HALVES)} |")
    lines.append(
        "| **Polarity** |"
        f" {' | '.join(f'{polarity(half):.2f} of {len(labelled(half))} sentences | |' for half in HALVES)} |".replace(
            "| | |", "| |"
        )
    )
    head = (
        "| theme | development: labelled, recall | precision | held back: labelled, recall | precision"
        " |\n|---|---|---|---|---|"
    )
    return "\n".join([head, *lines])


def _measures(seen) -> str:
    return (
        f"{seen['labelled']}, {recall(seen):.2f} | {precision(seen):.2f}"
        if seen["found"]
        else f"{seen['labelled']}, {recall(seen):.2f} | –"
    )


def with_table(text: str) -> str:
    """The document with its table made anew."""
    return re.sub(
        r"(<!-- measured -->\n).*?(<!-- /measured -->)",
        lambda match: match[1] + table() + "\n" + match[2],
        text,
        flags=re.S,
    )


if __name__ == "__main__":
    DOCUMENT.write_text(with_table(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
