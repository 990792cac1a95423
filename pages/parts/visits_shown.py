"""Independent visits in HTML: the months and the gaps, the reports, whom a visit reached, and what the visitor's
contract brought.
"""

from datetime import date
from html import escape
from itertools import groupby

from metrics.visits.visiting import MISSED_DAYS
from pages.parts import origin
from pages.parts.address import link
from qa_data.standards import CODES, standard
from qa_data.words import british, counted, listed, month_name, share

HOMES = 60
"""So many homes are drawn; the rest are found by choosing one."""

REACHED = {
    "children": "no child",
    "private": "no child in private",
    "families": "no family",
    "professionals": "no social worker or professional",
    "staff": "no member of staff",
}


def finding(months: list[dict], as_at: date) -> str:
    """In how many of the months owed there was a visit, as the page's heading."""
    ended = [
        row for row in months if row["owed"] and (row["month"].year, row["month"].month) != (as_at.year, as_at.month)
    ]
    if not months:
        return (
            '<h1>No home was open on this day</h1><p class="lede">Upload a sheet of homes and one of visits on the'
            " Upload page. For example: Ash House, 14 Oct 2026, Reg 44.</p>"
        )
    made = sum(bool(row["days"]) for row in ended)
    return (
        f"<h1>An independent visit in {share(made, len(ended)) if ended else 'no'} of the months that ended</h1><p"
        ' class="lede">The law asks for a visit in each calendar month (regulation 44(1)). How far apart visits are,'
        " how soon a report comes and whom a visitor reaches is quality, not law.</p>"
    )


def calendar(months: list[dict], gaps: dict[str, dict]) -> str:
    """Twelve months a home, with the days of the visits, and the longest gap beside them."""
    homes = [(home, list(rows)) for home, rows in groupby(months, lambda row: row["home"])]
    heads = (
        "".join(f'<th scope="col" class="c">{month_name(row["month"])}</th>' for row in homes[0][1]) if homes else ""
    )
    rows = "".join(_year(home, told, gaps.get(home)) for home, told in homes[:HOMES])
    more = (
        f'<p class="small">And {len(homes) - HOMES:,} more homes: choose one above.</p>' if len(homes) > HOMES else ""
    )
    return (
        '<section class="panel"><h2>Months with a visit, and the longest gap</h2><div class="scroll"><table class="t'
        f' main heat"><thead><tr><th scope="col">Home</th>{heads}<th scope="col">Longest'
        f' gap</th></tr></thead><tbody>{rows}</tbody></table></div><p class="small">The day of the month of each visit.'
        f" ✕ none in a month that is owed; – none owed.</p>{more}</section>"
    )


def _year(home: str, months: list[dict], gap: dict | None) -> str:
    cells = "".join(_month(row, row is months[-1]) for row in months)
    longest = (
        f'{counted(gap["longest"], "day")} <span class="small">last {british(gap["last"])}</span>'
        if gap
        else "No visit known"
    )
    return (
        f'<tr><th scope="row"><a href="{escape(link(home=home))}">{escape(home)}</a></th>{cells}<td>{longest}</td></tr>'
    )


def _month(row: dict, current: bool) -> str:
    if row["days"]:
        return f'<td class="c h1">{", ".join(str(day.day) for day in row["days"])}</td>'
    if not row["owed"]:
        return '<td class="c none" title="None owed">–</td>'
    return (
        '<td class="c none" title="None yet">·</td>'
        if current
        else (
            '<td class="c"><span class="bad" role="img" aria-label="No visit in'
            f' {month_name(row["month"])}">✕</span></td>'
        )
    )


def sums(rows: list[dict], who: str, days: int, cost: float | None) -> str:
    """What the visits of each home or visitor brought in 12 months."""
    if not rows:
        return ""
    heads = [
        who,
        "Visits",
        f"Report in {days} days (local)",
        "Sent to Ofsted",
        "Report clear",
        "Children spoken to",
        "In private",
        "Families",
        "Professionals",
        "Staff",
        "Found nothing to improve",
        "Safeguarded (44(4)(a))",
        "Well-being (44(4)(b))",
    ]
    told = "".join(f'<th scope="col">{head}</th>' for head in heads)
    each = f'<p class="small">{_cost(rows, cost)}</p>' if who == "Visitor" else ""
    return (
        f'<section class="panel"><h2>By {who.lower()}</h2><div class="scroll"><table class="t main'
        f' stack"><thead><tr>{told}</tr></thead><tbody>{"".join(_sums(row, heads) for row in rows[:HOMES])}</tbody>'
        f"</table></div>{each}</section>"
    )


