"""What visitors, children and managers say: sentences with alternatives in braces, a file per standard."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

FOLDER = Path(__file__).parent / "sentences"
CODES = tuple(f"QS{number:02d}" for number in range(6, 15))
CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Words:
    """One standard's sentences: concerns and actions by topic; praise, children's words and impact in one list each."""

    concerns: dict[str, list[str]]
    actions: dict[str, list[str]]
    good: list[str]
    voice: list[str]
    impact: list[str]


def one_of(sentences: Sequence[str], rng: Random) -> str:
    """One of the sentences, said."""
    return say(rng.choice(sentences), rng)


def say(sentence: str, rng: Random) -> str:
    """The sentence with one alternative of each `{this|that}`, as `rng` has it."""
    said = CHOICE.sub(lambda found: rng.choice(found[1].split("|")), sentence)
    return said[0].upper() + said[1:]


@cache
def words(code: str) -> Words:
    """The sentences of the standard, `QS06` to `QS14`."""
    read = Words({}, {}, [], [], [])
    section, topic = None, None
    for line in (FOLDER / f"{code.lower()}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[topic "):
            topic = line[len("[topic ") : -1]
            read.concerns[topic], read.actions[topic] = [], []
        elif line in ("[good]", "[voice]", "[impact]"):
            topic, section = None, getattr(read, line[1:-1])
        elif topic:
            kind, sentence = line.split(": ", 1)
            (read.concerns if kind == "concern" else read.actions)[topic].append(sentence)
        else:
            section.append(line)
    return read


@cache
def standard_of(topic: str) -> str:
    """The standard under which the topic stands; StopIteration if no file has it."""
    return next(code for code in CODES if topic in words(code).concerns)
