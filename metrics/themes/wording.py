"""What `python -m metrics themes` prints for people."""

from datetime import date

from metrics.themes.emerging import EMERGING, FIRST, STEADY
from metrics.themes.shapes import Themes, ToldTheme
from qa_data.wording import british, counted, share_of

UNSEEN = "No independent visit in the last 3 months is known."


def told(answer: Themes) -> str:
    """A line a theme, what is emerging first, then where it was said last."""
    first, last = (british(date.fromisoformat(day)) for day in answer["window"])
    emerging = sum(each["state"] == EMERGING for each in answer["themes"])
    lines = [
        f"Themes of concern in independent visits, {first} to {last}: {counted(emerging, 'theme')}"
        f" emerging{_untested(answer)}, {answer['tested']} tested"
    ]
    return "\n".join([*lines, *(map(_theme, answer["themes"]) if answer["themes"] else [_nothing(answer["visits"])])])


def _nothing(visits: int) -> str:
    return nothing(visits) if visits else f"No data: {UNSEEN[0].lower()}{UNSEEN[1:]}"


def nothing(visits: int) -> str:
    """What is said where no theme is told, of so many independent visits in the last 3 months."""
    return "No independent visit mentions a concern." if visits else UNSEEN


def _untested(answer: Themes) -> str:
    new = sum(each["state"] == EMERGING and each["q"] is None for each in answer["themes"])
    return f" ({new} never raised before, so there is nothing to test against)" if new else ""


def _theme(each: ToldTheme) -> str:
    return (
        f"{each['home'] or 'All homes'}, {each['label']}: {state(each)}. {_counts(each)}{_chance(each)}{_newest(each)}"
    )


def state(each: ToldTheme) -> str:
    """The state in words: emerging since 31 Jul 2026, never before."""
    if not each["since"]:
        untold = each["state"] == STEADY and each["expected"] is None
        return "not tested" if untold else each["state"]
    never = ", never before" if each["new"] else ""
    return f"{each['state']} since {british(date.fromisoformat(each['since']))}{never}"


def _counts(each: ToldTheme) -> str:
    seen = share_of(each["visits"], each["of"], "visit") if each["of"] else "no visit"
    return (
        f"{seen}, {each['expected']:.1f} expected"
        if each["expected"] is not None
        else f"{seen}; too few visits before to compare with"
    )


def _chance(each: ToldTheme) -> str:
    return f", q {each['q']:.2g}" if each["q"] is not None else ""


def _newest(each: ToldTheme) -> str:
    if each["state"] not in (EMERGING, FIRST) or not each["findings"]:
        return ""
    newest = each["findings"][0]
    said = " ".join(newest["text"][start:end].strip() for start, end in newest["sentences"])
    return (
        f"\n      {newest['home']}, {british(date.fromisoformat(newest['date']))}: {said} ({newest['file']} ›"
        f" {newest['sheet']}!{newest['cell']})"
    )
