"""Whom visits did not reach, what they did not look at, and what Ofsted found that they had not."""

from htpy import Element, Fragment, div, fragment, h2, li, p, section, ul

from metrics.visits.visiting import MISSED_DAYS
from pages.parts import sources
from pages.parts.opening import cells_open
from pages.parts.places import place
from qa_data.standards import CODES, standard
from qa_data.wording import british, listed

HOMES = 60
"""So many homes are drawn; the rest are found by choosing one."""

REACHED = {
    "children": "no child",
    "private": "no child in private",
    "families": "no family",
    "professionals": "no social worker or professional",
    "staff": "no member of staff",
}

COLUMNS = {
    "children": "children_spoken_to",
    "private": "children_in_private",
    "families": "families_contacted",
    "professionals": "professionals_contacted",
    "staff": "staff_spoken_to",
}
"""The column that says how many of each were reached."""


def missed(
    unreached: list[dict], looked: dict[str, list[str]], unseen: list[dict] | None, homes: list[str]
) -> Fragment:
    """Whom nobody reached over several visits, which standards were not looked at in three months, and what Ofsted
    found that the visits had not; not the last where it may not be seen (None).
    """
    return fragment[
        div(".panels")[_unreached(unreached), _unlooked(looked, homes)], None if unseen is None else _unseen(unseen)
    ]


def _unreached(rows: list[dict]) -> Element:
    none = "At every home each group was reached at one of the last three visits, as far as they record it."
    told = [
        li[
            div[
                place(row["home"]),
                f": {REACHED[row['reached']]} at ",
                cells_open(
                    "visits",
                    (COLUMNS[row["reached"]],),
                    "home",
                    row["home"],
                    f"the last {row['visits']} visits that record it",
                ),
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
                ": ",
                cells_open(
                    "visits",
                    [f"verdict_{code.lower()}" for code in CODES],
                    "home",
                    home,
                    f"{len(CODES) - len(codes)} of {len(CODES)} looked at",
                ),
                div(".small")[f"Not looked at: {listed([standard(code).name for code in codes])}"],
            ]
        ]
        for home, codes in list(gaps.items())[:HOMES]
        if codes
    ]
    return section(".panel")[
        h2["Standards not looked at in three months"],
        ul(".l")[told] if told else p["At every home every standard was looked at."],
    ]


def _unseen(rows: list[dict]) -> Element:
    return section(".panel")[
        h2["What Ofsted found and the visit before had not"],
        p(".small")[
            f"Concerns and requirements within {MISSED_DAYS} days after a visit that raised no concern under the"
            " standard. A visitor cannot see everything; ask what was looked at."
        ],
        ul(".l")[[_found(row) for row in rows]] if rows else p["None in 12 months, as far as is loaded."],
    ]


def _found(row: dict) -> Element:
    visit = f"{british(row['visit_date'])} ({row['visitor'] or 'no visitor named'}) said {row['verdict'].lower()}"
    return li[
        div[
            place(row["home"], row["standard"]),
            div[row["text"]],
            div(".source")[f"Ofsted, {british(row['day'])} · the visit of {visit} · ", sources.source(row["source"])],
        ]
    ]
