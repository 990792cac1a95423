"""Which themes a text mentions, sentence by sentence, and whether as a concern or as a strength."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.themes.phrases import Phrases
from metrics.themes.polarity import CONCERN, NEUTRAL, STRENGTH, clauses
from metrics.themes.sentences import sentences, words
from metrics.themes.shapes import Tagged
from metrics.themes.taxonomy import THEMES, theme

ABOUT = "about"

PHRASES = Phrases(
    [
        (phrase, (theme.id, sign))
        for theme in THEMES
        for sign in (ABOUT, CONCERN, STRENGTH)
        for phrase in getattr(theme, sign)
    ]
)

Found = tuple[int, int, tuple[str, str]]
"""First word, last word, and the theme with the sign of the phrase."""

KINDS = {"Concern": CONCERN, "Good practice": STRENGTH}
"""What a finding's own kind says of a sentence that its words leave open."""


@dataclass(frozen=True)
class Mention:
    """A theme in a sentence; `start` and `end` are where its marked words stand in the whole text."""

    theme: str
    polarity: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of the text, with the themes that it mentions, one mention each; its plain words, and what it is
    where they leave it open.
    """

    start: int
    end: int
    mentions: tuple[Mention, ...]
    row: tuple[str, ...]
    otherwise: str

    @property
    def polarity(self) -> str:
        """A concern where any of its themes is one; of a sentence without a theme, what its words say."""
        signs = [mention.polarity for mention in self.mentions] or [part.polarity() for part in clauses(self.row, [])]
        return next((sign for sign in (_strongest(signs), self.otherwise) if sign != NEUTRAL), NEUTRAL)


def read(text: str, kind: str | None = None) -> tuple[Sentence, ...]:
    """The text's sentences. `kind` is the finding's own: it settles only what the words leave neutral."""
    return tuple(_sentence(text, start, end, KINDS.get(kind or "", NEUTRAL)) for start, end in sentences(text))


def tag(text: str) -> Tagged:
    """The contract's answer: the text, its themes in the order of the taxonomy, and its polarity (a concern anywhere
    is a concern).
    """
    told = read(text)
    named = {mention.theme for sentence in told for mention in sentence.mentions}
    return {
        "text": text,
        "themes": [theme.id for theme in THEMES if theme.id in named],
        "polarity": _strongest([sentence.polarity for sentence in told]),
    }


def _strongest(signs: list[str]) -> str:
    return next((sign for sign in (CONCERN, STRENGTH) if sign in signs), NEUTRAL)


def _sentence(text: str, start: int, end: int, otherwise: str) -> Sentence:
    told = words(text, start, end)
    row = tuple(word for word, _, _ in told)
    found = _widest(list(PHRASES.found(row)))
    return Sentence(start, end, tuple(_mentions(told, row, found, otherwise)) if found else (), row, otherwise)


def _mentions(
    told: list[tuple[str, int, int]], row: tuple[str, ...], found: list[Found], otherwise: str
) -> Iterable[Mention]:
    """Each theme once; where it is told twice, as a concern if either is."""
    parts = [
        (part, part.polarity())
        for part in clauses(row, [(first, last, sign) for first, last, (_, sign) in found if sign != ABOUT])
    ]
    whole = _strongest([said for _, said in parts])
    mentions: dict[str, Mention] = {}
    for first, last, (named, _) in found:
        said = next(said for part, said in parts if part.first <= first < part.last)
        polarity = next((each for each in (said, whole, otherwise) if each != NEUTRAL), NEUTRAL)
        if named not in mentions or (polarity == CONCERN != mentions[named].polarity):
            mentions[named] = Mention(named, polarity, told[first][1], told[last][2])
    return mentions.values()


def _widest(found: list[Found]) -> list[Found]:
    """Without the phrases that stand within a longer one of another theme (a fire risk assessment is about fire),
    and without those of a general theme that share a word with another's.
    """
    return [each for each in found if not any(_gives_way(each, other) for other in found if other[2][0] != each[2][0])]


def _gives_way(each: Found, other: Found) -> bool:
    within = other[0] <= each[0] and each[1] <= other[1] and other[1] - other[0] > each[1] - each[0]
    overlaps = each[0] <= other[1] and other[0] <= each[1]
    return within or (overlaps and theme(each[2][0]).general and not theme(other[2][0]).general)
