"""The column that an unknown heading is most like, as a suggestion and never as a guess."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from loaders.heading_words import words
from loaders.matching import LONGEST, is_explained
from loaders.values.near import MISTYPED, SHORT
from qa_data.dictionary import Column, Dataset

NEAR = 72
"""How alike (of 100) a heading must be to a name of the column."""

MOST = 100
"""So many headings of a sheet are compared; a sheet with more unknown ones is not that dataset's."""

SAME = {
    "yp": "children",
    "cyp": "children",
    "child": "children",
    "kid": "children",
    "resident": "children",
    "young": "children",
    "people": "",
    "person": "",
    "sw": "social worker",
    "pi": "restraint",
    "hold": "restraint",
    "med": "medication",
    "spoken": "seen",
    "spoke": "seen",
    "met": "seen",
    "interviewed": "seen",
    "setting": "home",
    "establishment": "home",
    "provision": "home",
    "unit": "home",
    "mfh": "missing",
    "position": "status",
    "reg": "registration",
    "mfc": "missing",
    "absconded": "missing",
    "rhi": "return home interview",
    "hr": "hour",
    "ra": "risk assessment",
    "pp": "placement plan",
    "ha": "health assessment",
    "of": "",
    "to": "",
    "with": "",
    "in": "",
    **dict.fromkeys("or for by be which what how many were was are did do you your we there this each".split(), ""),
    **dict.fromkeys("please enter count went used reporting".split(), ""),
}
"""Words of the field that say the same, and words that say nothing, as compared."""


TELLING = frozenset(
    words(
        "not never without refused declined missed cancelled next last previous prior proposed expected planned "
        "unplanned possible attended due overdue open closed held lost date time type number prone current new old "
        "on off late private alone jan feb mar apr may jun jul aug sep sept oct nov dec january february march "
        "april june july august september october november december monday tuesday wednesday thursday friday "
        "saturday sunday resolved taken email phone hour day week month quarter term year annual start end "
        "variance variation difference change trend outcome founded unfounded substantiated unsubstantiated upheld "
        "substance target actual boy girl male female"
    )
)
"""Words that tell two columns apart: a heading with one of them is like no name without it, nor the other way round."""


REG_44 = re.compile(r"\breg(?:ulation)?\.?\s*44\b|\br44\b", re.IGNORECASE)
"""Of visits and of what comes of them it says nothing: nearly all are."""


@lru_cache(4_096)
def suggested(dataset: Dataset, there: frozenset[str], texts: tuple[str, ...]) -> dict[str, str]:
    """The header of the nearest column that is not there yet, by heading; each column for one heading. Many tables of
    a sheet ask the same.
    """
    free = [column for column in dataset.columns if column.name not in there]
    near: dict[str, str] = {}
    for _, text, header in sorted(_likenesses(list(dict.fromkeys(texts))[:MOST], free), reverse=True):
        if text not in near and header not in near.values():
            near[text] = header
    return near


def _likenesses(texts: list[str], columns: list[Column]) -> Iterator[tuple[float, str, str]]:
    for text, told in ((text, _told(text)) for text in texts if len(text) <= LONGEST):
        within = [column for column in columns if _is_within(told, _told(column.header))]
        for column in columns:
            like = max(_alike(told, name) for name in _names(column))
            if (like >= NEAR or within == [column]) and is_explained(column, text):
                yield like, text, column.header


def _is_within(told: str, name: str) -> bool:
    """Whether a name says all that is told and leaves out no word that tells two columns apart."""
    return bool(told) and set(told.split()) <= set(name.split()) and _telling(told) == _telling(name)


@cache
def _names(column: Column) -> tuple[str, ...]:
    return tuple({_told(name) for name in (column.header, *column.also)})


@cache
def _said(word: str) -> str:
    return SAME.get(word, word)


def _told(text: str) -> str:
    return " ".join(" ".join(map(_said, words(REG_44.sub(" ", text)))).split())


def _alike(one: str, other: str) -> float:
    """Of 100: most where the words are the same in any order, less where one says more; 0 where numbers differ."""
    if not one or not other or _telling(one) != _telling(other):
        return 0
    mine, theirs = set(one.split()), set(other.split())
    same = sum(any(_same(word, each) for each in theirs) for word in mine)
    # One word alone says too little to be part of a longer name.
    part = same / min(len(mine), len(theirs)) if len(mine) > 1 else same / len(theirs)
    return 60 * 2 * same / (len(mine) + len(theirs)) + 40 * part


@lru_cache(16_384)
def _same(one: str, other: str) -> bool:
    """Whether two words are one, but for a letter or two that are mistyped."""
    from rapidfuzz import fuzz  # only here, since most files have no heading that is unknown

    return one == other or (min(len(one), len(other)) > SHORT and fuzz.ratio(one, other) >= MISTYPED)


@lru_cache(4_096)
def _telling(told: str) -> frozenset[str]:
    return frozenset(word for word in told.split() if word in TELLING or word[0].isdigit())
