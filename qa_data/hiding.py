"""Names of homes that whoever asks may not see, as they may stand in the name of a file or a sheet, or in a lesson."""

import re
from collections.abc import Iterable

START, END = r"(?i)(^|[^\pL\pN])", r"(\b|$|[^\pL\pN])"


def pattern(names: Iterable[str]) -> str | None:
    """A regular expression, as DuckDB reads it, for any of the names as a whole word, in small or capital letters, its
    parts run together or joined by spaces, hyphens or underscores; None without a name.
    """
    words = (re.findall(r"[^\s_-]+", name) for name in sorted(names, key=len, reverse=True))
    written = [r"[\s_-]*".join(map(re.escape, parts)) for parts in words if parts]
    return f"{START}(?:{'|'.join(written)}){END}" if written else None
