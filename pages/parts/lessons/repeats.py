"""Recommendations that come back: both texts side by side, with their dates and where they stand."""

from htpy import Element, Node, a, details, div, h2, h3, p, section, span, summary

from pages.parts import sources
from pages.parts.address import link
from qa_data.wording import british, cited, counted

MOST = 30

SAID = {"suggested": "Suggested", "confirmed": "Confirmed", "dismissed": "Dismissed"}


def repeats(pairs: list[dict]) -> Element:
    """The pairs, those that wait for a decision first."""
    waiting = [pair for pair in pairs if pair["decision"] == "suggested"]
    decided = [pair for pair in pairs if pair["decision"] != "suggested"]
    return section(".panel")[
        h2["Recommendations that come back"],
        [_waiting(waiting), _decided(decided, not waiting)] if pairs else _none(),
    ]


def _none() -> Element:
    return p[
        "No recommendation or requirement of the last 12 months had been made to the same home in the 12 months before"
        " it, as far as the uploads tell."
    ]


def _waiting(pairs: list[dict]) -> Node:
    rest = len(pairs) - MOST
    return [
        p(".small")[
            f"{counted(len(pairs), 'pair asks', 'pairs ask')} for the same at the same home, as far as their words"
            " tell. A person decides; until then a pair counts as amber where both are of the last 12 months (rule A5)."
        ],
        [_pair(pair) for pair in pairs[:MOST]],
        rest > 0 and p(".small")[f"And {rest:,} more."],
    ]


def _decided(pairs: list[dict], unfolded: bool) -> Element | None:
    if not pairs:
        return None
    return details(open=unfolded)[summary[f"{len(pairs):,} decided"], [_pair(pair) for pair in pairs[:MOST]]]


def named(pair: dict) -> str:
    """The pair in a line, for a list to choose from."""
    return (
        f"{pair['home']}: {cited(pair['later']['action'])}, of {british(pair['first']['raised'])} and again of"
        f" {british(pair['later']['raised'])}"
    )


def _pair(pair: dict) -> Node:
    return [
        h3[
            a(href=link(home=pair["home"], standard=pair["standards"][0]))[pair["home"]],
            " ",
            span(".small")[_decision(pair)],
        ],
        div(".sides")[[_side(pair[which]) for which in ("first", "later")]],
    ]


def _decision(pair: dict) -> str:
    said = SAID[pair["decision"]]
    if pair["decision"] == "suggested":
        return said
    return f"{said} · {said.lower()} by {pair['made_by']}, {british(pair['moment'].date())}: {pair['reason']}"


def _side(action: dict) -> Element:
    return div(".quote")[
        action["action"],
        div(".source")[
            f"{action['came_from']} · {british(action['raised'])} · {action['status']} · ",
            sources.sources([action["source"]]),
        ],
    ]
