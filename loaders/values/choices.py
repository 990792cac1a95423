"""Choices and judgements, in words or in the field's usual short forms."""

import re
from functools import cache

from loaders.values.fault import Fault, shown
from loaders.values.lights import suggested, ticked
from loaders.values.near import meant_by
from loaders.values.nothing import says_nothing
from qa_data.dictionary.short_forms import SHORT_FORMS
from qa_data.judgements import GRADES, JUDGEMENTS
from qa_data.plain import plain


def choice(value: object, choices: tuple[str, ...], ticks: bool = False) -> str | Fault:
    """The choice that a cell means. `ticks`: whether its column has any."""
    text = shown(value)
    told = (ticked(text) if "Yes" in choices else None) or text
    return _sure(value, _forms(choices).get(_compared(told))) or _unknown(value, choices, ticks)


def judgement(value: object) -> str | Fault:
    """The word of Ofsted's that a cell means, of the present or an earlier scheme."""
    return _sure(value, _judgement_forms().get(plain(shown(value)))) or _unknown(value, GRADES)


def _sure(value: object, meant: str | None) -> str | Fault | None:
    """Complete? is no Completed: whoever put the question mark is not sure."""
    text = shown(value)
    return (
        Fault("unknown-choice", f"“{text}” leaves it open. Find out, and enter {meant} if it is.", meant)
        if meant and "?" in text
        else meant
    )


def _compared(text: str) -> str:
    return re.sub(r"^(?:regulation|reg|r)(?=\d)", "reg", plain(text))


@cache
def _forms(choices: tuple[str, ...]) -> dict[str, str]:
    return {_compared(form): each for form, each in _written(choices)}


@cache
def _judgement_forms() -> dict[str, str]:
    return {plain(form): each for form, each in _judgements_written()}


def _written(choices: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each choice by every form that it is written in; by its own words last, which no short form of another takes."""
    return [(form, each) for each in choices for form in SHORT_FORMS.get(each, ())] + [(each, each) for each in choices]


def _judgements_written() -> list[tuple[str, str]]:
    return [(form, each.word) for each in JUDGEMENTS for form in (each.word, *each.short)]


def _unknown(value: object, choices: tuple[str, ...], ticks: bool = False) -> Fault:
    text = shown(value)
    return Fault(
        "unknown-choice",
        f"“{text}” is not one of the choices: {', '.join(choices)}. Enter one of them.",
        suggested(text, choices, ticks) or (None if says_nothing(text) else _meant(text, choices)),
    )


def _meant(text: str, choices: tuple[str, ...]) -> str | None:
    meant = meant_by(text, _judgements_written() if choices == GRADES else _written(choices))
    return meant if meant in choices else None
