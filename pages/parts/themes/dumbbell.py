"""Expected against seen as two points on one line, with the interval round what was seen."""

from htpy import Element, div, i, span

from qa_data.wording import share_of


def scale(shown: list[dict]) -> int:
    """The right end of the drawing: the visits that the widest interval reaches."""
    return max([2, *(int(each["upper"]) + 1 for each in shown)])


def ticks(top: int) -> Element:
    """The numbers of visits over the drawing, at most six."""
    step = next(size * 10**power for power in range(6) for size in (1, 2, 5) if top / (size * 10**power) <= 5)
    marked = [span(style=_at(tick, top))[f"{tick:,}"] for tick in range(0, top + 1, step)]
    return div(".ticks", aria_hidden="true")[marked]


def dumbbell(each: dict, top: int) -> Element:
    """Expected and seen on one line, with the interval round what was seen; said in words for those who cannot see
    it.
    """
    seen, due = each["visits"], each["expected"]
    drawn = [_part("whisker", each["lower"], top, each["upper"] - each["lower"])]
    if due is not None:
        drawn += [
            _part("way", min(seen, due), top, abs(seen - due)),
            _part("due", due, top),
            _number("due-said", due, f"{due:.1f}", top, due > seen),
        ]
    drawn += [_part("seen", seen, top), _number("seen-said", seen, f"{seen:,}", top, due is None or seen >= due)]
    return div(".bell", role="img", aria_label=f"{_seen(each)}; {_due(due)}")[drawn]


def _seen(each: dict) -> str:
    if not each["of"]:
        return "No visit"
    seen = share_of(each["visits"], each["of"], "visit")
    return f"{seen}, 95 % interval {each['lower']:.0f} to {each['upper']:.0f}"


def _due(due: float | None) -> str:
    return f"{due:.1f} expected" if due is not None else "too few visits before to expect a number"


def _part(kind: str, at: float, top: int, width: float | None = None) -> Element:
    wide = "" if width is None else f";width:{100 * width / top:.1f}%"
    return i(class_=kind, style=f"{_at(at, top)}{wide}")


def _number(kind: str, at: float, said: str, top: int, right: bool) -> Element:
    return span(class_=[kind, "right" if right else "left"], style=_at(at, top))[said]


def _at(place: float, top: int) -> str:
    return f"left:{100 * place / top:.1f}%"
