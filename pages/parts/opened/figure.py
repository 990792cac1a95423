"""The rows that an indicator's figure is counted from, in HTML."""

from datetime import date

from htpy import Fragment, fragment, h2, p

from metrics.homes.homes import last_complete_month
from metrics.indicators.indicator import Indicator, told
from metrics.indicators.registry import indicator
from metrics.months.figures import home_figures, home_months
from metrics.rag.behind import rows_behind, rows_of_month
from pages.parts import address, ask
from pages.parts.home.behind import rows_table
from pages.parts.meaning import counting
from qa_data.standards import standard
from qa_data.wording import counted, month_name


def figure(home: str, code: str, known: str, month: str = "") -> Fragment | None:
    """The figure as pooled, or of one month, with every row behind it; where there is none, what is missing."""
    of, on = indicator(known), date.fromisoformat(month) if month else None
    found = _pooled(home, code, known) if on is None else _month(home, code, known, on)
    rows = (
        ask.answer(rows_behind, home, code, known, homes=[home])
        if on is None
        else ask.answer(rows_of_month, home, code, known, on, homes=[home])
    )
    if found is None and not rows:
        return None
    return fragment[
        h2(id="opened", tabindex="-1")[f"{of.title}: {_value(of, found)}"],
        p(".small")[" · ".join(filter(None, (home, standard(code).name, _when(of, found, on))))],
        p[counting(of)],
        rows_table(rows) if rows else p[_missing(of, home)],
    ]


def _pooled(home: str, code: str, known: str) -> dict | None:
    figures = ask.answer(home_figures, home)
    return next((each for each in figures if (each["standard"], each["indicator"]) == (code, known)), None)


def _month(home: str, code: str, known: str, month: date) -> dict | None:
    of = (code, known, month)
    found = ask.answer(home_months, home)
    return next((each for each in found if (each["standard"], each["indicator"], each["month"]) == of), None)


def _value(of: Indicator, found: dict | None) -> str:
    if not found or not found["denominator"]:
        return "No data"
    return told(of, found["numerator"], found["denominator"], found["month"])


def _when(of: Indicator, found: dict | None, month: date | None) -> str:
    if month or not found:
        return month_name(month) if month else ""
    span = f"{counted(found['months'], 'month')} to {month_name(last_complete_month(address.as_at()))}"
    return f"the latest of the {span}" if of.is_stock else span


def _missing(of: Indicator, home: str) -> str:
    if of.counting:
        return f"No row of {home} counts here in that time: nothing was due, or it has not been loaded."
    sheet = "monthly return" if of.in_return else "log of independent visits"
    return f"No row of these months says it. Load the {sheet} of {home} with a number under both headings."
