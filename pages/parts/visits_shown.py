"""Independent visits in HTML: the months and the gaps, the reports, whom a visit reached, and what the visitor's
contract brought.
"""

from datetime import date
from itertools import groupby

from htpy import Element, Fragment, Node, a, div, fragment, h1, h2, li, p, section, span, ul

from metrics.visits.visiting import MISSED_DAYS
from pages.parts import origin
from pages.parts.address import link
from pages.parts.places import place
from pages.parts.tables import Cell, cell, head, more_homes, scrolled
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


def headline(months: list[dict], as_at: date) -> Fragment:
    """In how many of the months owed there was a visit, as the page's heading."""
    if not months:
        return fragment[
            h1["No home was open on this day"],
            p(".lede")[
                "Upload a sheet of homes and one of visits on the Upload page. For example: Ash House, 14 Oct 2026, Reg"
                " 44."
            ],
        ]
    ended = [
        row for row in months if row["owed"] and (row["month"].year, row["month"].month) != (as_at.year, as_at.month)
    ]
    made = share(sum(bool(row["days"]) for row in ended), len(ended)) if ended else "no"
    return fragment[
        h1[f"An independent visit in {made} of the months that ended"],
        p(".lede")[
            "The law asks for a visit in each calendar month (regulation 44(1)). How far apart visits are, how soon a"
            " report comes and whom a visitor reaches is quality, not law."
        ],
    ]


def calendar(months: list[dict], gaps: dict[str, dict]) -> Element:
    """Twelve months a home, with the days of the visits, and the longest gap beside them."""
    homes = [(home, list(rows)) for home, rows in groupby(months, lambda row: row["home"])]
    heads = [head(month_name(row["month"]), class_="c") for row in homes[0][1]] if homes else []
    return section(".panel")[
        h2["Months with a visit, and the longest gap"],
        scrolled(
            ("Home", *heads, "Longest gap"),
            [_year(home, told, gaps.get(home)) for home, told in homes[:HOMES]],
            "main heat",
        ),
        p(".small")["The day of the month of each visit. ✕ none in a month that is owed; – none owed."],
        more_homes(len(homes), HOMES),
    ]


def _year(home: str, months: list[dict], gap: dict | None) -> list:
    return [
        a(href=link(home=home))[home],
        *(_month(row, row is months[-1]) for row in months),
        _longest(gap) if gap else "No visit known",
    ]


def _longest(gap: dict) -> Node:
    return f"{counted(gap['longest'], 'day')} ", span(".small")[f"last {british(gap['last'])}"]


def _month(row: dict, current: bool) -> Cell:
    if row["days"]:
        return cell(", ".join(str(day.day) for day in row["days"]), class_="c h1")
    if not row["owed"]:
        return cell("–", class_="c none", title="None owed")
    if current:
        return cell("·", class_="c none", title="None yet")
    return cell(span(".bad", role="img", aria_label=f"No visit in {month_name(row['month'])}")["✕"], class_="c")


def sums(rows: list[dict], who: str, days: int, cost: float | None) -> Element | Fragment:
    """What the visits of each home or visitor brought in 12 months."""
    if not rows:
        return fragment[()]
    heads = (
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
    )
    return section(".panel")[
        h2[f"By {who.lower()}"],
        scrolled(heads, [_sums(row, who) for row in rows[:HOMES]]),
        who == "Visitor" and p(".small")[_cost(rows, cost)],
    ]


def _sums(row: dict, who: str) -> list:
    cells = (
        [f"{row['visits']:,}", who == "Visitor" and _beside(counted(row["homes"], "home"))],
        [_of(row["on_time"], row["visits"]), _undated(row)],
        _of(row["sent"], row["visits"]),
        _of(row["clear"], row["judged"]),
        _of(row["spoken"], row["living"]),
        _of(row["private"], row["spoken_known"]),
        *(_contacts(row, name) for name in ("families", "professionals", "staff")),
        _of(row["nothing"], row["visits"]),
        *(_opinion(row, name) for name in ("safeguarded", "wellbeing_promoted")),
    )
    named = a(href=link(home=row["who"]))[row["who"]] if who == "Home" else row["who"]
    return [named, *(span[cell] for cell in cells)]


