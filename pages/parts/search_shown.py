"""What was found, in HTML, with the words marked."""

import re

from htpy import Element, Fragment, Node, a, div, fragment, h1, h2, li, mark, p, section, ul

from metrics.homes.search import MOST, plain
from metrics.indicators.indicator import Indicator
from metrics.indicators.registry import INDICATORS, standards_of
from pages.parts import sources
from pages.parts.address import link
from pages.parts.figures import target
from qa_data.standards import standard
from qa_data.wording import around, british, counted

KINDS = {"home": "Homes", "finding": "Findings", "visit": "Visitors’ reports", "action": "Actions"}

AROUND = 160
"""So many letters of a long text are shown before and after the first word that was looked for."""


def indicators_of(words: tuple[str, ...]) -> list[Indicator]:
    """The indicators whose title, meaning or id hold every word."""
    return [
        each for each in INDICATORS if all(plain(word) in plain(f"{each.id} {each.title} {each.why}") for word in words)
    ]


def nothing(words: tuple[str, ...]) -> Fragment:
    """That nothing was found, and what to do."""
    return fragment[
        h1[f"Nothing holds {_named(words)}"],
        p(".lede")[
            "All words must stand in the same text. Try fewer words, or the beginning of one: “medic” finds medicine"
            " and medication. Only what is known up to the day in the sidebar is looked through."
        ],
    ]


def found(words: tuple[str, ...], told: list[dict], known: list[Indicator]) -> Fragment:
    """Everything, kind by kind."""
    counts = {row["kind"]: row["of_kind"] for row in told}
    total = sum(counts.values()) + len(known)
    return fragment[
        h1[f"{counted(total, 'place')} {'holds' if total == 1 else 'hold'} {_named(words)}"],
        div(".stack")[
            known and _group("Indicators", len(known), [_indicator(each, words) for each in known[:MOST]]),
            [
                _group(KINDS[kind], counts[kind], [_row(row, words) for row in told if row["kind"] == kind])
                for kind in KINDS
                if kind in counts
            ],
        ],
    ]


def _named(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{word}”" for word in words)


def _group(title: str, count: int, rows: list[Element]) -> Element:
    return section(".panel")[
        h2[f"{title} ({count:,})"],
        ul(".l")[rows],
        count > len(rows) and p(".small")[f"The newest {len(rows)} are shown: more words find fewer."],
    ]


def _indicator(known: Indicator, words: tuple[str, ...]) -> Element:
    under = standard(known.standard).name if known.standard else "every standard"
    aim = f" Target {target(known)}." if target(known) else ""
    return li[
        div[
            a(href=link("trends", standard=standards_of(known)[0]))[marked(known.title, words)],
            div[marked(known.why, words), aim],
            div(".source")[f"{known.id} · {under}"],
        ]
    ]


def _row(row: dict, words: tuple[str, ...]) -> Element:
    page = link("actions", home=row["home"]) if row["kind"] == "action" else link(home=row["home"])
    return li[
        div[
            a(href=page)[marked(row["home"], words)],
            f" {british(row['day'])}",
            div[marked(_about(row["text"], words), words)],
            div(".source")[f"{row['about'] or ''} · ", sources.source(row["source"])],
        ]
    ]


def _about(text: str, words: tuple[str, ...]) -> str:
    """The part of the text in which the first of the words stands."""
    first = min((place for word in words if (place := plain(text).find(plain(word))) >= 0), default=0)
    return around(text, first, AROUND)


def marked(text: str, words: tuple[str, ...]) -> list[Node]:
    """The text with the words marked."""
    parts = re.split(
        "(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")", text, flags=re.IGNORECASE
    )
    return [mark[part] if place % 2 else part for place, part in enumerate(parts)]
