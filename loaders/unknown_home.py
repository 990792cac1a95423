"""What is said of a name that is no home: to whoever loads for every home, and to whoever loads for some and is not to
learn which others there are.
"""

from loaders.values.fault import Fault
from qa_data.plain import plain_home
from qa_data.wording import listed

FIRST = "Load the Homes sheet first, or in the same file."


def unknown_home(text: str, near: str | None, any_known: bool, own: list[str] | None) -> Fault:
    """unknown-home, with the nearest name that is known. `own`: the homes that whoever loads loads for; None for every
    home.
    """
    asked = f" Did you mean {near}?" if near else ""
    if own is not None:
        return Fault("unknown-home", _of_some(text, own, asked), near)
    if not any_known:
        return Fault("unknown-home", f"“{text}” is not one of the homes: none is known yet. {FIRST}")
    told = f"“{text}” is not one of the homes.{asked} Correct it, or add it to Also known as on the Homes sheet."
    return Fault("unknown-home", told, near)


def _of_some(text: str, own: list[str], asked: str) -> str:
    if plain_home(text) in map(plain_home, own):
        return f"“{text}” is a home that you load for, but is not known yet. {FIRST}"
    # The same of a home that exists and of one that does not; and nobody can give a name of theirs to another's home.
    theirs = listed(own) or "none yet"
    return f"“{text}” is not a home that you load for ({theirs}).{asked} Correct it, or ask somebody who may load it."
