"""An indicator: what is counted over what, why it matters, and what is good enough."""

from dataclasses import dataclass, replace
from typing import Any

from qa_data.standards import CODES
from qa_data.wording import counted, share

LEGAL = "legal"
LOCAL = "local"
CONTEXT = "context"

HIGHER = "higher"
LOWER = "lower"
NEITHER = "neither"

SHORT_BREAKS = "Short breaks"
"""Regulation 52 and Schedule 5 take some duties away where children only come for short breaks."""

DEFINITION = (
    "id",
    "standard",
    "title",
    "kind",
    "numerator",
    "denominator",
    "unit",
    "better",
    "basis",
    "target",
    "floor",
    "method",
    "not_for",
    "note",
    "why",
)


@dataclass(frozen=True)
class Counting:
    """How an indicator is counted that no two columns of a sheet give, in SQL over what holds. Each selects `standard`
    too where the indicator is counted for all nine.

    `months`: home, month, numerator and denominator, of the months before `$after`. `rows`: the rows behind it: home,
    `since` and `until` (the days from and to which a row counts), `row_at`, and `named`, the column whose cell tells.
    `cited`: what a reason cites, where that is more than the rows counted: what was looked at beside them.
    """

    months: str
    rows: str
    cited: str = ""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One indicator as declared. `numerator` and `denominator` are in words or in columns of a dataset
    (`returns.restraints`); `standard` is None where there is one for each standard. Without a target there is no
    colour.
    """

    id: str
    title: str
    why: str
    numerator: str
    denominator: str
    better: str
    basis: str
    target: int | None = None
    floor: int | None = None
    months: int = 3
    """How many complete months are pooled."""
    not_for: str = ""
    note: str = ""
    title_at: str = ""
    """Of one that every standard has: its title where it is not plain which standard is meant, named at {}."""
    standard: str | None = None
    dataset: str = "returns"
    """The dataset that it is counted from: of visits, the independent ones."""
    counting: Counting | None = None
    """How it is counted where the numerator and the denominator are not columns."""

    kind = ""
    unit = ""
    of = 0
    """What the value is a number of: 100 for a percentage, 30 for a rate per 30 child-nights."""

    @property
    def method(self) -> str:
        """The statistical method that suits it."""
        return self.kind

    @property
    def fewest(self) -> int:
        """The smallest pooled denominator that is rated: a legal duty counts from the first case."""
        return 1 if self.basis == LEGAL else 5

    @property
    def in_return(self) -> bool:
        """Whether the home's monthly return gives it."""
        return self.dataset == "returns"

    def as_json(self) -> dict[str, Any]:
        """The definition as the contract names its parts, with why it matters."""
        named = {name: getattr(self, name) for name in DEFINITION}
        return named | {"standard": self.standard or f"each of {CODES[0]}-{CODES[-1]}"}


class Proportion(Indicator):
    """A part of a whole, in %."""

    kind = "proportion"
    unit = "%"
    of = 100


@dataclass(frozen=True, kw_only=True)
class Rate(Indicator):
    """Events for the nights that children spent in the home."""

    denominator: str = "child_nights"
    kind = "rate"
    unit = "per 30 child-nights"
    of = 30


def under(standard: str, *indicators: Indicator) -> tuple[Indicator, ...]:
    """The indicators as that standard's own."""
    return tuple(replace(each, standard=standard) for each in indicators)


def said(indicator: Indicator, numerator: int, denominator: int) -> str:
    """3 of 4 (75 %), or 6 in 93 nights (1.9 per 30)."""
    if indicator.unit == "%":
        return share(numerator, denominator)
    rate = indicator.of * numerator / denominator
    return (
        f"{numerator:,} in {counted(denominator, 'night')} ({rate:.{1 if rate >= 0.1 or not rate else 2}f} per"
        f" {indicator.of})"
    )
