"""Errands: whoever has the store's file open carries out the commands of this account's other programs, and what they
print comes back to whoever asked. DuckDB lets one process alone have a file; so nobody needs to close the dashboard,
and nothing is written beside the one that writes.
"""

from pathlib import Path

WHERE = ".open"
"""Beside the store, for its account alone: how the program that has it open is reached."""


def done_for_others(path: str) -> bool:
    """Whether a program says that it has the store open and does what others ask; it may have been killed since."""
    return Path(f"{path}{WHERE}").exists()
