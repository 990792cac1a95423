"""The ranked list of themes: expected against seen, drawn to one scale, with how likely that would be."""

from html import escape

from pages.parts.address import link
from pages.parts.themes.said import chance, homes, state
from qa_data.words import counted, share

MOST = 12
"""So many are open to read, and every one that is not steady; the rest unfold."""


def ranked(shown: list[dict], chosen: dict | None, home: str | None) -> str:
    """The themes in HTML, each a link that shows its sentences."""
    top = scale(shown)
    rows = [_row(place, each, each is chosen, top, home) for place, each in enumerate(shown, 1)]
    most = max(MOST, sum(each["state"] != "steady" for each in shown))
    rest = (
        f"<details><summary>{counted(len(rows) - most, 'more theme')}, as"
        f" expected</summary>{_table(rows[most:], top)}</details>"
        if rows[most:]
        else ""
    )
    return f'<section class="panel">{_table(rows[:most], top)}{rest}</section>'


def scale(shown: list[dict]) -> int:
    """The right end of the drawing: the visits that the widest interval reaches."""
    return max([2, *(int(each["upper"]) + 1 for each in shown)])


def _table(rows: list[str], top: int) -> str:
    ticks = "".join(f'<span style="left:{100 * tick / top:.1f}%">{tick:,}</span>' for tick in _ticks(top))
    heads = (
        '<th scope="col">#</th><th scope="col">Theme</th><th scope="col">Homes</th><th scope="col"'
        ' class="drawn">Visits: expected (diamond), seen (circle), 95 % interval<div class="ticks"'
        f' aria-hidden="true">{ticks}</div></th><th scope="col">If nothing had changed</th>'
    )
    return (
        '<div class="scroll"><table class="t main stack'
        f' themes"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _ticks(top: int) -> list[int]:
    step = next(size * 10**power for power in range(6) for size in (1, 2, 5) if top / (size * 10**power) <= 5)
    return list(range(0, top + 1, step))


def _row(place: int, each: dict, chosen: bool, top: int, home: str | None) -> str:
    href = escape(link("themes", theme=each["theme"], home=home))
    return (
        f'<tr{" aria-current=true" if chosen else ""} class="{each["state"].split()[0]}"><td class="small'
        f' place">{place}</td><th scope="row"><a href="{href}">{escape(each["label"])}</a><div'
        f' class="small">{state(each)}</div></th><td class="small"'
        f' data-l="Homes">{homes(each) or "None in these 3 months"}</td><td class="drawn"'
        f' data-l="Visits">{dumbbell(each, top)}</td><td data-l="Chance" class="small">{chance(each)}</td></tr>'
    )


def dumbbell(each: dict, top: int) -> str:
    """Expected and seen on one line, with the interval round what was seen; said in words for those who cannot see
    it.
    """
    seen, due = each["visits"], each["expected"]
    label = (
        f"{share(seen, each['of'])} visits, 95 % interval {each['lower']:.0f} to {each['upper']:.0f}"
        if each["of"]
        else "No visit"
    )
    label += f"; {due:.1f} expected" if due is not None else "; too few visits before to expect a number"
    drawn = [_part("whisker", each["lower"], top, each["upper"] - each["lower"])]
    if due is not None:
        drawn += [
            _part("way", min(seen, due), top, abs(seen - due)),
            _part("due", due, top),
            _number("due-said", due, f"{due:.1f}", top, due > seen),
        ]
    drawn += [_part("seen", seen, top), _number("seen-said", seen, f"{seen:,}", top, due is None or seen >= due)]
    return f'<div class="bell" role="img" aria-label="{label}">{"".join(drawn)}</div>'


def _part(kind: str, at: float, top: int, width: float | None = None) -> str:
    wide = "" if width is None else f";width:{100 * width / top:.1f}%"
    return f'<i class="{kind}" style="left:{100 * at / top:.1f}%{wide}"></i>'


def _number(kind: str, at: float, said: str, top: int, right: bool) -> str:
    return f'<span class="{kind} {"right" if right else "left"}" style="left:{100 * at / top:.1f}%">{said}</span>'