def _beside(text: str) -> Node:
    """A smaller word after a number."""
    return " ", span(".small")[text]


def _of(part: int | None, whole: int | None) -> str:
    return share(part, whole) if whole else "No data"


def _undated(row: dict) -> Node:
    undated = row["visits"] - row["received"]
    return _beside(f"{undated} not dated") if undated else None


def _contacts(row: dict, name: str) -> Node:
    known, none = row[f"{name}_known"], row[f"{name}_none"]
    if not known:
        return "No data"
    return [f"{row[f'{name}_sum']:,}", _beside(f"none at {none} of {known} visits") if none else None]


def _opinion(row: dict, name: str) -> Node:
    latest, unstated = row[f"{name}_latest"], row[f"{name}_unstated"]
    return [
        span(".bad")[latest] if latest == "No" else str(latest),
        _beside(f"{unstated} of {row['visits']} not stated") if unstated else None,
    ]


def _cost(rows: list[dict], cost: float | None) -> str:
    visits = sum(row["visits"] for row in rows)
    if cost is None:
        return "What a visit costs is told when the contract’s value is set on the Settings page."
    return f"The contract of £{cost:,.0f} a year brought {counted(visits, 'visit')}: £{cost / visits:,.0f} a visit."


def missed(unreached: list[dict], looked: dict[str, list[str]], unseen: list[dict], homes: list[str]) -> Fragment:
    """Whom nobody reached over several visits, which standards were not looked at in three months, and what Ofsted
    found that the visits had not.
    """
    return fragment[div(".panels")[_unreached(unreached), _unlooked(looked, homes)], _unseen(unseen)]


def _unreached(rows: list[dict]) -> Element:
    none = "At every home each group was reached at one of the last three visits, as far as they say."
    told = [
        li[
            div[
                place(row["home"]),
                f": {REACHED[row['reached']]} at the last {row['visits']} visits that say",
                div(".small")[f"since {british(row['since'])}"],
            ]
        ]
        for row in rows[:HOMES]
    ]
    return section(".panel")[h2["Nobody reached"], ul(".l")[told] if told else p[none]]


def _unlooked(looked: dict[str, list[str]], homes: list[str]) -> Element:
    gaps = {home: [code for code in CODES if code not in looked.get(home, ())] for home in homes}
    told = [
        li[
            div[
                place(home),
                f": {len(CODES) - len(codes)} of {len(CODES)} looked at",
                div(".small")[f"Not {listed([standard(code).name for code in codes])}"],
            ]
        ]
        for home, codes in list(gaps.items())[:HOMES]
        if codes
    ]
    return section(".panel")[
        h2["Standards not looked at in three months"],
        ul(".l")[told] if told else p["Every standard was looked at at every home."],
    ]


def _unseen(rows: list[dict]) -> Element:
    return section(".panel")[
        h2["What Ofsted found and the visit before had not"],
        p(".small")[
            f"Concerns and requirements within {MISSED_DAYS} days after a visit that raised no concern under the"
            " standard. A visitor cannot see everything; ask what was looked at."
        ],
        ul(".l")[[_found(row) for row in rows]] if rows else p["None in 12 months."],
    ]


def _found(row: dict) -> Element:
    visit = f"{british(row['visit_date'])} ({row['visitor'] or 'no visitor named'}) said {row['verdict'].lower()}"
    return li[
        div[
            place(row["home"], row["standard"]),
            div[row["text"]],
            div(".source")[f"Ofsted, {british(row['day'])} · the visit of {visit} · ", origin.row_source(row)],
        ]
    ]
