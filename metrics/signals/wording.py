"""What a signal means, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from metrics.indicators.indicator import Indicator, said, told
from metrics.indicators.registry import indicator, titled
from metrics.signals.series import MONTHS
from metrics.signals.shapes import Aimed, Signal
from metrics.signals.xmr import COMMON_CAUSE, CONCERN, IMPROVEMENT, NONE
from qa_data.wording import capital, counted, month_name

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
    if signal["flag"]:
        return moved(signal), _so(signal["variation"])
    if signal["variation"] == NONE:
        return (
            f"{counted(signal['points'], 'month')} known in the last {MONTHS}: too few to tell a change from chance.",
            "Look at the values, not at the line.",
        )
    if signal["p"] is None:
        return f"No figure since {month_name(_month(signal))}: nothing is known of how it runs now.", ""
    if signal["variation"] != COMMON_CAUSE:
        return "", (
            f"The latest point stands out on this chart{WAYS.get(signal['variation'], '')}, but among all "
            "that is looked at chance alone would show as much. Watch the next month before you act on it."
        )
    return _steady(signal)


def moved(signal: Mapping[str, Any]) -> str:
    """Which way it has gone, with the counts of the months looked at and of those before: the reason of a flag."""
    known = indicator(signal["indicator"])
    now, before = ((signal[f"{part}_numerator"], signal[f"{part}_denominator"]) for part in ("look", "before"))
    # Of what may be more than was planned, as much as was planned counts, as in the test.
    whole = known.kind == "proportion"
    parts = [min(part, of) if whole else part for part, of in (now, before)]
    way = "up" if parts[0] * before[1] > parts[1] * now[1] else "down"
    seen = _stock(signal, known) if known.is_stock else _flow(signal, known, now, before)
    return f"{titled(known.id, signal['standard'])}: {way} beyond chance, {seen} before ({odds(signal['p'])})."


def _flow(signal: Mapping[str, Any], known: Indicator, now: tuple[int, int], before: tuple[int, int]) -> str:
    return f"{said(known, *now)} in {_months(signal)} against {said(known, *before)}"


def _stock(signal: Mapping[str, Any], known: Indicator) -> str:
    """What stands at a month's end is never added up over months: the same cases stand there again."""
    latest = told(known, signal["numerator"], signal["denominator"], _month(signal))
    since = "" if signal["look"] == 1 else f", {_between(signal, 'look')} at the ends of {_months(signal)},"
    return f"{latest}{since} against {_between(signal, 'before')} at the month ends"


def _between(signal: Mapping[str, Any], part: str) -> str:
    least, most = (f"{signal[f'{part}_{end}']:.0f} %" for end in ("least", "most"))
    return least if least == most else f"{least} to {most}"


def _months(signal: Mapping[str, Any]) -> str:
    month = month_name(_month(signal))
    return month if signal["look"] == 1 else f"the {signal['look']} months to {month}"


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


def _steady(signal: Mapping[str, Any]) -> tuple[str, str]:
    if signal["method"] == "t" and signal["last_event"] is None:
        return f"{capital(since_last(signal))}.", ""
    if signal["method"] == "xmr" and (signal["lower"] is None or signal["lower"] == signal["upper"]):
        return (
            f"{'The same in every month' if signal['lower'] is None else 'The same in nearly every month'}, so there is"
            " no usual range to compare with.",
            _against_target(signal),
        )
    if signal["judged_least"] == signal["judged_most"] and signal["method"] != "t":
        steady = f"The same in each of the last {counted(signal['judged'], 'month')} known."
    else:
        steady = "It goes up and down as chance alone would have it: one month's change is not news."
    return _since_last(signal), " ".join(filter(None, (steady, _against_target(signal))))


def _against_target(signal: Mapping[str, Any]) -> str:
    """Of a target, what the months judged say."""
    judged = counted(signal["judged"], "month")
    return {
        "failing": "As it runs it will not reach the target; something in how it is done has to change.",
        "passing": "As it runs it keeps to the target.",
        "hit or miss": {
            "all": f"The target was met in each of the last {judged} known.",
            "some": "As it runs the target is met in some months and missed in others.",
            "none": f"The target was missed in each of the last {judged} known.",
        }.get(signal["met"] or "", ""),
    }.get(signal["assurance"], "")


def since_last(signal: Mapping[str, Any]) -> str:
    """When the last event was, as a monthly count knows it: none since August 2026, last in October 2026."""
    if signal["last_event"] is None:
        return f"none in the last {counted(round(signal['value']), 'month')} known"
    last, month = date.fromisoformat(f"{signal['last_event']}-01"), _month(signal)
    between = 12 * (month.year - last.year) + month.month - last.month
    if between == signal["value"]:
        return f"{'none since' if between else 'last in'} {last:%B %Y}"
    return f"none in the {counted(round(signal['value']), 'month')} known since {last:%B %Y}"


def _since_last(signal: Mapping[str, Any]) -> str:
    """Of time between events: when the last was, against how long it usually is."""
    if signal["method"] != "t":
        return ""
    return (
        f"{capital(since_last(signal))}; at the rate of these months at least half of the waits from one to the next"
        f" are no longer than {counted(round(signal['centre']), 'month')}."
    )


def _month(signal: Mapping[str, Any]) -> date:
    month = signal["month"]
    return date.fromisoformat(f"{month}-01") if isinstance(month, str) else month
