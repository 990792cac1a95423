"""Whole numbers and Yes or No."""

import re

from loaders.values.fault import Fault, in_percent, shown
from loaders.values.lights import suggested, ticked
from loaders.values.nothing import ZERO
from qa_data.plain import plain

WHOLE = re.compile(r"[-\u2212]?(?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9})(?:\.0+)?")
COUNT_AND_WORDS = re.compile(r"(\d{1,9})\s*(?:\([^\d]*\)|[A-Za-z][^\d]*)")
LARGEST = 1_000_000_000
PERCENTAGE = re.compile(r"[-\u2212]?\d{1,9}(?:[.,]\d{1,9})?\s*(?:%|per\s?cent|pct)", re.IGNORECASE)
YES_OR_NO = {"y": True, "yes": True, "true": True, "n": False, "no": False, "false": False}


def whole_number(value: object) -> int | Fault:
    """The count that a cell holds: a whole number from 0 up, kept as a number or as digits, also behind the
    apostrophe that makes them text.
    """
    number = _number(value)
    if isinstance(value, str) and PERCENTAGE.fullmatch(value):
        return percentage(value)
    if number is None or number > LARGEST:
        return Fault(
            "not-a-number",
            f"{shown(value)} is not a whole number. Enter digits only, for example 3.",
            _suggested(value),
        )
    if number < 0:
        return Fault("negative-number", f"{shown(value)} is below 0. Enter 0 or more.")
    return number


def percentage(value: object) -> Fault:
    """What is wrong with a percentage where a count should stand. `value`: as a text, or the share that a cell shows
    as a percentage.
    """
    told = in_percent(value) if isinstance(value, int | float) else str(value)
    return Fault("percentage-not-count", f"{told} is no count: enter how many. Enter digits only, for example 3.")


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str) and value.strip().lower() == ZERO:
        return 0
    if isinstance(value, str) and WHOLE.fullmatch(text := value.strip().lstrip("'")):
        return int(text.split(".")[0].replace(",", "").replace("\u2212", "-"))
    return None


def _suggested(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    if value.strip().lower() == "zero":
        return "0"
    counted = COUNT_AND_WORDS.fullmatch(value.strip())
    return counted and counted[1]


def yes_or_no(value: object, ticks: bool = False) -> bool | Fault:
    """Yes or No, from Y, Yes, N, No, TRUE, FALSE, a tick or a cross. `ticks`: whether its column has any."""
    text = shown(value)
    answer = YES_OR_NO.get(plain(ticked(text) or text))
    if answer is not None:
        return answer
    return Fault("unknown-choice", f"{text} is not Yes or No. Enter Yes or No.", suggested(text, ("Yes", "No"), ticks))
