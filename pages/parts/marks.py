"""Marks in HTML: a shape and a letter before a colour; arrows and dots."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from htpy import Element, Node, Renderable, div, fragment, i, span, strong
from markupsafe import Markup

from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from metrics.rag.shapes import HomeState, Rated

RATINGS = {
    "red": "Red",
    "amber": "Amber",
    "green": "Green",
    NO_EVIDENCE: "No recent evidence",
    FEW_FIGURES: "Too few figures",
}
"""What a standard is rated, or which of two things leaves it without a rating."""

UNRATED = "No rating"
"""Of whatever else has no colour: a home whose standards lack now one thing, now the other."""

LETTERS = {"red": "R", "amber": "A", "green": "G", FEW_FIGURES: "…"}
CHANGES = {"better": "Improving", "same": "No change", "worse": "Getting worse", "new": "Nothing to compare with"}
DOTS = {"strong": 3, "some": 2, "thin": 1, "none": 0}
EVIDENCE = {"strong": "Strong evidence", "some": "Some evidence", "thin": "Thin evidence", "none": "No evidence"}


def rating(cell: Rated) -> str:
    """What a standard at a home is, of `RATINGS`."""
    return cell["unrated"] or cell["rag"]


def rated(cell: Rated) -> str:
    """The same in words."""
    return RATINGS[rating(cell)]


def whole(state: HomeState) -> str:
    """The rating of a home in words."""
    return f"{RATINGS.get(state['rag'], UNRATED)} as a whole"


def inside(name: str) -> str:
    """A rating within a sentence of counts: 3 Red, 1 with too few figures."""
    return f"with {name}" if name in (NO_EVIDENCE, FEW_FIGURES) else RATINGS[name]


def of(cell: Rated, size: int = 24) -> Element:
    """The mark of a standard at a home."""
    return mark(rating(cell), size)


def mark(rag: str, size: int = 24, letter: str | None = None, label: str | None = None) -> Element:
    """The mark of a rating: octagon R, diamond A, circle G; a dashed square, with a dash where there is no recent
    evidence and with dots where there are too few figures.
    """
    look = rag if rag in ("red", "amber", "green") else "grey"
    said = label or RATINGS.get(rag, UNRATED)
    return span(f".m.{look}.s{size}", role="img", aria_label=said)[letter or LETTERS.get(rag, "–")]


def arrow(change: str) -> Element:
    """The direction since the month before; nothing where there is nothing to compare with."""
    return span(f".a.{change}", role="img", aria_label=CHANGES[change])


OFTEN = {"more": "More often", "less": "Less often", "same": "As often"}
"""Of any other way nothing can be told, and there is no arrow."""


def often(way: str) -> Element | None:
    """Whether something is said more or less often: the arrow goes where the number went."""
    return span(f".a.{way}", role="img", aria_label=OFTEN[way]) if way in OFTEN else None


def dots(evidence: str) -> Element:
    """How sure anyone can be: three, two, one or no filled dots."""
    return span(".d", role="img", aria_label=EVIDENCE[evidence])[
        [i(class_="on" if place < DOTS[evidence] else "") for place in range(3)]
    ]


def turned(before: Element, now: Element) -> Renderable:
    """A mark and what it has become."""
    return fragment[before, span(aria_hidden="true")["→"], span(".hidden")["to"], now]


def led(lead: str, text: str) -> Renderable:
    """A sentence whose first words stand out."""
    return fragment[strong[lead], " ", text]


MOVES = {
    "concern": "Concern",
    "improvement": "Improvement",
    "neutral high": "Change, neither better nor worse",
    "neutral low": "Change, neither better nor worse",
    "common cause": "As usual",
    "none": "Too few months for limits",
}
AIMS = {
    "passing": ("P", "Keeps to its target"),
    "failing": ("F", "Falls short of its target"),
    "hit or miss": ("?", "May or may not keep to its target"),
}


OF_WHOLE = "Not by itself, but as part of what makes the home worse as a whole"


def moves(signal: Mapping[str, Any], better: str) -> Element:
    """The same of a signal: what is part of a home's getting worse as a whole is not called as usual."""
    if signal["of_whole"] and signal["variation"] == "common cause":
        return _ring(".common", "~", OF_WHOLE)
    return variation(signal["variation"], better)


def variation(word: str, better: str) -> Element:
    """Whether it has moved, in the form of NHS England's Making Data Count: H or L in a ring, for the worse or the
    better; a wave where it has not.
    """
    high = word == "neutral high" or better in ("higher", "lower") and (word == "improvement") == (better == "higher")
    letter = {"common cause": "~", "none": "…"}.get(word, "H" if high else "L")
    said = MOVES[word] + (f", {'high' if high else 'low'}" if letter in "HL" else "")
    return _ring(f".{word.split()[0]}", letter, said)


def assurance(word: str) -> Element | None:
    """Whether it keeps to its target as it runs: P, F or ?; nothing without a target or limits."""
    return _ring(f".aim.{word.split()[0]}", *AIMS[word]) if word in AIMS else None


def _ring(look: str, letter: str, said: str) -> Element:
    return span(f".ring{look}", role="img", aria_label=said, title=said)[letter]


DRAWN = re.compile(
    r'<span class="(?P<look>(?:m|a|d|ring)\b[^"]*)" role="img" aria-label="(?P<said>[^"]+)"[^>]*>'
    r"(?P<within>(?:<i[^>]*></i>)*[^<]*)</span>(?=(?P<after>(?:\s|<[^>]*>|·)*[^<]*))"
)
"""A mark as it is drawn, and the words after it."""

KINDS = ("m", "a", "d", "ring")


def key_to(*drawn: Node) -> Element | None:
    """What the marks in it mean, each once, beneath what is drawn; nothing of those whose words stand right after them,
    and nothing where there are none.
    """
    found = {}
    for each in DRAWN.finditer(str(fragment[drawn])):
        if not _plain(each["after"]).startswith(_plain(each["said"])):
            found[_without_size(each["look"]), each["said"], each["within"]] = each
    told = sorted(found.values(), key=_order)
    return _key([(_small(each), unescape(each["said"])) for each in told]) if told else None


def _order(each: re.Match) -> tuple[int, int]:
    """The kinds in their order; ratings the worst first."""
    words = [*RATINGS.values()]
    return KINDS.index(each["look"].split()[0]), words.index(each["said"]) if each["said"] in words else len(words)


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).strip(" ·").casefold()


def _without_size(look: str) -> str:
    return re.sub(r" s\d+\b", "", look)


def _small(each: re.Match) -> Markup:
    """The mark as it is drawn, of the size of a key; its words stand beside it."""
    look = _without_size(each["look"]) + (" s20" if each["look"].startswith("m ") else "")
    return Markup(f'<span class="{look}" aria-hidden="true">{each["within"]}</span>')


def key() -> Element:
    """What the marks of the matrix mean."""
    return _key(
        [(mark(rag, 20), name) for rag, name in RATINGS.items()]
        + [(arrow(change), CHANGES[change]) for change in ("better", "same", "worse")]
        + [(dots(evidence), name) for evidence, name in EVIDENCE.items()]
    )


def _key(words: list[tuple[Node, str]]) -> Element:
    return div(".key")[[span(".k")[drawn, " ", said] for drawn, said in words]]
