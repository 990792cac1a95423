"""The homes that a file may name: those in the store and those on the file's own Homes sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from loaders.keeping import Keeping
from loaders.mapped import NOTHING, Mapped, known_mapped
from loaders.table import Table
from loaders.unknown_home import unknown_home
from loaders.values.fault import Fault, shown
from loaders.values.near import SHORT, nearest
from qa_data.people import known_people
from qa_data.plain import plain_home
from qa_data.scope import Scope
from qa_data.store import Store

FIRST_GIVEN = """
select home from main.homes join main.uploads using (upload_id) where qa_current.seen(home)
order by moment desc, sheet_row desc
"""

HOMES = "select home, other_names, places from homes order by home"

ANOTHER = "another home"
"""Who has a name, where whoever loads may not see whose it is."""


@dataclass(frozen=True)
class Council:
    """Every name by which a home goes, and its registered places: of the homes that whoever loads may see, and of no
    other."""

    scope: Scope
    names: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, int | None] = field(default_factory=dict)
    first_given: Mapping[str, str] = field(default_factory=dict)
    """Each home's name as it was first given: later spellings of it are the same home."""
    people: frozenset[str] = frozenset()
    """Names that may stand in a text, in small letters: of homes, and of confirmed staff and visitors."""
    met: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Names in the file's columns for people that nobody has confirmed, as `loaders.met.met_on` tells them."""
    taken: frozenset[str] = frozenset()
    """The names, as compared, of the homes that may not be seen: only that nobody else can have them is told."""
    mapped: Mapped = NOTHING
    """What the council has decided that its headings mean."""
    unread: bool = False
    """Whether a home's own name on the file's Homes sheet could not be read: an unknown name may be that home's."""
    waiting: Mapping[str, str] = field(default_factory=dict)
    """The homes that stand in a file alone which cannot be loaded yet, each with the file's name."""
    keeping: Keeping | None = None
    """What earlier files gave; None where there is none."""

    def home(self, value: object) -> str | Fault:
        """The home that a cell names, or why it names none (unknown-home)."""
        text = shown(value)
        known = self.names.get(plain_home(text))
        if known:
            return known
        near = self._nearest(text)
        # A name that cannot be read on the Homes sheet is a fault there, and refuses the file; it is not named again
        # here.
        if self.unread and not near:
            return text
        return unknown_home(text, near, bool(self.names), self.scope.named)

    def admits(self, home: str) -> bool:
        """Whether rows of that home may be loaded."""
        return self.scope.named is None or home in self.scope.named

    def spelled(self, name: str) -> str:
        """A name on a Homes sheet, in the spelling it was first given."""
        return self.first_given.get(plain_home(name), name)

    def knowing(self, people: Iterable[str]) -> "Council":
        """The same with more names that may stand in a text."""
        return replace(self, people=self.people | set(people))

    def having_met(self, met: Mapping[str, tuple[str, str]]) -> "Council":
        """The same with names that stand in columns for people and are not confirmed."""
        return replace(self, met=met)

    def meeting(self, names: list[str]) -> "Council":
        """The same with the spelling of names, in order, that had none yet."""
        return replace(self, first_given={plain_home(name): name for name in reversed(names)} | {**self.first_given})

    def anew(self, places: Mapping[str, int | None], renamed: bool = True) -> "Council":
        """The same with homes that are told anew, each with its registered places; their names are forgotten where
        they are told anew too.
        """
        names = {name: home for name, home in self.names.items() if not renamed or home not in places}
        return replace(self, names=names, places={**self.places, **places})

    def naming(self, named: Iterable[tuple[str, str]]) -> tuple["Council", list[str | None]]:
        """The same with names by which homes go (the home, the name); and of each name the other home that has it
        already, None where it is taken in.
        """
        names, owners = dict(self.names), []
        for home, name in named:
            compared = plain_home(name)
            owner = ANOTHER if compared in self.taken else names.setdefault(compared, home)
            owners.append(owner if owner != home else None)
        return replace(self, names=names), owners

    def kept(self, tables: list[Table]) -> list[dict[str, list]]:
        """As `Keeping.kept`."""
        return self.keeping.kept(tables) if self.keeping else [{} for _ in tables]

    def after(self, tables: list[Table]) -> "Council":
        """The same once those tables are as good as stored."""
        return replace(self, keeping=self.keeping and self.keeping.after(tables))

    def waiting_for(self, file: str, told: "Council", homes: Iterable[str]) -> "Council":
        """The same with the homes, as `told` knows them, that stand in a file which cannot be loaded yet."""
        new = [home for home in dict.fromkeys(homes) if home not in self.places]
        names = {name: home for name, home in told.names.items() if home in new}
        places = {home: told.places.get(home) for home in new}
        return replace(
            self,
            names=names | {**self.names},
            places=places | {**self.places},
            waiting=dict.fromkeys(new, file) | {**self.waiting},
        )

    def doubting(self) -> "Council":
        """The same where a home's own name could not be read."""
        return replace(self, unread=True)

    def _nearest(self, text: str) -> str | None:
        """The home whose name is most like a text; None where it holds the names of several."""
        told = plain_home(text)
        if len({home for name, home in self.names.items() if len(name) > SHORT and name in told}) > 1:
            return None
        near = nearest(plain_home(text), self.names)
        return near and self.names[near]


def known_council(store: Store, scope: Scope) -> Council:
    """The homes in the store that may be seen, and the names of staff and visitors that are confirmed."""
    with store.snapshot():
        return _known(store, scope)


def _known(store: Store, scope: Scope) -> Council:
    homes = store.rows(scope, HOMES)
    # Whoever may see a home knows how it is spelled before its first row comes in.
    first_given = {plain_home(home): home for home in scope.named or ()}
    council = Council(
        scope,
        places={row["home"]: row["places"] for row in homes},
        first_given=first_given | {plain_home(row["home"]): row["home"] for row in store.rows(scope, FIRST_GIVEN)},
        # Of every home: a text may name anybody's staff, and only what is nobody's name is masked. None of them is
        # ever shown.
        people=frozenset(known_people(store)),
        taken=_taken(store, scope),
        mapped=known_mapped(store, scope),
        keeping=Keeping(store, scope),
    )
    return council.naming((row["home"], name) for row, name in _names(homes))[0]


def _taken(store: Store, scope: Scope) -> frozenset[str]:
    if scope.named is None:
        return frozenset()
    every = store.rows(scope.of_whole_service(), HOMES)
    return frozenset(plain_home(name) for row, name in _names(every) if row["home"] not in scope.named)


def _names(homes: list[dict]) -> list[tuple[dict, str]]:
    return [(row, name) for row in homes for name in (row["home"], *(row["other_names"] or ()))]