def _sums(row: dict, heads: list[str]) -> str:
    homes = f' <span class="small">{counted(row["homes"], "home")}</span>' if heads[0] == "Visitor" else ""
    said = [
        f"{row['visits']:,}{homes}",
        _of(row["on_time"], row["visits"]) + _undated(row),
        _of(row["sent"], row["visits"]),
        _of(row["clear"], row["judged"]),
        _of(row["spoken"], row["living"]),
        _of(row["private"], row["spoken_known"]),
        *(_contacts(row, name) for name in ("families", "professionals", "staff")),
        _of(row["nothing"], row["visits"]),
        *(_opinion(row, name) for name in ("safeguarded", "wellbeing_promoted")),
    ]
    who = (
        f'<a href="{escape(link(home=row["who"]))}">{escape(row["who"])}</a>'
        if heads[0] == "Home"
        else escape(row["who"])
    )
    return (
        f'<tr><th scope="row">{who}</th>'
        + "".join(f'<td data-l="{head}"><span>{each}</span></td>' for head, each in zip(heads[1:], said, strict=True))
        + "</tr>"
    )


def _of(part: int | None, whole: int | None) -> str:
    return share(part, whole) if whole else "No data"


def _undated(row: dict) -> str:
    undated = row["visits"] - row["received"]
    return f' <span class="small">{undated} not dated</span>' if undated else ""


def _contacts(row: dict, name: str) -> str:
    if not row[f"{name}_known"]:
        return "No data"
    none = (
        f' <span class="small">none at {row[f"{name}_none"]} of {row[f"{name}_known"]} visits</span>'
        if row[f"{name}_none"]
        else ""
    )
    return f"{row[f'{name}_sum']:,}{none}"


def _opinion(row: dict, name: str) -> str:
    latest, unstated = row[f"{name}_latest"], row[f"{name}_unstated"]
    said = f'<span class="bad">{latest}</span>' if latest == "No" else latest
    return f'{said} <span class="small">{unstated} of {row["visits"]} not stated</span>' if unstated else said


def _cost(rows: list[dict], cost: float | None) -> str:
    visits = sum(row["visits"] for row in rows)
    if cost is None:
        return "What a visit costs is told when the contract’s value is set on the Settings page."
    return f"The contract of £{cost:,.0f} a year brought {counted(visits, 'visit')}: £{cost / visits:,.0f} a visit."


def missed(unreached: list[dict], looked: dict[str, list[str]], unseen: list[dict], homes: list[str]) -> str:
    """Whom nobody reached over several visits, which standards were not looked at in three months, and what Ofsted
    found that the visits had not.
    """
    return f'<div class="panels">{_unreached(unreached)}{_unlooked(looked, homes)}</div>{_unseen(unseen)}'


def _unreached(rows: list[dict]) -> str:
    told = "".join(
        f'<li><div><a href="{escape(link(home=row["home"]))}"><strong>{escape(row["home"])}</strong></a>:'
        f' {REACHED[row["reached"]]} at the last {row["visits"]} visits that say<div class="small">since'
        f" {british(row['since'])}</div></div></li>"
        for row in rows[:HOMES]
    )
    return (
        '<section class="panel"><h2>Nobody'
        f" reached</h2>{f'<ul class=l>{told}</ul>' if told else '<p>At every home each group was reached at one of the last three visits, as far as they say.</p>'}</section>"
    )


def _unlooked(looked: dict[str, list[str]], homes: list[str]) -> str:
    gaps = {home: [code for code in CODES if code not in looked.get(home, ())] for home in homes}
    told = "".join(
        f'<li><div><a href="{escape(link(home=home))}"><strong>{escape(home)}</strong></a>: {9 - len(codes)} of 9'
        f' looked at<div class="small">Not {listed([standard(code).name for code in codes])}</div></div></li>'
        for home, codes in list(gaps.items())[:HOMES]
        if codes
    )
    return (
        '<section class="panel"><h2>Standards not looked at in three'
        f" months</h2>{f'<ul class=l>{told}</ul>' if told else '<p>Every standard was looked at at every home.</p>'}</section>"
    )


def _unseen(rows: list[dict]) -> str:
    told = "".join(
        "<li><div><a"
        f' href="{escape(link(home=row["home"], standard=row["standard"]))}"><strong>{escape(row["home"])}</strong> ·'
        f' {standard(row["standard"]).name}</a><div>{escape(row["text"])}</div><div class="source">Ofsted,'
        f" {british(row['day'])} · the visit of {british(row['visit_date'])}"
        f" ({escape(row['visitor'] or 'no visitor named')}) said {row['verdict'].lower()} ·"
        f" {origin.row_source(row)}</div></div></li>"
        for row in rows
    )
    return (
        '<section class="panel"><h2>What Ofsted found and the visit before had not</h2><p class="small">Concerns and'
        f" requirements within {MISSED_DAYS} days after a visit that raised no concern under the "
        "standard. A visitor cannot see everything; ask what was looked"
        f" at.</p>{f'<ul class=l>{told}</ul>' if told else '<p>None in 12 months.</p>'}</section>"
    )
