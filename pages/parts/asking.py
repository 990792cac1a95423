"""Who asks, in which rights and of which day; and the homes and questions that this opens, and no more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from metrics.homes.homes import open_homes
from metrics.homes.named import meant
from metrics.homes.service import service_figures
from metrics.indicators.settings import in_force, settings_history
from metrics.inspections.national import beside_england
from metrics.together import (
    actions_together,
    changed_together,
    judged_together,
    owed_together,
    ratings_together,
    required_together,
)
from metrics.visits.opened import counted_visits, visit_as_loaded
from metrics.visits.records import records, unrecorded
from metrics.visits.visiting import looked_at, unreached, visit_gaps, visit_months, visit_sums
from metrics.warnings.clocks import reports_owed, sending_unrecorded
from qa_data.access import Person, Right
from qa_data.headings import heading_decisions, headings
from qa_data.register import confirmed, met
from qa_data.retention import due, erasures, periods
from qa_data.scope import Every, Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import uploads, withdrawals

OPEN_TO: dict[Right, frozenset[Callable]] = {
    Right.READ_VISITS: frozenset(
        {
            counted_visits,
            in_force,
            looked_at,
            meant,
            open_homes,
            reports_owed,
            sending_unrecorded,
            unreached,
            unrecorded,
            visit_as_loaded,
            visit_gaps,
            visit_months,
            visit_sums,
        }
    ),
    Right.READ_SUPPRESSED: frozenset(
        {
            actions_together,
            beside_england,
            changed_together,
            judged_together,
            owed_together,
            ratings_together,
            required_together,
            service_figures,
        }
    ),
    Right.KEEP: frozenset(
        {
            confirmed,
            due,
            erasures,
            met,
            heading_decisions,
            headings,
            in_force,
            open_homes,
            periods,
            records,
            settings_history,
            uploads,
            withdrawals,
        }
    ),
}
"""The questions that those who may not read a home may yet ask about it, on a page that is theirs. Every other question
is answered of the homes that whoever asks may read: what is forgotten here is not told.
"""


@dataclass(frozen=True)
class Asking:
    """A person, the rights that the page is open to, the day asked of and the moment (UTC) by which it was known."""

    person: Person
    rights: frozenset[Right]
    as_at: date
    known_at: datetime | None

    def scope(self, store: Store, change: datetime | None, question: Callable | None = None) -> Scope:
        """What that question (any other where it is None) is asked of, in a store that last changed then."""
        opened = (right for right in self.rights - {Right.READ} if question in OPEN_TO.get(right, ()))
        allowed = [homes_for(self.person, right, store, change) for right in (Right.READ, *opened)]
        return Scope(self.as_at, self.known_at, _together(allowed))


def _together(allowed: list[frozenset[str] | Every]) -> frozenset[str] | Every:
    if Every.HOME in allowed:
        return Every.HOME
    return frozenset(home for homes in allowed if not isinstance(homes, Every) for home in homes)


def homes_for(person: Person, right: Right, store: Store, change: datetime | None) -> frozenset[str] | Every:
    """For which homes the person may do that, in the store's spelling; a home that is not known yet as it was given."""
    homes = person.homes_for(right)
    if isinstance(homes, Every):
        return homes
    known = dict(_known(homes, store, change))
    return frozenset(known[home] or home for home in homes)


def unknown(person: Person, store: Store, change: datetime | None) -> list[str]:
    """The person's own homes that go by no name in the store."""
    own = frozenset() if isinstance(person.homes, Every) else person.homes
    return sorted(name for name, home in _known(own, store, change) if home is None)


@lru_cache(maxsize=200)
def _known(names: frozenset[str], store: Store, _change: datetime | None) -> tuple[tuple[str, str | None], ...]:
    """The home that each of the names means, whatever its case, apostrophes and "The"; None where it means none."""
    return tuple((name, meant(store, of_every_home(), name)["home"]) for name in names)
