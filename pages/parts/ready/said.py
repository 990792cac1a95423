"""What a home can show of a span of time, in words; no word here judges it."""

from datetime import date, timedelta

from metrics.indicators.duties import INDEPENDENT_VISIT
from metrics.indicators.indicator import told
from metrics.indicators.registry import indicator, titled
from metrics.readiness.annex import LIVING, Item
from pages.parts import marks
from qa_data.dictionary import dataset
from qa_data.standards import standard
from qa_data.wording import british, capital, counted, last_day, listed, month_name

OPINIONS = {
    "safeguarded": "Children effectively safeguarded (regulation 44(4)(a))",
    "wellbeing_promoted": "The home’s conduct promotes well-being (regulation 44(4)(b))",
}

NOTHING_OF = {
    "inspections": "No full inspection is loaded.",
    "visits": "No visit or review of this time is loaded.",
    "findings": "No finding of this time is loaded.",
    "actions": "No action is loaded.",
    "returns": "No monthly return of this time is loaded.",
    "plan": "No service plan is loaded.",
}


def since(span: dict) -> str:
    """Since the full inspection of 14 Jul 2026; or since it opened, where none is known."""
    if span["day"] is None:
        return f"No full inspection is loaded; counted since it opened on {british(span['opened'])}."
    return f"Counted since the full inspection of {british(span['day'])}."


def counting(span: dict) -> str:
    """Which whole months the counts are of, and which days lie in none."""
    months = (
        f"Counts are of {counted(span['months'], _kind(span))}, {_months(span)}."
        if span["months"]
        else "No month of it is whole yet, so nothing can be counted."
    )
    return f"{months}{_outside(span)}"


def _kind(span: dict) -> str:
    """The month in which a home opened counts from its opening on."""
    return "month" if span["first"] < span["begins"] else "whole month"


def _months(span: dict) -> str:
    last = span["after"] - timedelta(days=1)
    return month_name(last) if span["months"] == 1 else f"{month_name(span['first'])} to {month_name(last)}"


def _outside(span: dict) -> str:
    """The days before the first whole month and after the last."""
    middle = span["months"] and span["first"] <= span["ends"]
    before = (span["begins"], span["first"] - timedelta(days=1)) if middle else (span["begins"], span["ends"])
    after = (span["after"], span["ends"]) if middle else (date.max, date.min)
    days = [_days(first, last) for first, last in (before, after) if first <= last]
    return f" You must add {listed(days)}: a return tells of a month, not of days." if days else ""


def _days(first: date, last: date) -> str:
    """15 to 31 Jul 2026."""
    if first == last:
        return british(first)
    same = (first.year, first.month) == (last.year, last.month)
    return f"{first.day if same else british(first)} to {british(last)}"


def figure(item: Item, count: dict | None, living: dict | None) -> str:
    """What the figures give to an item of the form."""
    if item.number == LIVING:
        return f"{living['count']:,} on {british(living['day'])}" if living else "No data"
    return summed(count) if count else "No figure gives it"


def summed(count: dict) -> str:
    """5; 5, of 2 of 3 months; No data."""
    if count["count"] is None:
        return "No data"
    return f"{count['count']:,}" + (
        "" if count["given"] == count["months"] else f", of {count['given']} of {counted(count['months'], 'month')}"
    )


def header(column: str) -> str:
    """The heading of a column of the return."""
    return dataset("returns").column(column).header


def piece(row: dict) -> str:
    """A piece of evidence in a line."""
    return PIECES[row["kind"]](row)


def _judged(row: dict) -> str:
    named = f"{row['told_by']}, {OPINIONS[row['kind']]}" if row["kind"] in OPINIONS else row["told_by"]
    return f"{named}: {row['said']} at {row['times']} of {row['of_times']}, the last on {british(row['day'])}"


def _figure(row: dict) -> str:
    return f"{titled(row['indicator'], row['standard'])}: {value(row)}, {marks.RATINGS[row['rag']]}"


def value(row: dict) -> str:
    """3 of 4 (75 %)."""
    return told(indicator(row["indicator"]), row["numerator"], row["denominator"], row["month"])


def _acted(row: dict) -> str:
    if row["side"] == "for":
        return f"Done {british(row['day'])}: {row['said']} {row['note']} ({row['told_by']})"
    when = f"{row['note']}, {british(row['day'])}" if row["day"] else "No due date"
    return f"{when}: {row['said']} ({row['told_by']})"


def quoted(text: str) -> str:
    """In quotation marks, unless it has some."""
    return text if text.startswith(("“", '"', "‘")) else f"“{text}”"


def referred(row: dict) -> str:
    """What a child said begins with its reference; nothing of other findings."""
    return f"{row['note']}, " if row["note"] else ""


PIECES = {
    "verdict": _judged,
    "safeguarded": _judged,
    "wellbeing_promoted": _judged,
    "figure": _figure,
    "finding": lambda row: f"{quoted(row['said'])} ({referred(row)}{row['told_by']}, {british(row['day'])})",
    "change": lambda row: f"Changed because of children’s views: {quoted(row['said'])} ({british(row['day'])})",
    "action": _acted,
    "plan": lambda row: f"Service plan: {row['said']} ({row['note']})",
}


def missing(span: dict, gaps: dict) -> list[str]:
    """What nothing tells, a sentence each."""
    told_of = [NOTHING_OF[name] for name in gaps["datasets"] if name != "returns" or span["months"]]
    if gaps["months"] and "returns" not in gaps["datasets"]:
        told_of.append(f"No monthly return of {ranges(gaps['months'])}.")
    if gaps["visits"]:
        named = f"{INDEPENDENT_VISIT.kind} of {ranges(gaps['visits'])}"
        told_of.append(f"No {named}, though one was owed each month (regulation {INDEPENDENT_VISIT.regulation}).")
    if gaps["standards"]:
        names = listed([standard(code).name for code in gaps["standards"]])
        told_of.append(f"No visit gave a verdict and nobody found anything under {names}.")
    return told_of


def ranges(months: list[date]) -> str:
    """Apr 2026, and Jun 2026 to Aug 2026."""
    runs: list[list[date]] = []
    for month in months:
        follows = runs and month == last_day(runs[-1][-1]) + timedelta(days=1)
        runs = [*runs[:-1], [*runs[-1], month]] if follows else [*runs, [month]]
    return listed([month_name(run[0]) + (f" to {month_name(run[-1])}" if len(run) > 1 else "") for run in runs])


def tally(rows: list[dict]) -> str:
    """3 for, 5 against, 2 said by children."""
    sides = [row["side"] for row in rows]
    words = (("for", "for"), ("against", "against"), ("heard", "said by children"))
    named = [f"{sides.count(side)} {word}" for side, word in words if side in sides]
    return capital(", ".join(named)) or "Nothing of this time is loaded"
