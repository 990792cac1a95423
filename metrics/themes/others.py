"""What others than the independent visitors are concerned about, beside the themes of their visits and by the same
words: complaints, children, Ofsted, reviews and the council's own checks. It is named by who said it, and never counted
as a theme.
"""

from datetime import date
from typing import TypedDict

from metrics.themes.polarity import CONCERN
from metrics.themes.tagging import read
from metrics.themes.taxonomy import theme
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.store import Store

MONTHS = 3

FINDINGS = """
select home, found_on as day, source as who, kind, finding as text, source(row_at, 'finding') as source
from findings where not is_independent(source) and kind <> 'Good practice' and within_months(found_on, $months, as_at())
order by found_on desc, home, row_at."row"
"""


class Said(TypedDict):
    """A theme that somebody else raises: how often in the last 3 months, at which homes, and the newest of it."""

    theme: str
    label: str
    who: str
    times: int
    homes: list[str]
    text: str
    day: date
    source: Source


def said_by_others(store: Store, scope: Scope) -> list[Said]:
    """Concerns of the last 3 months in findings of anybody but independent visitors, a row a theme and source, the most
    often raised first.
    """
    found: dict[tuple[str, str], Said] = {}
    for row in store.rows(scope, FINDINGS, months=MONTHS):
        for name in sorted(_concerns(row["text"], row["kind"])):
            said = found.setdefault((name, row["who"]), _first(name, row))
            said["times"] += 1
            said["homes"] = sorted({*said["homes"], row["home"]})
    return sorted(found.values(), key=lambda said: (-said["times"], said["label"], said["who"]))


def _concerns(text: str, kind: str) -> set[str]:
    return {
        mention.theme for sentence in read(text, kind) for mention in sentence.mentions if mention.polarity == CONCERN
    }


def _first(name: str, row: dict) -> Said:
    return {
        "theme": name,
        "label": theme(name).label,
        "who": row["who"],
        "times": 0,
        "homes": [],
        "text": row["text"],
        "day": row["day"],
        "source": row["source"],
    }
