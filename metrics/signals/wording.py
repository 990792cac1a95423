"""What a signal means, in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from metrics.indicators.indicator import Indicator, told
from metrics.indicators.registry import indicator, titled
from metrics.signals.grid import THEMES, VERDICT
from metrics.signals.series import MONTHS
from metrics.signals.shapes import Aimed, ByChance, Signal, Whole
from metrics.signals.xmr import COMMON_CAUSE, CONCERN, IMPROVEMENT, NONE
from qa_data.wording import capital, counted, in_words, listed, month_name, percent

WHOLE = 20
"""From so many months on between two, half a month more or less says nothing."""

WAYS = {CONCERN: ", for the worse", IMPROVEMENT: ", for the better"}

ADVICE = {
    ("flag", "worse"): "Ask what changed, and agree an action.",
    ("watch", "worse"): "Worth a question, not yet an action.",
    ("flag", "better"): "Find out what helped, and keep to it.",
    ("watch", "better"): "It may be for the better: see whether it lasts.",
}


def meaning(signal: Signal | Aimed) -> str:
    """What this means: whether it has moved, by how much, and what to do about it. `signal` as in
    `metrics.signals.signals`.
    """
    return " ".join(filter(None, found_and_advice(signal)))


def found_and_advice(signal: Signal | Aimed) -> tuple[str, str]:
    """What one series shows, and what many may be told alike: what to make of it. Either may be blank."""
    if signal["direction"] != NONE:
        return capital(changed(signal)), ADVICE[signal["tier"], signal["direction"]]
    found, advice = _without(signal)
    return " ".join(filter(None, (_over(signal), found))), advice


def _over(signal: Signal | Aimed) -> str:
    if not signal["over"]:
        return ""
    return f"Over since {month_name(_day(signal['over']))}: the months since it was raised speak for the rate before."


def _without(signal: Signal | Aimed) -> tuple[str, str]:
    """Of a series on which no concern stands."""
    if signal["variation"] == NONE:
        return (
            f"{counted(signal['points'], 'month')} known in the last {MONTHS}: too few for the limits of a chart.",
            "Look at the values, not at the line.",
        )
    if not signal["recent"]:
        return f"No figure since {month_name(_day(signal['month']))}: nothing is known of how it runs now.", ""
    if signal["variation"] != COMMON_CAUSE:
        return "", (
            f"The latest point stands out on this chart{WAYS.get(signal['variation'], '')}, but all months together do"
            " not yet speak for a change. Watch the next month before you act on it."
        )
    return _steady(signal)


def moved(concern: Mapping[str, Any]) -> str:
    """The concern in a sentence, with its counts: the reason of a Flag. Key-work sessions held down since about
    May 2026: 64 of 83 in 6 months where 79 is usual."""
    return f"{titled(concern['indicator'], concern['standard'])} {changed(concern)}"


def changed(concern: Mapping[str, Any]) -> str:
    """The same without its title: up since about May 2026: 11 in 6 months where 5 is usual."""
    known = indicator(concern["indicator"])
    since, before = (
        (min(part, of) if known.kind == "proportion" else part, of)
        for part, of in (
            (concern[f"{which}_numerator"], concern[f"{which}_denominator"]) for which in ("since", "before")
        )
    )
    way = "up" if since[0] * before[1] > before[0] * since[1] else "down"
    seen = _stock(concern, known, before) if known.is_stock else _flow(concern, known, since, before)
    return f"{way} since about {month_name(_day(concern['began']))}: {seen}."


def was_watch(concern: Mapping[str, Any]) -> str:
    """Of a Flag that was a Watch before: now a Flag; a Watch since Apr 2026. Of others nothing."""
    if concern["raised"] == concern["since"]:
        return ""
    return f"{'Now a Flag; a' if concern['new'] else 'A'} Watch since {month_name(_day(concern['since']))}."


def since_when(concern: Mapping[str, Any], new: str = "new this month") -> str:
    """Since when a concern stands: new this month, or since Jun 2026; of a Flag that was a Watch before, both: new this
    month; a Watch since Apr 2026."""
    raised, since = _day(concern["raised"]), _day(concern["since"])
    when = new if concern["new"] else f"since {month_name(raised)}"
    return when if raised == since else f"{when}; a Watch since {month_name(since)}"


def _flow(concern: Mapping[str, Any], known: Indicator, since: tuple[int, int], before: tuple[int, int]) -> str:
    seen = f"{since[0]:,} of {since[1]:,}" if known.kind == "proportion" else f"{since[0]:,}"
    return f"{seen} in {counted(concern['known'], 'month')} where {_usual(since[1] * before[0] / before[1])}"


def _usual(expected: float) -> str:
    """So many as the months before would make it."""
    if not expected:
        return "there was none before"
    return f"{round(expected):,} is usual" if expected >= 1 else "fewer than one is usual"


def _stock(concern: Mapping[str, Any], known: Indicator, before: tuple[int, int]) -> str:
    """What stands at a month's end is never added up over months: the same cases stand there again."""
    latest = told(known, concern["numerator"], concern["denominator"], _day(concern["month"]))
    return f"{latest} where {percent(*before)} was usual at the month ends before"


