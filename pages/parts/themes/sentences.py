"""The sentences behind a theme, each with its marked words and the cells it came from."""

from datetime import date

from htpy import Element, Node, Renderable, a, br, details, div, fragment, h3, mark, p, summary

from pages.parts import sources
from pages.parts.address import link
from qa_data.wording import british, counted

MOST = 5
"""So many sentences and actions are open to read; the rest unfold."""

FOLDED = 100


def sentences(found: list[dict], each: dict) -> Renderable | None:
    """The sentences that mention the theme, in `found`, with the words that put them under it marked."""
    told = [_quote(*sentence) for sentence in told_once(found)]
    if not told:
        return None
    rest = len(told) - MOST
    return fragment[
        h3[f"{counted(len(told), 'sentence')} from {counted(each['visits'], 'visit')}"],
        p(".small")["Marked words put a sentence under this theme."],
        told[:MOST],
        rest > 0 and details[summary[counted(rest, "more sentence")], told[MOST:FOLDED]],
    ]


def told_once(found: list[dict]) -> list[tuple[str, list[list[int]], list[dict]]]:
    """Each sentence with its marks and the findings that hold it: a visit's own text often says a finding over
    again.
    """
    told: dict[tuple, tuple] = {}
    for row in found:
        for start, end in row["sentences"]:
            text = row["text"][start:end]
            inside = [[first - start, last - start] for first, last in row["marks"] if start <= first < end]
            told.setdefault((row["home"], row["date"], text.strip()), (text, inside, []))[2].append(row)
    return list(told.values())


def _quote(text: str, marked: list[list[int]], found: list[dict]) -> Element:
    row = found[0]
    return div(".quote")[
        with_marks(text, marked),
        div(".source")[
            a(href=link(home=row["home"]))[row["home"]],
            f", {british(date.fromisoformat(row['date']))}",
            br,
            sources.sources(each["source"] for each in found),
        ],
    ]


def with_marks(text: str, marked: list[list[int]]) -> list[Node]:
    """The text with those stretches of it marked."""
    told: list[Node] = []
    done = 0
    for start, end in sorted(marked):
        if start >= done:
            told += [text[done:start], mark[text[start:end]]]
            done = end
    return [*told, text[done:]]
