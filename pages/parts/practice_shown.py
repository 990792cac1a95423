"""Good practice in HTML."""

from htpy import Element, Fragment, Node, a, div, fragment, h1, h2, li, p, section, strong, ul

from pages.parts import sources
from pages.parts.address import link
from pages.parts.places import standard_at
from pages.parts.tables import Cell, cell, more_homes, scrolled
from qa_data.standards import CODES, standard
from qa_data.wording import british, counted, listed

HOMES = 50

EXAMPLE = (
    "Upload a workbook with a sheet of findings in which some are of the kind Good practice. For example: Beech House,"
    " 14 Oct 2026, Regulation 44 visit, QS07, Good practice, Children plan the menu and lead the house meeting."
)


def headline(counts: list[dict], newest: list[dict]) -> Fragment:
    """How much good practice is known, and where; of the `newest` some may stand under no standard."""
    if not newest:
        return fragment[h1["No good practice is known for the last 12 months"], p(".lede")[EXAMPLE]]
    homes = {row["home"] for row in (*counts, *newest)}
    missing = [standard(code).name for code in CODES if code not in {row["standard"] for row in counts}]
    none = f" Under {listed(missing)} none is recorded." if missing else ""
    return fragment[
        h1[f"Good practice at {counted(len(homes), 'home')} in the last 12 months"],
        p(".lede")[
            f"What visitors, inspectors and managers saw work. Find what another home could use, and ask it how.{none}"
        ],
    ]


def strengths(told: list[dict], most: int) -> Element:
    """The strengths themselves, newest first."""
    if not told:
        return section(".panel")[p["Nothing was found. Try other words, or another home or standard."]]
    return section(".panel")[
        h2[counted(len(told), "strength") if len(told) < most else "Strengths"],
        ul(".l")[[_strength(row) for row in told]],
        len(told) == most and p(".small")[f"The newest {most:,} are shown: choose a home, a standard or words above."],
    ]


def _strength(row: dict) -> Element:
    return li[
        div[
            row["finding"],
            div(".source")[
                strong[row["home"]],
                f", {british(row['found_on'])} · {row['came_from']}",
                [
                    [", " if place else " · ", standard_at(row["home"], code)]
                    for place, code in enumerate(row["standards"] or ())
                ],
                " · ",
                sources.source(row["source"]),
            ],
        ]
    ]


def spread(counts: list[dict]) -> Element | Fragment:
    """How many strengths each home has under each standard."""
    if not counts:
        return fragment[()]
    seen = {(row["home"], row["standard"]): row["strengths"] for row in counts}
    homes = sorted({row["home"] for row in counts})
    return section(".panel")[
        h2["Where it was seen"],
        p(".small")["Strengths in 12 months. None recorded is not the same as none there."],
        scrolled(
            ("Home", *(standard(code).short for code in CODES)),
            [[home, *(_count(home, code, seen.get((home, code))) for code in CODES)] for home in homes[:HOMES]],
            "main",
        ),
        more_homes(len(homes), HOMES),
    ]


def _count(home: str, code: str, number: int | None) -> Node | Cell:
    if not number:
        return cell("none", class_="small")
    return a(href=link("practice", home=home, standard=code))[number]
