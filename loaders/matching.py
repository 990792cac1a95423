"""Which column of a dataset a heading names, and by what: its own name, what the council mapped, or another form of
it. No form leaves out a word that changes the meaning.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from loaders.heading_words import brackets, changing, singular, uncounted, unnumbered, words
from loaders.mapped import NOTHING, Mapped
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.dictionary.short_forms import SHORT_FORMS
from qa_data.plain import plain_heading

EXACT, MAPPED, OTHER = range(3)
"""How well a heading matches, the best first."""

LONGEST = 200
"""Letters; nothing longer is a heading."""

EXPLAINING = frozenset(
    "and any as at below count each enter for guidance how if in many month no nos note notes number of on optional or"
    " please see select this to whole".split()
)
"""Words in brackets that change nothing, whatever the column."""

FORMS = {"date": {"date", "dd", "mm", "yy", "yyyy"}, "month": {"mm", "mmm", "yy", "yyyy"}, "yes/no": {"y", "n", "yes"}}
"""Words in brackets that say how a column of that type is filled in."""


class Read(NamedTuple):
    """The column that a heading is read as, and how well it matches; no column where it is decided to be left alone."""

    column: str | None
    by: int


LEFT_ALONE = Read(None, MAPPED)


class Names(NamedTuple):
    """By what a dataset's columns go, as compared: their own names, others, and those without plurals and, of counts,
    also without the words that only say so.
    """

    own: dict[str, str]
    others: dict[str, str]
    folded: dict[str, str]
    counts: dict[str, str]


def read(dataset: Dataset, text: str, mapped: Mapped = NOTHING) -> Read | None:
    """What a heading is read as; None where it names no column. What the council has decided of it comes before what
    it says by itself.
    """
    if len(text) > LONGEST:
        return None
    decided = mapped.decided(text, (dataset.name, dataset.title)) if mapped else None
    if decided == "":
        return LEFT_ALONE
    column = _known(dataset).own.get(plain_heading(decided)) if decided else None
    return Read(column, MAPPED) if column else _read(dataset, text)


@lru_cache(16_384)
def _read(dataset: Dataset, text: str) -> Read | None:
    known, (whole, folded, uncounted) = _known(dataset), _forms(text)
    if name := known.own.get(whole):
        return Read(name, EXACT)
    name = known.others.get(whole) or known.folded.get(folded) or known.counts.get(uncounted)
    name = name or (_explained(dataset, text) if "(" in text or "[" in text else None)
    return Read(name, OTHER) if name else None


def may_name(text: str) -> bool:
    """Whether it may be a heading of any dataset, told quickly: most texts of a sheet are none."""
    return len(text) <= LONGEST and ("(" in text or "[" in text or not _every_form().isdisjoint(_forms(text)))


@cache
def _every_form() -> frozenset[str]:
    names = map(_known, DATASETS)
    return frozenset().union(*(form for each in names for form in (each.own, each.others, each.folded, each.counts)))


@cache
def _known(dataset: Dataset) -> Names:
    every = [(words(name), column) for column in dataset.columns for name in (column.header, *column.also)]
    return Names(
        {plain_heading(column.header): column.name for column in dataset.columns},
        {plain_heading(name): column.name for column in dataset.columns for name in (*column.also, column.name)},
        {"".join(told): column.name for told, column in every},
        {"".join(uncounted(told)): column.name for told, column in every if column.type == "whole number"},
    )


@lru_cache(16_384)
def _forms(text: str) -> tuple[str, str, str]:
    """A heading as it is compared: whole, without plurals, and without the words that only say that it is a count."""
    told, rest = words(text), unnumbered(text)
    return plain_heading(text), "".join(told), "".join(uncounted(told if rest is text else words(rest)))


def _explained(dataset: Dataset, text: str) -> str | None:
    """The column that it names but for brackets that only explain it: Child nights (bed nights)."""
    outside = brackets(text)[0]
    within = _read(dataset, outside)
    if not within or not within.column:
        return None
    return within.column if is_explained(dataset.column(within.column), text) else None


def is_explained(column: Column, text: str) -> bool:
    """Whether what stands in a heading's brackets, if anything does, only explains that column."""
    inside = brackets(text)[1]
    return not changing(inside) and all(word in _explaining(column) for word in words(inside))


@cache
def _explaining(column: Column) -> frozenset[str]:
    choices = [form for choice in column.choices for form in (choice, *SHORT_FORMS.get(choice, ()))]
    names = (column.header, *column.also, *choices)
    told = {word for name in names for word in words(name)} | FORMS.get(column.type, set())
    return frozenset(told | {singular(word) for word in EXPLAINING})
