"""What may be put to the other homes as a lesson: themes and Ofsted's requirements."""

from datetime import date
from typing import Any

from metrics.clinic.shapes import Candidate
from metrics.kept.remembered import home_by_home
from metrics.themes.emerging import EMERGING, FIRST
from metrics.themes.shapes import RaisedTheme
from metrics.themes.themes import theme_counts
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store
from qa_data.wording import cited, ended

THEME, REQUIREMENT = "theme", "requirement"

SQL = queries(__file__)


def candidates(store: Store, scope: Scope) -> list[Candidate]:
    """What may be put to the others and has not been: themes that emerge or are first mentioned at a home, then
    Ofsted's requirements of 12 months: home, about, of, standards, title and text (a first wording).
    """
    put = _put_of(store, scope, THEME, scope.as_at)
    themes = [
        (each["home"], each)
        for each in theme_counts(store, scope)["themes"]
        if each["home"] and each["state"] in (EMERGING, FIRST)
    ]
    asked = _put_of(store, scope, REQUIREMENT)
    return [_theme(home, each) for home, each in themes if _of_theme(home, each) not in put] + [
        each for each in _requirements(store, scope) if each["of"] not in asked
    ]


def _put_of(store: Store, scope: Scope, about: str, by: date | None = None) -> set[str]:
    """What of that kind was put to the others already, by that day where one is given."""
    return {row["of"] for row in store.rows(scope, SQL["put_of"], about=about, by=by)}


def _requirements(store: Store, scope: Scope) -> list[Candidate]:
    """Ofsted's requirements of 12 months, the newest first, then by home and reference."""
    homes = sorted(row["home"] for row in store.rows(scope, SQL["homes_with_actions"]))
    told = home_by_home(_required, store, scope, homes, "")
    every = [each for home in homes for each in told.get(home, ())]
    return [candidate for _, candidate in sorted(every, key=lambda each: each[0], reverse=True)]


def _required(store: Store, scope: Scope) -> dict[str, list[tuple[date, Candidate]]]:
    """Those of each home with the day on which they were raised, the newest first."""
    told: dict[str, list[tuple[date, Candidate]]] = {
        row["home"]: [] for row in store.rows(scope, SQL["homes_with_actions"])
    }
    for row in store.rows(scope, SQL["required"]):
        told[row["home"]].append((row["raised"], _requirement(row)))
    return told


def _of_theme(home: str, theme: RaisedTheme) -> str:
    return f"{home} {theme['theme']}"


def _theme(home: str, theme: RaisedTheme) -> Candidate:
    text = (
        f"Independent visits to {home} raise {theme['label'].lower()} as a concern ({theme['visits']} of"
        f" {theme['of']} visits in 3 months). Check your own practice: does this apply to you?"
    )
    return {
        "home": home,
        "about": THEME,
        "of": _of_theme(home, theme),
        "standards": list(theme["standards"]),
        "title": f"{theme['label']} at {home}",
        "text": text,
    }


def _requirement(row: dict[str, Any]) -> Candidate:
    regulation = f" (regulation {row['regulation']})" if row["regulation"] else ""
    return {
        "home": row["home"],
        "about": REQUIREMENT,
        "of": f"{row['home']} {row['reference']}",
        "standards": row["standards"],
        "title": f"{cited(row['action'])} at {row['home']}{regulation}",
        "text": f"Ofsted required of {row['home']}{regulation}: {ended(row['action'])} Does this apply to you?",
    }
