"""What a signal means, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from metrics.indicators.indicator import HIGHER, LOWER, Indicator, said
from metrics.indicators.registry import indicator, titled
from metrics.signals.shapes import Aimed, Signal
from metrics.signals.xmr import COMMON_CAUSE, CONCERN, IMPROVEMENT, NONE
from qa_data.wording import counted, month_name

WAYS = {CONCERN: ", for the worse", IMPROVEMENT: ", for the better"}

RAREST = 100_000
"""A chance smaller than one in so many is not told more exactly: no count of months bears it."""


def meaning(signal: Signal | Aimed) -> str:
    """What this means: whether it has moved, by how much, and what to do about it. `signal` as in
    `metrics.signals.signals`.
    """
    return " ".join(filter(None, found_and_advice(signal)))


def found_and_advice(signal: Signal | Aimed) -> tuple[str, str]:
    """What one series shows, and what many may be told alike: what to make of it. Either may be blank."""
    known = indicator(signal["indicator"])
    if signal["flag"]:
        return moved(signal), _so(signal["variation"])
    if signal["variation"] == NONE:
        return (
            f"{counted(signal['points'], 'month')} known: too few to tell a change from chance.",
            "Look at the values, not at the line.",
        )
    if signal["variation"] != COMMON_CAUSE:
        return "", (
            f"The latest point stands out on this chart{WAYS.get(signal['variation'], '')}, but among all "
            "that is looked at chance alone would show as much. Watch the next month before you act on it."
        )
    return _steady(signal, known)


def moved(signal: Mapping[str, Any]) -> str:
    """Which way it has gone, with the counts of the months looked at and of those before: the reason of a flag."""
    known = indicator(signal["indicator"])
    now, before = ((signal[f"{part}_numerator"], signal[f"{part}_denominator"]) for part in ("look", "before"))
    way = "up" if now[0] * before[1] > before[0] * now[1] else "down"
    month = month_name(_month(signal))
    months = f"in {month}" if signal["look"] == 1 else f"in the {signal['look']} months to {month}"
    return (
        f"{titled(known.id, signal['standard'])}: {way} beyond chance, {said(known, *now)} {months} against"
        f" {said(known, *before)} before ({odds(signal['p'])})."
    )


def odds(p: float) -> str:
    """1 in 900 if nothing had changed."""
    return f"{f'less than 1 in {RAREST:,}' if p * RAREST < 1 else f'1 in {1 / p:,.0f}'} if nothing had changed"


def _so(variation: str) -> str:
    if variation == CONCERN:
        return "Ask what changed, and agree an action."
    return (
        "Find out what helped, and keep to it."
        if variation == IMPROVEMENT
        else "Neither is better in itself: ask what lies behind it."
    )


def _steady(signal: Mapping[str, Any], known: Indicator) -> tuple[str, str]:
    if signal["method"] == "t" and signal["centre"] is None:
        return f"None in {signal['value']:,.0f} days.", ""
    if signal["method"] == "xmr" and (signal["lower"] is None or signal["lower"] == signal["upper"]):
        return (
            f"{'The same in every month' if signal['lower'] is None else 'The same in nearly every month'}, so there is"
            " no usual range to compare with.",
            _against_target(signal, known),
        )
    steady = "It goes up and down as chance alone would have it: one month's change is not news."
    return _since_last(signal), f"{steady}{_as_it_runs(signal['assurance'], known)}"


def _as_it_runs(assurance: str, known: Indicator) -> str:
    if assurance == "failing":
        return " As it runs it will not reach the target; something in how it is done has to change."
    if assurance == "passing":
        return " As it runs it keeps to the target."
    if assurance == "hit or miss" and known.better in (HIGHER, LOWER):
        return " As it runs the target is met in some months and missed in others."
    return ""


def _against_target(signal: Mapping[str, Any], known: Indicator) -> str:
    target = signal.get("target")
    if target is None or known.better not in (HIGHER, LOWER):
        return ""
    met = signal["value"] >= target if known.better == HIGHER else signal["value"] <= target
    return "It keeps to the target." if met else "It is short of the target; something in how it is done has to change."


def _since_last(signal: Mapping[str, Any]) -> str:
    """Of time between events: how long it has been, against how long it usually is."""
    if signal["method"] != "t":
        return ""
    return (
        f"About {counted(round(signal['value']), 'day')} since the last one; at the rate of these months half of the"
        f" times between two are longer than {round(signal['centre']):,} days."
    )


def _month(signal: Mapping[str, Any]) -> date:
    month = signal["month"]
    return date.fromisoformat(f"{month}-01") if isinstance(month, str) else month
