"""The three judgements of each home, and how they went through time."""

from datetime import date
from itertools import groupby

from htpy import Element, Fragment, Node, a, div, fragment, h1, h2, i, p, section, span

from pages.parts.address import link
from pages.parts.tables import cell, more_homes, scrolled
from pages.parts.wording import RECORDS, named
from qa_data.judgements import GRADES, JUDGED, PLACES, below_good, told
from qa_data.wording import british, counted, listed

HOMES = 50
LATE_MONTHS = 12
"""A full inspection is usually made at least once a year (1 April to 31 March)."""


def headline(every: list[dict]) -> Fragment:
    """How many homes are below Good in any of the three judgements, never by the overall alone."""
    latest = _latest(every)
    if not latest:
        return fragment[
            h1["No inspection is known yet"],
            p(".lede")[
                "Upload a workbook with a sheet of inspections (Home, Inspection date, Inspection type and the three"
                " judgements), or Ofsted’s own published file as it comes. For example: Cedar View, 14 Jul 2026, Full,"
                " RI, RI, Inadequate."
            ],
        ]
    below = [home for home, row in latest.items() if any(row[which] and below_good(row[which]) for _, which in JUDGED)]
    are = "is" if len(below) == 1 else "are"
    return fragment[
        h1[
            f"{len(below)} of {counted(len(latest), 'inspected home')} {are} below Good in a judgement"
            if below
            else "No inspected home is below Good in any judgement"
        ],
        p(".lede")[
            "Leaders and managers is often the judgement that slips first, so all three are shown."
            f"{_hidden(below, latest)}{_unseen(every, latest)}"
        ],
    ]


def _hidden(below: list[str], latest: dict[str, dict]) -> str:
    homes = [home for home in below if (word := latest[home]["overall"]) and not below_good(word)]
    return f" {named(homes)}: Good or better overall, but not in every judgement." if homes else ""


def _unseen(every: list[dict], latest: dict[str, dict]) -> str:
    unseen = len({row["home"] for row in every}) - len(latest)
    return f" No inspection of {counted(unseen, 'home')} is loaded." if unseen else ""


def _latest(every: list[dict]) -> dict[str, dict]:
    return {row["home"]: row for row in every if row["inspection_date"]}


def histories(every: list[dict], day: date) -> Element:
    """Each home's three judgements through time: a circle is Good or better, a square below; the number is the
    place, 1 is best.
    """
    homes = [(home, list(rows)) for home, rows in groupby(every, lambda row: row["home"])]
    return section(".panel")[
        h2["Judgements through time"],
        p(".small")[
            f"Oldest first. {', '.join(f'{PLACES[word]} {word}' for word in GRADES)}: 1 is best. A circle"
            " is Good or better, a square below Good, – none. Grades are never averaged."
        ],
        scrolled(
            ("Home", *(title for title, _ in JUDGED), "Last full inspection"),
            [_home(home, rows) for home, rows in homes[:HOMES]],
        ),
        more_homes(len(homes), HOMES),
    ]


def _home(home: str, rows: list[dict]) -> list[Node]:
    named, last = a(href=link(home=home))[home], rows[-1]
    if last["inspection_date"] is None:
        return [named, cell(f"No inspection loaded; opened {british(last['opened'])}", colspan=4, data_l=None)]
    return [named, *(_judged(rows, which) for _, which in JUDGED), _last(last)]


def _judged(rows: list[dict], which: str) -> Element:
    return div[
        span(".steps")[[_judgement(row, which) for row in rows]],
        div(".small")[f"{told(rows[-1], which)} · {_years(rows)}"],
    ]


def _last(last: dict) -> Element:
    late = last["months_since"] >= LATE_MONTHS
    return div[
        british(last["inspection_date"]),
        div(".small")[
            f"{counted(last['months_since'], 'month')} ago",
            late and [" ", span(".bad")["over a year ago"]],
            f" · {listed([RECORDS[name] for name in last['recorded_by']])}",
        ],
    ]


def _years(rows: list[dict]) -> str:
    first, last = rows[0]["inspection_date"].year, rows[-1]["inspection_date"].year
    return f"{first}" if first == last else f"{first}–{last}"


def _judgement(row: dict, which: str) -> Element:
    word, said = row[which], f"{told(row, which)}, {british(row['inspection_date'])}"
    shape = "none" if word not in PLACES else "below" if below_good(word) else "fine"
    return i(class_=["j", shape], role="img", aria_label=said, title=said)[PLACES.get(word, "–")]
