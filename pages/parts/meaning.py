"""What a number means, beside the number: opened by a click or the Enter key, closed again."""

from html import escape

from metrics.indicator import HIGHER, LOWER, Indicator

BETTER = {HIGHER: "Higher is better.", LOWER: "Lower is better."}


def what(known: Indicator) -> str:
    """Why the indicator matters, what is counted, and which way is good."""
    note = f" {known.note}" if known.note else ""
    return explained(f"{known.why} Counted: {plain(known.numerator)}, of {plain(known.denominator)}.{note} {BETTER.get(known.better, 'Neither way is better in itself.')} Pooled over {known.months} complete months.")


def explained(text: str) -> str:
    """The text behind “What does this mean?”."""
    return f'<details class="what"><summary>What does this mean?</summary><p>{escape(text)}</p></details>'


def plain(words: str) -> str:
    """Columns in words: returns.school_attended is school attended."""
    return words.replace("returns.", "").replace("visits.", "").replace("_", " ")
