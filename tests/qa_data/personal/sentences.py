"""python -m tests.qa_data.personal.sentences FILE: of sentences that were written down with the names in them, how many
names are masked, and how many sentences without one are touched.
"""

import sys
from pathlib import Path

from qa_data.personal import masked

FOLDER = Path(__file__).parent
TUNED_ON, HELD_BACK, BLIND = FOLDER / "tuned_on.psv", FOLDER / "held_back.psv", FOLDER / "blind.psv"
EXAMINER = FOLDER / "examiner.psv"
SETS = (TUNED_ON, HELD_BACK, BLIND, EXAMINER)

Sentence = tuple[str, list[str]]


def sentences(path: Path) -> list[Sentence]:
    """Each sentence and the names in it."""
    lines = [line.split("|") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [(text, [name for name in names.split(";") if name]) for text, names in lines]


def missed(text: str, names: list[str]) -> list[str]:
    """The names of the sentence of which a word still stands when it is masked."""
    words = " ".join(words for _, _, words in masked([text])[1])
    return [name for name in names if not all(part in words for part in name.replace(",", " ").split())]


def touched(text: str) -> bool:
    """Whether anything in the sentence is masked."""
    return masked([text])[0] != [text]


def shares(path: Path) -> tuple[float, float]:
    """Of a hundred names how many are masked, and of a hundred sentences without one how many are touched."""
    every = sentences(path)
    names = sum(len(names) for _, names in every)
    harmless = [text for text, names in every if not names]
    left = sum(len(missed(text, names)) for text, names in every)
    return 100 * (names - left) / names, 100 * sum(map(touched, harmless)) / len(harmless)


def main() -> None:
    """Prints the shares and every sentence that is read wrongly."""
    path = Path(sys.argv[1])
    print("masked {:.1f} of 100 names; touched {:.1f} of 100 harmless sentences".format(*shares(path)))
    for text, names in sentences(path):
        if missed(text, names) or not names and touched(text):
            print(f"{masked([text])[0][0]} <- {text}")


if __name__ == "__main__":
    main()
