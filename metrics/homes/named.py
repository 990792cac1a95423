"""Which home somebody means by a name: its own or another of its names, whatever the case, apostrophes and "The"."""

from typing import TypedDict

from rapidfuzz import process

from qa_data.plain import plain_home
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.wording import listed


class Meant(TypedDict):
    """The home, None where none or several go by the name; and then why, in a sentence."""

    home: str | None
    why: str


def meant(store: Store, scope: Scope, name: str) -> Meant:
    """The home of that name: home, why. A home's own name comes before another's other names."""
    homes = store.rows(scope, "select home, other_names from homes order by home")
    own = {plain_home(row["home"]): [row["home"]] for row in homes}
    others: dict[str, list[str]] = {}
    for row in homes:
        for other in row["other_names"] or ():
            others.setdefault(plain_home(other), []).append(row["home"])
    names = others | own
    found = names.get(plain_home(name), [])
    return {"home": found[0], "why": ""} if len(found) == 1 else {"home": None, "why": _why(name, found, names)}


def _why(name: str, found: list[str], names: dict[str, list[str]]) -> str:
    if found:
        return f"“{name}” is a name of {listed(found)}. Use the home’s own name."
    near = process.extractOne(plain_home(name), list(names))
    return f"“{name}” is not one of the homes." + (f" Did you mean {names[near[0]][0]}?" if near else " None is known.")
