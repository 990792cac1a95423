"""Marks in HTML: a shape and a letter before a colour; arrows, dots and where a row came from."""

from html import escape
from itertools import groupby

LETTERS = {"red": "R", "amber": "A", "green": "G", "grey": "–"}
RATINGS = {"red": "Red", "amber": "Amber", "green": "Green", "grey": "No rating"}
CHANGES = {"better": "Improving", "same": "No change", "worse": "Getting worse", "new": "Nothing to compare with"}
DOTS = {"strong": 3, "some": 2, "thin": 1, "none": 0}
EVIDENCE = {"strong": "Strong evidence", "some": "Some evidence", "thin": "Thin evidence", "none": "No evidence"}


def mark(rag: str, size: int = 24, letter: str | None = None, label: str | None = None) -> str:
    """The mark of a rating: octagon R, diamond A, circle G, dashed square."""
    return f'<span class="m {rag} s{size}" role="img" aria-label="{label or RATINGS[rag]}">{letter or LETTERS[rag]}</span>'


def arrow(change: str) -> str:
    """The direction since the month before; nothing where there is nothing to compare with."""
    return f'<span class="a {change}" role="img" aria-label="{CHANGES[change]}"></span>'


def dots(evidence: str) -> str:
    """How sure anyone can be: three, two, one or no filled dots."""
    on = "".join(f'<i class="{"on" if place < DOTS[evidence] else ""}"></i>' for place in range(3))
    return f'<span class="d" role="img" aria-label="{EVIDENCE[evidence]}">{on}</span>'


MOVES = {"concern": "Concern", "improvement": "Improvement", "neutral high": "Change, neither better nor worse", "neutral low": "Change, neither better nor worse",
         "common cause": "Ups and downs as usual", "none": "Too few months to tell"}
AIMS = {"passing": ("P", "Keeps to its target"), "failing": ("F", "Falls short of its target"), "hit or miss": ("?", "Meets its target in some months only")}


def variation(word: str, better: str) -> str:
    """Whether it has moved, in the form of NHS England's Making Data Count: H or L in a ring, for the worse or the better; a wave where it has not."""
    high = word == "neutral high" or better in ("higher", "lower") and (word == "improvement") == (better == "higher")
    letter = {"common cause": "~", "none": "…"}.get(word, "H" if high else "L")
    said = MOVES[word] + (f", {'high' if high else 'low'}" if letter in "HL" else "")
    return f'<span class="ring {word.split()[0]}" role="img" aria-label="{said}" title="{said}">{letter}</span>'


def assurance(word: str) -> str:
    """Whether it keeps to its target as it runs: P, F or ?; nothing without a target or limits."""
    letter, said = AIMS.get(word, ("", ""))
    return f'<span class="ring aim {word.split()[0]}" role="img" aria-label="{said}" title="{said}">{letter}</span>' if letter else ""


def ring_key() -> str:
    """What the rings of the signals mean."""
    words = [(variation(word, better), said) for word, better, said in (
        ("concern", "lower", "H or L: high or low, for the worse"), ("improvement", "higher", "H or L: for the better"), ("common cause", "higher", MOVES["common cause"]), ("none", "higher", MOVES["none"]))]
    words += [(assurance(word), said) for word, (_, said) in AIMS.items()]
    return '<div class="key">' + "".join(f'<span class="k">{drawn} {said}</span>' for drawn, said in words) + "</div>"


def key() -> str:
    """What the marks of the matrix mean."""
    words = [(mark(rag, 20), "No recent evidence" if rag == "grey" else name) for rag, name in RATINGS.items()]
    words += [(arrow(change), CHANGES[change]) for change in ("better", "same", "worse")]
    words += [(dots(evidence), name) for evidence, name in EVIDENCE.items()]
    return '<div class="key">' + "".join(f'<span class="k">{drawn} {said}</span>' for drawn, said in words) + "</div>"


def source(file: str, sheet: str, rows: list[int], cells: list[str] = ()) -> str:
    """Where rows came from: Visits.xlsx › Visits!K12, K13; or Visits, rows 12–14 where the cells are not known. A text file has no
    sheet of its own."""
    text = file.lower().endswith(".csv")
    named = escape(file) if text else f"{escape(file)} › {escape(sheet)}"
    if cells and all(cells):
        return f"<code>{named}{' › ' if text else '!'}{', '.join(sorted(set(cells), key=_in_order))}</code>"
    return f"<code>{named}, {'row' if len(rows) == 1 else 'rows'} {_runs(sorted(rows))}</code>"


def row_source(row: dict) -> str:
    """Where one row of evidence came from."""
    return source(row["file"], row["sheet"], [row["sheet_row"]], [row["cell"]])


def sources(cited: list[dict]) -> str:
    """Where the rows behind a reason came from, a mention a sheet."""
    def place(each: dict) -> tuple[str, str]:
        return each["file"], each["sheet"]

    return " ".join(source(*where, [each["row"] for each in rows], [each["cell"] for each in rows])
                    for where, rows in ((where, list(rows)) for where, rows in groupby(sorted(cited, key=place), place)))


def _in_order(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    return int(cell.removeprefix(letters)), letters


def _runs(rows: list[int]) -> str:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
