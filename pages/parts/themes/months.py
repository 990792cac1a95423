"""Themes by month as a heat map, what emerges at one home, and what visits praise."""

from datetime import date
from html import escape

from pages.parts.address import link
from pages.parts.themes.said import state
from qa_data.words import month_name, percent, share

MOST = 12

STEPS = (0, 20, 40, 60)
"""The shares (%) at which a cell grows darker; above 0, each from so much on."""


def by_month(shown: list[dict], months: list[str], home: str | None) -> str:
    """The last 12 months of the themes listed first, with the count in every cell."""
    heads = "".join(f'<th scope="col" class="c">{_month(month, place)}</th>' for place, month in enumerate(months))
    rows = "".join(
        '<tr><th scope="row"><a'
        f' href="{escape(link("themes", theme=each["theme"], home=home))}">{escape(each["label"])}</a></th>{_cells(each, months)}</tr>'
        for each in shown[:MOST]
    )
    return (
        '<section class="panel"><h2>Theme by month</h2><p class="small">Visits that mention it as a concern, of all'
        ' independent visits in the month. Darker is a larger share.</p><div class="scroll"><table class="t'
        ' heat"><thead><tr><th scope="col"><span'
        f' class="hidden">Theme</span></th>{heads}</tr></thead><tbody>{rows}</tbody></table></div></section>'
    )


def last_months(until: date) -> list[str]:
    """The 12 months to that of the day, as 2026-10."""
    numbers = range(12 * until.year + until.month - 12, 12 * until.year + until.month)
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in numbers]


def _month(month: str, place: int) -> str:
    day = date.fromisoformat(f"{month}-01")
    year = f"<br>{day.year}" if place in (0, 11) or day.month == 1 else ""
    return f"{day:%b}{year}"


def _cells(each: dict, months: list[str]) -> str:
    known = {row["month"]: row for row in each["months"]}
    return "".join(_cell(known.get(month), month) for month in months)


def _cell(row: dict | None, month: str) -> str:
    if row is None:
        return '<td class="c none" title="No visit">–</td>'
    part = 100 * row["visits"] / row["of"]
    step = sum(part > STEPS[0] if not low else part >= low for low in STEPS)
    said = f"{row['visits']} of {row['of']}" if row["of"] < 100 else percent(row["visits"], row["of"])
    when = month_name(date.fromisoformat(f"{month}-01"))
    return f'<td class="c h{step}" title="{when}: {share(row["visits"], row["of"])}">{said}</td>'


def at_one_home(every: list[dict]) -> str:
    """What is emerging or first mentioned at one home."""
    found = [each for each in every if each["home"]]
    if not found:
        return (
            '<section class="panel"><h2>At one home</h2><p class="small">No theme is in every month of one home’s'
            " visits more than its own year before would have it.</p></section>"
        )
    rows = "".join(
        "<li><div><a"
        f' href="{escape(link("themes", theme=each["theme"], home=each["home"]))}"><strong>{escape(each["home"])}</strong>'
        f' · {escape(each["label"])}</a><div class="small">{state(each)} · {share(each["visits"], each["of"])}'
        " visits</div></div></li>"
        for each in found[:MOST]
    )
    rest = f'<p class="small">And {len(found) - MOST:,} more: choose a home above.</p>' if len(found) > MOST else ""
    return f'<section class="panel"><h2>At one home</h2><ul class="l">{rows}</ul>{rest}</section>'


def praised(found: list[dict]) -> str:
    """What visits name as a strength, most often first."""
    rows = "".join(
        f'<tr><th scope="row">{escape(each["label"])}</th><td data-l="3'
        f' months">{share(each["strengths"], each["of"])}</td><td data-l="12 before" class="small">'
        f"{share(each['strengths_before'], each['before_of']) if each['before_of'] else 'No visit'}</td></tr>"
        for each in found[:MOST]
    )
    table = (
        '<table class="t main stack"><thead><tr><th>Theme</th><th>Visits in 3 months</th><th>In the 12 months'
        f" before</th></tr></thead><tbody>{rows}</tbody></table>"
        if rows
        else '<p class="small">No visit names a strength in these 3 months.</p>'
    )
    return (
        '<section class="panel"><h2>What visits praise</h2><p class="small">Strengths are counted apart and are never'
        f" taken for concerns.</p>{table}</section>"
    )
