"""An indicator: what is counted over what, why it matters, and what is good enough."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qa_data.standards import CODES
from qa_data.wording import british, counted, last_day, percent

LEGAL = "legal"
LOCAL = "local"
CONTEXT = "context"

HIGHER = "higher"
LOWER = "lower"
NEITHER = "neither"

FLOW = "flow"
STOCK = "stock"
"""A flow counts what happened in a month, and months add up; a stock counts what stands at a month's end: the same
staff, plans or actions again every month."""

RECENT = 3
"""Of a flow so many complete months are pooled, unless it says otherwise; of a stock the latest of them is taken."""

DEFINITION = (
    "id",
    "standard",
    "title",
    "kind",
    "measured",
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
    measured: str = FLOW
    months: int = RECENT
    """How many complete months are pooled; of a stock, how far back its latest value may lie."""
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
    def is_stock(self) -> bool:
        """Whether it counts what stands at a month's end."""
        return self.measured == STOCK

    @property
    def fewest(self) -> int:
        """The smallest denominator that is rated: a legal duty and a stock count from the first case."""
        return 1 if self.basis == LEGAL or self.is_stock else 5

    @property
    def fewest_short(self) -> int:
        """So many cases have to fall short for red: one person's training of three is no red home."""
        return 2 if self.is_stock and self.basis != LEGAL else 0

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
    value = shown(indicator, numerator, denominator)
    if indicator.unit == "%":
        return f"{numerator:,} of {denominator:,} ({value})"
    return f"{numerator:,} in {counted(denominator, 'night')} ({value} per {indicator.of})"


def shown(indicator: Indicator, numerator: int, denominator: int) -> str:
    """The value alone, rounded as it is shown: 75 %, or 1.9."""
    if indicator.unit == "%":
        return _percent(indicator, numerator, denominator)
    rate = indicator.of * numerator / denominator
    return f"{rate:.{1 if round(rate, 2) >= 0.1 or not rate else 2}f}"


def told(indicator: Indicator, numerator: int, denominator: int, month: date) -> str:
    """The same of what is shown and rated: of a stock with the day that it tells of, 3 of 4 at 31 Oct 2026 (75 %).
    `month`: the latest with a value."""
    if not indicator.is_stock:
        return said(indicator, numerator, denominator)
    percentage = _percent(indicator, numerator, denominator)
    return f"{numerator:,} of {denominator:,} at {british(last_day(month))} ({percentage})"


def _percent(indicator: Indicator, part: int, whole: int) -> str:
    """75 %, or 89.6 % where 90 % would show a target or a floor as reached that is not."""
    exact = 100 * part / whole
    rounded = round(exact)
    short = exact < rounded if indicator.better == HIGHER else exact > rounded
    return f"{exact:.1f} %" if short and rounded in (indicator.target, indicator.floor) else percent(part, whole)
