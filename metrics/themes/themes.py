"""The themes of concern in independent visits: how often each is mentioned against what would be expected, and what
is emerging.
"""

from typing import Any, cast

from metrics.themes.chance import FALSE_DISCOVERIES
from metrics.themes.counting import counts, first_of_window, lay_counted, visits_of_window
from metrics.themes.emerging import EMERGING, FIRST, STATES, judge
from metrics.themes.shapes import RaisedTheme, Themes, ToldTheme
from metrics.themes.sources import add_findings
from metrics.themes.standing import add_standing, standing
from metrics.themes.strengths import add_context
from metrics.themes.taxonomy import theme
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.store import Store


def themes(store: Store, scope: Scope) -> Themes:
    """The contract's answer, themes that are emerging first. A row of `home` None is of all homes asked of; a home
    has rows of its own for what is emerging or first mentioned there, and all of its themes where it alone is asked
    of. Beside the contract: `new`, `cleared_by`, `every_since`; `before` of `before_of` visits in the 12 months before;
    `lower` and `upper` (95 %, in visits); `usual` (the most visits that would be nothing unusual); `homes` that mention
    it; `first_seen`, `last_seen`; visits that name it as a strength (`strengths`, `strengths_before`); `months` (the
    last 12: month, visits, of); `boilerplate` (sentence, visits: not counted).
    """
    with store.reading(scope) as cursor:
        answer = _counted(store, cursor)
        add_findings(cursor, answer["themes"])
    return answer


def theme_counts(store: Store, scope: Scope) -> Themes:
    """The same without the findings: what a page draws of all themes."""
    with store.reading(scope) as cursor:
        return _counted(store, cursor)


def _counted(store: Store, cursor: Cursor) -> Themes:
    scope, runs = cursor.scope, standing(store, cursor)
    lay_counted(store, cursor, [scope.as_at])
    counted = counts(cursor)
    service = [each for each in counted if each["home"] is None]
    of_homes = [each for each in counted if each["home"] is not None]
    judge(service)
    judge(of_homes)
    flags_of_today = [each for each in counted if each["state"] == EMERGING]
    add_standing(counted, runs, scope.as_at)
    alone = scope.named is not None and len(scope.named) == 1
    told = of_homes if alone else service + [each for each in of_homes if each["state"] in (EMERGING, FIRST)]
    add_context(cursor, told)
    tested = [each for each in (of_homes if alone else service) if each["q"] is not None]
    flags = sum(each in tested for each in flags_of_today)
    return {
        "as_at": scope.as_at.isoformat(),
        "window": [first_of_window(cursor).isoformat(), scope.as_at.isoformat()],
        "visits": visits_of_window(cursor),
        "tested": len(tested),
        "expected_false_flags": FALSE_DISCOVERIES * max(1, flags) if tested else 0.0,
        "themes": [_told(each) for each in sorted(told, key=_order)],
    }


def _order(each: dict[str, Any]) -> tuple:
    return STATES.index(each["state"]), each["home"] or "", -(each["eb05"] or 0), each["theme"]


def _told(each: dict[str, Any]) -> ToldTheme:
    named = theme(each["theme"])
    days = {name: each[name] and each[name].isoformat() for name in ("first_seen", "last_seen", "since", "every_since")}
    every = each | days | {"label": named.label, "standards": list(named.standards)}
    return cast(ToldTheme, {name: every[name] for name in RaisedTheme.__annotations__})
