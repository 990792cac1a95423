"""Small numbers are not shown to the public: a count of one to four could be a child whom somebody knows.

Primary: counts of 1 to 4 are hidden. Secondary: where the total is shown and one part alone is hidden, the total
less the others would give it away, so the smallest other part is hidden too. Of more than two parts, or where what
is hidden adds up to fewer than five, the total goes as well. Zero is shown: nobody is in it.
"""

SMALLEST_SHOWN = 5

FEWEST_HOMES = 3
"""What fewer homes than this add up to is as good as a home's own."""


BASE = 5


def suppressed(parts: list[int]) -> tuple[list[int | None], int | None]:
    """The parts of a whole and their total as they may be shown; None is hidden."""
    small = [0 < part < SMALLEST_SHOWN for part in parts]
    hidden = [place for place, is_small in enumerate(small) if is_small]
    others = [place for place, part in enumerate(parts) if part and place not in hidden]
    if len(hidden) == 1 and others:
        hidden.append(min(others, key=lambda place: parts[place]))
    shows_total = not hidden or (len(parts) == len(hidden) == 2 and sum(parts) >= SMALLEST_SHOWN)
    return [None if place in hidden else part for place, part in enumerate(parts)], sum(parts) if shows_total else None


def rounded(count: int) -> int:
    """To the nearest 5: one row taken from another, of other homes or of a part of its cases, then tells nobody's
    number.
    """
    return BASE * round(count / BASE)


def share_shown(part: int, whole: int) -> tuple[int | None, int | None]:
    """A part and its whole as they may be shown: the part is hidden where it or the rest is 1 to 4."""
    (shown, _), total = suppressed([part, whole - part])
    return shown, total
