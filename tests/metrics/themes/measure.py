"""python -m tests.metrics.themes.measure [--wrong]: how well themes and polarity are found in the labelled
sentences.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

from metrics.themes.tagging import tag

FOLDER = Path(__file__).parent
HALVES = {"development": ("development", "other_voices", "another_hand"), "held_back": ("held_back",)}
"""The files of each half: phrases were built on the one; the sentences of the other were never looked at, only
counted.
"""


def labelled(half: str) -> list[tuple[str, set[str], str]]:
    """Each sentence of that half with its themes and its polarity."""
    return [
        (row["text"], set(filter(None, row["themes"].split(";"))), row["polarity"])
        for name in HALVES[half]
        for row in _rows(FOLDER / f"labelled_{name}.csv")
    ]


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counted(half: str) -> dict[str, Counter]:
    """By theme, and in all under the empty name: sentences labelled so, found so, both, and those of both whose
    polarity is right too.
    """
    told: dict[str, Counter] = {"": Counter()}
    for text, themes, polarity in labelled(half):
        found = tag(text)
        for theme in themes | set(found["themes"]):
            both = theme in themes and theme in found["themes"]
            seen = Counter(
                labelled=theme in themes,
                found=theme in found["themes"],
                both=both,
                right=both and found["polarity"] == polarity,
            )
            for name in ("", theme):
                told.setdefault(name, Counter()).update(seen)
    return told


def recall(seen: Counter) -> float:
    """Of those labelled, the share found."""
    return seen["both"] / seen["labelled"]


def precision(seen: Counter) -> float:
    """Of those found, the share labelled so."""
    return seen["both"] / seen["found"]


def polarity(half: str) -> float:
    """The share of the sentences with a theme whose polarity is right."""
    told = [tag(text)["polarity"] == sign for text, themes, sign in labelled(half) if themes]
    return sum(told) / len(told)


def wrong(half: str) -> list[str]:
    """The sentences that are read otherwise than labelled."""
    told = [(text, themes, sign, tag(text)) for text, themes, sign in labelled(half)]
    return [
        f"{sign} {sorted(themes)} but {found['polarity']} {found['themes']}: {text}"
        for text, themes, sign, found in told
        if themes != set(found["themes"]) or (themes and sign != found["polarity"])
    ]


def main() -> None:
    """Prints the measures of both halves; with --wrong also the sentences of the development half that are read
    otherwise.
    """
    for half in HALVES:
        seen = counted(half)[""]
        print(
            f"{half}: {len(labelled(half))} sentences, recall {recall(seen):.2f}, precision {precision(seen):.2f},"
            f" polarity {polarity(half):.2f}"
        )
    if "--wrong" in sys.argv:
        print("\n".join(wrong("development")))


if __name__ == "__main__":
    main()
