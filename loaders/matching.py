"""Which column of a dataset a heading names, and by what: its own name, what the council mapped, or another form of
it. No form leaves out a word that changes the meaning.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.mapped import NOTHING, Mapped
from qa_data.dictionary import Column, Dataset
from qa_data.dictionary.short_forms import SHORT_FORMS
from qa_data.plain import plain_heading

EXACT, MAPPED, OTHER = range(3)
"""How well a heading matches, the best first."""

LONGEST = 200
"""Letters; nothing longer is a heading."""

CHANGING = re.compile(
    r"[%\uff05\ufe6a]|(?<![^\W_])(?:percent(?:age)?s?|per|pct|rates?|ratio|averages?|avge?|mean|median|maximum|minimum|max"
    r"|min|totals?|targets?|budget|forecast|running|rolling|cumulative|ytd|(?:(?:year|month|quarter|term)[\s_-]*)?to[\s_-]*"
    r"date|(?:last|previous|prev|prior|past)[\s_-]+(?:\d{1,2}[\s_-]+)?(?:month|quarter|year|week)s?)(?![^\W_])",
    re.IGNORECASE,
)
"""Words that make of a column another one: attended and attended %, restraints and total restraints."""

COUNTS = {("number", "of"), ("no", "of"), ("nos", "of"), ("num", "of"), ("sum", "of"), ("count", "of"), ("how", "many")}
"""Words before a count that only say that it is one, also in a pivot table."""

COUNT = {"number", "no", "nos", "num", "count"}

ARTICLES = {"the", "a", "an"}

EXPLAINING = frozenset(
    "and any as at below count enter for guidance how if in many month no nos note notes number of on optional or"
    " please see select this to whole".split()
)
"""Words in brackets that change nothing, whatever the column."""

FORMS = {"date": {"date", "dd", "mm", "yy", "yyyy"}, "month": {"mm", "mmm", "yy", "yyyy"}, "yes/no": {"y", "n", "yes"}}
"""Words in brackets that say how a column of that type is filled in."""


@dataclass(frozen=True)
class Read:
    """The column that a heading is read as, and how well it matches; no column where it is decided to be left alone."""

    column: str | None
    by: int


LEFT_ALONE = Read(None, MAPPED)


def read(dataset: Dataset, text: str, names: tuple[str, ...] = (), mapped: Mapped = NOTHING) -> Read | None:
    """What a heading is read as on a sheet that goes by these names; None where it names no column. What the council
    has decided of it comes before what it says by itself.
    """
    if len(text) > LONGEST:
        return None
    decided = mapped.decided(text, (*names, dataset.name, dataset.title)) if mapped else None
    if decided == "":
        return LEFT_ALONE
    column = _own_names(dataset).get(plain_heading(decided)) if decided else None
    return Read(column, MAPPED) if column else _read(dataset, text)


@lru_cache(4_096)
def _read(dataset: Dataset, text: str) -> Read | None:
    whole = plain_heading(text)
    if name := _own_names(dataset).get(whole):
        return Read(name, EXACT)
    name = _other_names(dataset).get(whole) or _loose(dataset, text) or _explained(dataset, text)
    return Read(name, OTHER) if name else None


@cache
def _own_names(dataset: Dataset) -> dict[str, str]:
    return {plain_heading(column.header): column.name for column in dataset.columns}


@cache
def _other_names(dataset: Dataset) -> dict[str, str]:
    return {plain_heading(name): column.name for column in dataset.columns for name in (*column.also, column.name)}


@cache
def _folded_names(dataset: Dataset) -> dict[str, set[str]]:
    """The columns by each of their names without plurals and, of counts, without the words that only say so."""
    folded: dict[str, set[str]] = {}
    for column in dataset.columns:
        for name in (column.header, *column.also):
            for form in (words(name), _uncounted(words(name)) if column.type == "whole number" else []):
                folded.setdefault("".join(form), set()).add(column.name)
    return folded


def _loose(dataset: Dataset, text: str) -> str | None:
    """The one column that it names in the plural or the singular, or as a count."""
    told, known = words(text), _folded_names(dataset)
    found = known.get("".join(told)) or {
        name for name in known.get("".join(_uncounted(told)), ()) if dataset.column(name).type == "whole number"
    }
    return next(iter(found)) if told and len(found) == 1 else None


def _explained(dataset: Dataset, text: str) -> str | None:
    """The column that it names but for brackets that only explain it: Child nights (bed nights)."""
    outside, inside = _brackets(text)
    within = _read(dataset, outside) if inside and outside.strip() != text.strip() else None
    if not within or not within.column:
        return None
    known = _explaining(dataset.column(within.column))
    explained = not CHANGING.search(inside) and all(word in known for word in words(inside))
    return within.column if explained else None


@cache
def _explaining(column: Column) -> frozenset[str]:
    choices = [form for choice in column.choices for form in (choice, *SHORT_FORMS.get(choice, ()))]
    names = (column.header, *column.also, *choices)
    told = {word for name in names for word in words(name)} | FORMS.get(column.type, set())
    return frozenset(told | {_singular(word) for word in EXPLAINING})


def _brackets(text: str) -> tuple[str, str]:
    """What stands outside all brackets, and what stands in any."""
    parts: tuple[list[str], list[str]] = ([], [])
    deep = 0
    for letter in text:
        deep = max(deep - (letter in ")]"), 0)
        parts[deep > 0].append(" " if letter in "()[]" else letter)
        deep += letter in "(["
    return "".join(parts[0]), "".join(parts[1])


def words(text: str) -> list[str]:
    """The words of a heading in small letters, without plurals and articles; a % is one."""
    told = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("%", " percent ")
    told = re.sub(r"['\u2019\u02bc`\u00b4\u2018]", "", told)
    return [_singular(word) for word in re.findall(r"[^\W_]+", told) if word not in ARTICLES]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _uncounted(told: list[str]) -> list[str]:
    if tuple(told[:2]) in COUNTS:
        told = told[2:]
    return told[:-1] if len(told) > 1 and told[-1] in COUNT else told


def changing(text: str) -> str | None:
    """The word in a heading that makes of a column another one: %, total, last month; None where there is none."""
    found = CHANGING.search(text)
    return found[0] if found else None
