"""What a number means, beside the number: opened by a click or the Enter key, closed again."""

import re

from htpy import Element, details, p, summary

from metrics.indicators.indicator import HIGHER, LOWER, Indicator
from metrics.warnings.owed import MEANS
from qa_data.dictionary import dataset
from qa_data.wording import ended

BETTER = {HIGHER: "Higher is better.", LOWER: "Lower is better."}


def what(known: Indicator) -> Element:
    """Why the indicator matters, what is counted, and which way is good."""
    note = f" {ended(about(known))}" if known.note else ""
    return explained(
        f"{known.why} {counting(known)}{note}"
        f" {BETTER.get(known.better, 'Neither way is better in itself.')} {_counted_over(known)}"
    )


def counting(known: Indicator) -> str:
    """What is counted, of what: Counted: Health assessments in date, of Children needing a health assessment."""
    return f"Counted: {plain(known.numerator)}, {_of(known)}."


def _of(known: Indicator) -> str:
    return known.unit if known.kind == "rate" else f"of {plain(known.denominator)}"


def _counted_over(known: Indicator) -> str:
    if known.is_stock:
        return (
            f"As at a month’s end: the latest of the last {known.months} complete months that has a value, never a sum"
            " of months, since the same are counted again every month."
        )
    return f"Added up over {known.months} complete months."


def about(known: Indicator) -> str:
    """What is to be said of the indicator beside its counts: its regulation, and what is left out."""
    # A month's end is not added up, whatever an older definition's note says of it.
    return known.note.partition("; pooled over")[0] if known.is_stock else known.note


def explained(text: str, asked: str = "What does this mean?") -> Element:
    """The text behind “What does this mean?”, or behind what is asked."""
    return details(".what")[summary[asked], p[text]]


def owed() -> Element:
    """What is meant where something is owed."""
    return explained(MEANS, "What does “owed” mean?")


def plain(words: str) -> str:
    """Columns by the headings of their sheets: returns.school_attended is “School sessions attended”."""
    for written, said in (
        (r"\b(returns|visits)\.(\w+)", _heading),
        (r"\bchild_nights\b", "Child-nights"),
        (r"^of those, ", ""),
        (r" = Met", " Met"),
        (r" in \((.*), (.*)\)", r" \1 or \2"),
        (r" - (\w)", r" less \1"),
        (" x ", " × "),
    ):
        words = re.sub(written, said, words)
    return words[0].upper() + words[1:]


def _heading(found: re.Match) -> str:
    named = {column.name: column.header for column in dataset(found[1]).columns}
    return named.get(found[2], found[2])
