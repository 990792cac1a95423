"""Inspections of every home: the three judgements through time, assurance and monitoring visits, and what was
required.
"""

from datetime import date

from metrics.inspections.shapes import AskedByOfsted, FullInspection, Judged, OtherInspection
from metrics.kept.first import of_first
from qa_data.dictionary.actions import REQUIREMENT
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

ORDER = "came_from desc, late desc, live desc, due nulls last, home, reference"

ASKED = f"from ({SQL['asked']}) order by {ORDER} limit $most"

LIVE_REQUIRED = f"""
    select count(*) as live, count(*) filter (late) as late from ({SQL["asked"]}) where required and live"""
"""Ofsted's requirements that are still to be met, and those of them that are late."""

FIRST_ASKED = f"""
    select home, came_from, late, live, due from ({SQL["asked"]})
    qualify row_number() over (partition by home order by {ORDER}) = 1"""


def judgements(store: Store, scope: Scope, home: str | None = None) -> list[Judged]:
    """Every full inspection of the homes open on the day, oldest first, the three judgements in Ofsted's words:
    home, urn, opened, inspection_date (None for a home not inspected yet), overall, protection, leadership,
    recorded_by, source, months_since (since the home's last one).
    """
    return store.rows(scope, SQL["judgements"], home=home)


def other_inspections(store: Store, scope: Scope, home: str | None = None, most: int = 60) -> list[OtherInspection]:
    """Assurance, monitoring and interim inspections, newest first; none of them is a grade."""
    return store.rows(scope, SQL["others"], home=home, most=most)


def asked_by_ofsted(store: Store, scope: Scope, home: str | None = None, most: int = 100) -> list[AskedByOfsted]:
    """Requirements, then recommendations, of the last 12 months or still live: home, reference, came_from,
    source_date, regulation, standards, action, due, completed, live, required, late and source.
    """
    if not home:
        scope = of_first(_first_asked, store, scope, most)
    return store.rows(scope, ASKED, home=home, most=most)


def _first_asked(store: Store, scope: Scope) -> dict[str, tuple]:
    """By home where the first of what Ofsted asked for stands in `ORDER`."""
    rows = store.rows(scope, FIRST_ASKED, home=None)
    return {
        row["home"]: (
            row["came_from"] != REQUIREMENT,
            (True, False, None).index(row["late"]),
            not row["live"],
            row["due"] or date.max,
        )
        for row in rows
    }


def judgement_history(store: Store, scope: Scope, home: str) -> list[FullInspection]:
    """Every full inspection of the home up to the day asked of, oldest first: inspection_date, the three judgements
    in Ofsted's words, recorded_by (council, Ofsted or both) and source. The council's record stands where both tell
    of the same day.
    """
    return store.rows(scope, SQL["history"], home=home)
