"""python -m tests.qa_data.personal.measure: how much of what identifies a person is found in the labelled sentences,
and how much of what is found does.
"""

import csv
from collections import Counter
from pathlib import Path

from qa_data.personal import masked

LABELLED = Path(__file__).parent / "labelled.csv"
PEOPLE = frozenset({"cedar view", "beech house", "alder lodge", "elm base", "damson cottage"})
"""The homes that the sentences name."""


def labelled() -> list[tuple[str, Counter]]:
    """Each sentence and the kinds in it."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        return [(row["text"], Counter(filter(None, row["kinds"].split(";")))) for row in csv.DictReader(file)]


def measured() -> dict[str, float]:
    """Precision and recall over all that is labelled."""
    right = wrong = missed = 0
    for text, kinds in labelled():
        found = Counter(kind for _, kind, _ in masked([text], PEOPLE)[1])
        right, wrong, missed = (
            right + (found & kinds).total(),
            wrong + (found - kinds).total(),
            missed + (kinds - found).total(),
        )
    return {"sentences": len(labelled()), "precision": right / (right + wrong), "recall": right / (right + missed)}


def main() -> None:
    """Prints the figures and every sentence that is read wrongly."""
    print(", ".join(f"{name} {value:.3g}" for name, value in measured().items()))
    for text, kinds in labelled():
        texts, found = masked([text], PEOPLE)
        if Counter(kind for _, kind, _ in found) != kinds:
            print(f"{texts[0]} <- {text}")


if __name__ == "__main__":
    main()
