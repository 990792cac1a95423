"""The matrix: homes by the nine standards, each cell a link to that home at that standard."""

from datetime import date
from html import escape

from pages.parts import marks
from pages.parts.address import link
from pages.parts.position import Position
from pages.parts.words import local_day, sentence
from qa_data.standards import STANDARDS, standard
from qa_data.words import british, counted

HEADS = "".join(
    f'<th scope="col" class="c" title="{escape(each.name)}">{escape(each.short)}</th>' for each in STANDARDS
)


def matrix(position: Position, month: date) -> str:
    """The table in HTML, with its key. `month` is the last complete one, whose return is asked for."""
    rows = "".join(_row(position, home) for home in position.drawn)
    return (
        '<div class="panel"><div class="scroll"><table class="t main matrix"><caption class="hidden">Homes by the nine'
        f' quality standards</caption><thead><tr><th scope="col">Home</th>{HEADS}<th scope="col">Latest Ofsted'
        f' judgement</th><th scope="col">Open actions</th><th scope="col">{month:%B}'
        f" return</th></tr></thead><tbody>{rows}</tbody></table></div>{marks.key()}</div>"
    )


def _row(position: Position, home: str) -> str:
    facts, cells = position.facts[home], position.of(home)
    exception = ' class="exception"' if any(cell["rag"] == "red" for cell in cells) else ""
    return (
        f'<tr{exception}><th scope="row"><a href="{escape(link(home=home))}">{escape(home)}</a>'
        f'<div class="sub">{escape(facts["service_type"])} · {counted(facts["places"], "place")}</div></th>'
        f"{''.join(map(_cell, cells))}{_judged(facts)}{_actions(facts)}{_returned(facts)}</tr>"
    )


def _cell(cell: dict) -> str:
    said = escape(sentence(cell))
    drawn = (
        "<span"
        f' class="top">{marks.mark(cell["rag"], 28)}{marks.arrow(cell["change"])}</span>{marks.dots(cell["evidence"])}'
    )
    href = escape(link(home=cell["home"], standard=cell["standard"]))
    short = escape(standard(cell["standard"]).short)
    return (
        f'<td class="c {cell["rag"]}" data-l="{short}"><a href="{href}" aria-label="{said}"'
        f' title="{said}">{drawn}</a></td>'
    )


def _fact(label: str, first: str, second: str, bad: bool = False, title: str = "") -> str:
    told = f' title="{escape(title)}"' if title else ""
    return (
        f'<td class="fact" data-l="{label}"{told}>{first}<div class="{"sub bad" if bad else "sub"}">{second}</div></td>'
    )


def _judged(facts: dict) -> str:
    if not facts["judged_on"]:
        return _fact("Ofsted", "Not yet inspected", f"Opened {british(facts['opened'])}")
    title = (
        f"Overall: {facts['overall']}. Helped and protected: {facts['protection'] or 'not given'}. "
        f"Leaders and managers: {facts['leadership'] or 'not given'}."
    )
    said = facts["overall"].removesuffix(" to be good")
    return _fact("Ofsted", escape(said), f"{british(facts['judged_on'])}{_unlike(facts)}", title=title)


def _unlike(facts: dict) -> str:
    """The other two judgements where they differ from the overall one."""
    others = (("Protection", facts["protection"]), ("Leaders", facts["leadership"]))
    return "".join(
        f"<br>{name}: {escape(word.removesuffix(' to be good'))}"
        for name, word in others
        if word and word != facts["overall"]
    )


def _actions(facts: dict) -> str:
    overdue = facts["actions_overdue"]
    return _fact(
        "Actions",
        f"{facts['actions_open']} open",
        f"{overdue} overdue" if overdue else "None overdue",
        bad=bool(overdue),
    )


def _returned(facts: dict) -> str:
    if facts["return_in"]:
        return _fact("Return", "Received", f"Loaded {local_day(facts['return_in'])}")
    return '<td class="fact" data-l="Return"><span class="bad">Not received</span></td>'
