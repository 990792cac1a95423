"""The homes that a file may name: those in the store and those on the file's own Homes sheet."""

from dataclasses import dataclass, field

from loaders.values.fault import Fault, shown
from loaders.values.near import nearest
from qa_data.people import known_people
from qa_data.plain import plain_home
from qa_data.scope import of_every_home
from qa_data.store import Store

FIRST_GIVEN = "select home from main.homes join main.uploads using (upload_id) order by moment desc, sheet_row desc"


@dataclass
class Council:
    """Every name by which a home goes, and its registered places."""

    names: dict[str, str] = field(default_factory=dict)
    places: dict[str, int | None] = field(default_factory=dict)
    first_given: dict[str, str] = field(default_factory=dict)
    """Each home's name as it was first given: later spellings of it are the same home."""
    people: set[str] = field(default_factory=set)
    """Names that may stand in a text, in small letters: of homes, staff and visitors."""
    unread: bool = False
    """Whether a home's own name on the file's Homes sheet could not be read: an unknown name may be that home's."""

    def take(self, home: str, name: str) -> str | None:
        """Takes in a name by which a home goes. When it is another home's already, that home, and nothing is taken
        in.
        """
        owner = self.names.setdefault(plain_home(name), home)
        return owner if owner != home else None

    def forget(self, homes: set[str]) -> None:
        """Forgets the names of homes that the file tells anew."""
        self.names = {name: home for name, home in self.names.items() if home not in homes}

    def home(self, value) -> str | Fault:
        """The home that a cell names, or why it names none (unknown-home)."""
        text = shown(value)
        known = self.names.get(plain_home(text))
        if known:
            return known
        near = self._nearest(text)
        # A name that cannot be read on the Homes sheet is a fault there, and refuses the file; it is not named again
        # here.
        return text if self.unread and not near else _unknown(text, near, bool(self.names))

    def spelling(self, name: str) -> str:
        """A name on a Homes sheet, in the spelling it was first given."""
        return self.first_given.setdefault(plain_home(name), name)

    def _nearest(self, text: str) -> str | None:
        near = nearest(plain_home(text), self.names)
        return near and self.names[near]


def _unknown(text: str, near: str | None, any_known: bool) -> Fault:
    if not any_known:
        return Fault(
            "unknown-home",
            f"“{text}” is not one of the homes: none is known yet. Load the Homes sheet first, or in the same file.",
        )
    asked = f" Did you mean {near}?" if near else ""
    return Fault(
        "unknown-home",
        f"“{text}” is not one of the homes.{asked} Correct it, or add it to Also known as on the Homes sheet.",
        near,
    )


def known_council(store: Store) -> Council:
    """The homes in the store, and the names of staff and visitors."""
    scope = of_every_home()
    council = Council(
        first_given={plain_home(row["home"]): row["home"] for row in store.rows(scope, FIRST_GIVEN)},
        people=known_people(store),
    )
    for row in store.rows(scope, "select home, other_names, places from homes order by home"):
        council.places[row["home"]] = row["places"]
        for name in (row["home"], *(row["other_names"] or ())):
            council.take(row["home"], name)
    return council
