"""The actions still to be done that may answer a theme: those under its standards at the homes that mention it."""

from metrics.themes.shapes import ThemeAction
from metrics.themes.tagging import read
from metrics.themes.taxonomy import theme
from qa_data.scope import Scope
from qa_data.store import Store

MOST = 200

ACTIONS = """
select home, reference, action, owner, due,
       case when due < as_at() then date_diff('day', due, as_at()) end as days_overdue, source(row_at, 'due') as source
from live_actions
where list_contains($at, home) and list_has_any(standards, $standards)
order by due nulls last, home, reference limit $most
"""


def theme_actions(store: Store, scope: Scope, id: str, homes: tuple[str, ...]) -> list[ThemeAction]:
    """Live actions at those homes under the theme's standards, those that speak of the theme itself first (`about`),
    then the longest overdue: home, reference, action, owner, due, days_overdue (None when not overdue), about and
    source.
    """
    found = store.rows(scope, ACTIONS, at=list(homes), standards=list(theme(id).standards), most=MOST)
    told = [row | {"about": _about(row["action"], id)} for row in found]
    return sorted(told, key=lambda row: not row["about"])


def _about(text: str, id: str) -> bool:
    return any(mention.theme == id for sentence in read(text) for mention in sentence.mentions)