def as_whole(whole: Whole, homes: int, each: float) -> str:
    """A home that gets worse in many things at once, and how often one of so many homes would show it by chance.
    `each`: how many would begin to a month."""
    return (
        f"{whole['home']} is getting worse in many things at once since about"
        f" {month_name(_day(whole['began'] or ''))}: {listed(parts_of(whole))}. Where nothing changes, {_one_of(homes)}"
        f" would show this about {_how_often(each)}."
    )


def parts_of(whole: Whole) -> list[str]:
    """What makes it up, counted: 9 of 31 indicators, 3 of 9 verdicts, the themes of its visits."""
    indicators = sum(each["indicator"] not in (VERDICT, THEMES) for each in whole["made_of"])
    told = (
        (indicators, whole["of_indicators"], "indicators"),
        (len(whole["standards"]), whole["of_verdicts"], "verdicts"),
    )
    themes = ["the themes of its visits"] if whole["themes"] else []
    return [f"{part:,} of {of:,} {word}" for part, of, word in told if part] + themes


def _one_of(homes: int) -> str:
    return "this home" if homes == 1 else f"one of {in_words(homes)} homes"


def _how_often(a_month: float) -> str:
    """Once in ten months, or three times a month."""
    return f"once in {_months(a_month)}" if a_month < 0.75 else f"{a_month:.1g} times a month"


def _months(a_month: float) -> str:
    """How many months pass between two: ten months, or two and a half months, where half a month tells."""
    halves = round(2 / a_month)
    if halves % 2 and halves < 2 * WHOLE:
        return f"{in_words(halves // 2)} and a half months"
    return f"{in_words(round(1 / a_month))} months"


def by_chance(told: ByChance, homes: int) -> str:
    """How many concerns would begin at so many homes in which nothing changes."""
    which = "this home" if homes == 1 else f"these {in_words(homes)} homes"
    return (
        f"Where nothing changes, {which} would show about one new Watch {_every(told['watch'])} and one new Flag"
        f" {_every(told['flag'])}; so some of these are chance."
    )


def _every(a_month: float) -> str:
    """Every two months, a month, or three times a month."""
    if a_month > 2 / 3:
        return "a month" if a_month < 1.5 else f"{a_month:.0f} times a month"
    return f"every {_months(a_month)}"


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
    elif signal["of_whole"]:
        steady = "By itself it does not tell a change from chance; it is part of what makes the home worse as a whole."
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
    last, month = date.fromisoformat(f"{signal['last_event']}-01"), _day(signal["month"])
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


def _day(month: str | date) -> date:
    return date.fromisoformat(f"{month}-01") if isinstance(month, str) else month
