"""python -m tests.metrics.actions.measure: how well recommendations that ask for the same are told from others."""

import csv
from pathlib import Path

from metrics.actions.similarity import ALIKE, similarity

PAIRS = Path(__file__).parent / "labelled_pairs.csv"
HALVES = ("development", "held back")


def measured(half: str) -> tuple[int, float, float]:
    """Pairs of that half, recall and precision."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        told = [
            (row["same"] == "yes", similarity(row["first"], row["later"]) >= ALIKE)
            for row in csv.DictReader(file)
            if row["half"] == half
        ]
    both = sum(same and found for same, found in told)
    return len(told), both / sum(same for same, _ in told), both / sum(found for _, found in told)


def line(half: str) -> str:
    """A row of the table in docs/repeats.md."""
    pairs, recall, precision = measured(half)
    return f"| {half} | {pairs} | {recall:.2f} | {precision:.2f} |"


if __name__ == "__main__":
    print("\n".join(map(line, HALVES)))
