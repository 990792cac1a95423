"""The agenda at the left, which item is chosen, and the way to the next."""

from datetime import date
from html import escape

from pages.parts import address, marks
from pages.parts.address import link
from pages.parts.words import long_day
from qa_data.standards import standard
from qa_data.words import british, counted

WHY = {
    "newly red": "has turned red",
    "red": "is red",
    "not done": "has a decision not done",
    "worse": "got worse",
    "signal": "is worse than chance explains",
    "theme": "is raised more often",
    "overdue": "has actions overdue",
    "unseen": "cannot be seen",
    "better": "got better",
}


def chosen(items: list[dict]) -> tuple[dict, int]:
    """The item of the address, else the first; and its place."""
    place = next((place for place, item in enumerate(items) if item["key"] == address.said("item")), 0)
    return items[place], place


def topic(item: dict) -> str:
    """What it is about."""
    return (
        standard(item["standard"]).name
        if item["standard"]
        else f"{counted(len(item['unseen']), 'standard')} without recent evidence"
    )


def drawn(item: dict, size: int) -> str:
    """The change of its mark."""
    if item["cell"] is None:
        return marks.mark("grey", size)
    now = marks.mark(item["cell"]["rag"], size)
    if item["cell"]["change"] not in ("worse", "better"):
        return now
    return (
        f'{marks.mark(item["cell"]["before"], size)}<span aria-hidden="true">→</span><span'
        f' class="hidden">to</span>{now}'
    )


def agenda(items: list[dict], place: int, day: date, cells: list[dict], past: list[dict]) -> str:
    """The list of items, and what is not for discussion."""
    rows = "".join(
        f"<li{' aria-current=true' if number == place else ''}><a"
        f' href="{escape(link("clinic", item=item["key"]))}"><span'
        f' class="no">{number + 1}</span><span><b>{escape(item["home"])}</b><span class="small">{topic(item)}'
        f' {WHY[item["why"]]}</span></span><span class="from">{drawn(item, 24)}</span></a></li>'
        for number, item in enumerate(items)
    )
    rest = len(cells) - sum(max(1, len(item["unseen"])) for item in items)
    last = max((each["decided_on"] for each in past), default=None)
    still = len({each["action"] for each in past if each["decided_on"] == last and each["state"] in ("late", "open")})
    said = (
        f" {counted(still, 'decision')} of {british(last)} {'is' if still == 1 else 'are'} still open." if last else ""
    )
    return (
        f'<div class="small">Performance clinic, {long_day(day)}</div><h2>Agenda:'
        f' {counted(len(items), "exception")}</h2><ol class="agenda">{rows}</ol><p class="small">{max(rest, 0):,} of'
        f" {len(cells):,} ratings are not for discussion.{said}</p>"
    )


def turning(items: list[dict], place: int) -> str:
    """Links to the item before and the next; Page Up and Page Down follow them, as a presenter’s remote sends."""
    told = []
    if place:
        told.append(f'<a rel="prev" href="{escape(link("clinic", item=items[place - 1]["key"]))}">← Previous</a>')
    if place + 1 < len(items):
        told.append(
            f'<a rel="next" href="{escape(link("clinic", item=items[place + 1]["key"]))}">Next without a decision →</a>'
        )
    return f'<p class="turning">{" ".join(told)} <span class="small">Page Up and Page Down turn too.</span></p>'
