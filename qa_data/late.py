"""Patterns that are compiled when they are first asked: any one file or command needs few of the many."""

import re
from typing import Any, cast


class _Late:
    def __init__(self, *told: Any):
        self._told = told

    def __getattr__(self, name: str) -> Any:
        # Python asks for what the object does not have yet: from then on it has the compiled pattern's own.
        own = getattr(re.compile(*self._told), name)
        setattr(self, name, own)
        return own


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at the first use. A pattern that is wrong is an error only then."""
    return cast(re.Pattern[str], _Late(pattern, flags))
