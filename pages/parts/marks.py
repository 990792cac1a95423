"""Marks in HTML: a shape and a letter before a colour; arrows and dots."""

LETTERS = {"red": "R", "amber": "A", "green": "G", "grey": "–"}
RATINGS = {"red": "Red", "amber": "Amber", "green": "Green", "grey": "No rating"}
CHANGES = {"better": "Improving", "same": "No change", "worse": "Getting worse", "new": "Nothing to compare with"}
DOTS = {"strong": 3, "some": 2, "thin": 1, "none": 0}
EVIDENCE = {"strong": "Strong evidence", "some": "Some evidence", "thin": "Thin evidence", "none": "No evidence"}


def mark(rag: str, size: int = 24, letter: str | None = None, label: str | None = None) -> str:
    """The mark of a rating: octagon R, diamond A, circle G, dashed square."""
    return (
        f'<span class="m {rag} s{size}" role="img" aria-label="{label or RATINGS[rag]}">{letter or LETTERS[rag]}</span>'
    )


def arrow(change: str) -> str:
    """The direction since the month before; nothing where there is nothing to compare with."""
    return f'<span class="a {change}" role="img" aria-label="{CHANGES[change]}"></span>'


def dots(evidence: str) -> str:
    """How sure anyone can be: three, two, one or no filled dots."""
    on = "".join(f'<i class="{"on" if place < DOTS[evidence] else ""}"></i>' for place in range(3))
    return f'<span class="d" role="img" aria-label="{EVIDENCE[evidence]}">{on}</span>'


MOVES = {
    "concern": "Concern",
    "improvement": "Improvement",
    "neutral high": "Change, neither better nor worse",
    "neutral low": "Change, neither better nor worse",
    "common cause": "Ups and downs as usual",
    "none": "Too few months to tell",
}
AIMS = {
    "passing": ("P", "Keeps to its target"),
    "failing": ("F", "Falls short of its target"),
    "hit or miss": ("?", "Meets its target in some months only"),
}


def variation(word: str, better: str) -> str:
    """Whether it has moved, in the form of NHS England's Making Data Count: H or L in a ring, for the worse or the
    better; a wave where it has not.
    """
    high = word == "neutral high" or better in ("higher", "lower") and (word == "improvement") == (better == "higher")
    letter = {"common cause": "~", "none": "…"}.get(word, "H" if high else "L")
    said = MOVES[word] + (f", {'high' if high else 'low'}" if letter in "HL" else "")
    return f'<span class="ring {word.split()[0]}" role="img" aria-label="{said}" title="{said}">{letter}</span>'


def assurance(word: str) -> str:
    """Whether it keeps to its target as it runs: P, F or ?; nothing without a target or limits."""
    letter, said = AIMS.get(word, ("", ""))
    return (
        f'<span class="ring aim {word.split()[0]}" role="img" aria-label="{said}" title="{said}">{letter}</span>'
        if letter
        else ""
    )


def ring_key() -> str:
    """What the rings of the signals mean."""
    words = [
        (variation(word, better), said)
        for word, better, said in (
            ("concern", "lower", "H or L: high or low, for the worse"),
            ("improvement", "higher", "H or L: for the better"),
            ("common cause", "higher", MOVES["common cause"]),
            ("none", "higher", MOVES["none"]),
        )
    ]
    words += [(assurance(word), said) for word, (_, said) in AIMS.items()]
    return '<div class="key">' + "".join(f'<span class="k">{drawn} {said}</span>' for drawn, said in words) + "</div>"


def key() -> str:
    """What the marks of the matrix mean."""
    words = [(mark(rag, 20), "No recent evidence" if rag == "grey" else name) for rag, name in RATINGS.items()]
    words += [(arrow(change), CHANGES[change]) for change in ("better", "same", "worse")]
    words += [(dots(evidence), name) for evidence, name in EVIDENCE.items()]
    return '<div class="key">' + "".join(f'<span class="k">{drawn} {said}</span>' for drawn, said in words) + "</div>"
