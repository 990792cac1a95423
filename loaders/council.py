"""The homes that a file may name: those in the store and those on the file's own Homes sheet."""

from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from loaders.values.fault import Fault, shown
from qa_data.asking import Asking
from qa_data.plain import plain_home
from qa_data.store import Store

NEAR = 70
"""How alike (of 100) a home's name must be to be suggested."""

FIRST_GIVEN = "select home from homes join uploads using (upload_id) order by moment desc, sheet_row desc"


@dataclass
class Council:
    """Every name by which a home goes, and its registered places."""

    names: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    first_given: dict[str, str] = field(default_factory=dict)
    """Each home's name as it was first given: later spellings of it are the same home."""

    def add(self, home: str, other_names: list[str] | None, places: int | None) -> None:
        """Takes a home in, with its other names."""
        self.names |= {plain_home(name): home for name in (home, *(other_names or ()))}
        if places is not None:
            self.places[home] = places

    def home(self, value) -> str | Fault:
        """The home that a cell names, or why it names none (unknown-home)."""
        text = shown(value)
        return self.names.get(plain_home(text)) or _unknown(text, sorted(set(self.names.values())), self.names)

    def new_home(self, text: str) -> str:
        """A name on a Homes sheet, in the spelling it was first given."""
        return self.first_given.get(plain_home(text), text)


def _unknown(text: str, homes: list[str], names: dict[str, str]) -> Fault:
    if not homes:
        return Fault("unknown-home", f"“{text}” is not one of the homes: none is known yet. Load the Homes sheet first, or in the same file.")
    near = process.extractOne(plain_home(text), list(names), scorer=fuzz.ratio, score_cutoff=NEAR)
    asked = f" Did you mean {names[near[0]]}?" if near else ""
    return Fault("unknown-home", f"“{text}” is not one of the homes.{asked} Correct it, or add it to Also known as on the Homes sheet.",
                 names[near[0]] if near else None)


def known_council(store: Store) -> Council:
    """The homes in the store."""
    asking = Asking()
    council = Council(first_given={plain_home(row["home"]): row["home"] for row in store.rows(asking, FIRST_GIVEN)})
    for row in store.rows(asking, "select home, other_names, places from {homes} order by home"):
        council.add(row["home"], row["other_names"], row["places"])
    return council
