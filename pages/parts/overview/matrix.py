"""The matrix: homes by the nine standards, each cell a link to that home at that standard."""

from datetime import date

from htpy import Element, Node, a, br, div, p, span

from pages.parts import marks
from pages.parts.address import link
from pages.parts.opening import RETURN, cells_open
from pages.parts.position import Position
from pages.parts.tables import Cell, Head, Row, cell, head, row, scrolled
from pages.parts.wording import local_day, sentence
from qa_data.judgements import JUDGED, unsaid
from qa_data.standards import STANDARDS
from qa_data.wording import british, counted


def matrix(position: Position, month: date) -> Element:
    """The table with its key. `month` is the last complete one, whose return is asked for."""
    rows = [_row(position, home, month) for home in position.drawn]
    drawn = scrolled(_heads(month), rows, "main matrix", caption="Homes by the nine quality standards")
    return div(".panel")[drawn, marks.key(), p(".small")["The mark before a home’s name is of the home as a whole."]]


def _heads(month: date) -> tuple[str | Head, ...]:
    return (
        "Home",
        *(head(each.short, class_="c", title=each.name) for each in STANDARDS),
        head("Latest Ofsted judgement", "Ofsted"),
        head("Open actions", "Actions"),
        head(f"{month:%B} return", "Return"),
    )


def _row(position: Position, home: str, month: date) -> Row:
    facts, cells, whole = position.facts[home], position.of(home), position.homes[home]
    return row(
        (_whole(whole), div(".sub")[f"{facts['service_type']} · {counted(facts['places'], 'place')}"]),
        *map(_cell, cells),
        _judged(facts),
        _actions(facts),
        _returned(facts, month),
        class_=f"home {whole['rag']}",
    )


def _whole(whole: dict) -> Node:
    """The home with its own rating and why."""
    return [
        div(".named")[
            marks.mark(whole["rag"], label=marks.whole(whole)), a(href=link(home=whole["home"]))[whole["home"]]
        ],
        div(".sub")[whole["reasons"][0]["text"]],
    ]


def _cell(each: dict) -> Cell:
    said = sentence(each)
    drawn = a(href=link(home=each["home"], standard=each["standard"]), aria_label=said, title=said)[
        span(".top")[marks.of(each, 28), marks.arrow(each["change"])],
        marks.dots(each["evidence"]),
    ]
    return cell(drawn, class_=f"c {each['rag']}")


def _fact(first: Node, second: Node, bad: bool = False, title: str | None = None) -> Cell:
    return cell((first, div(class_={"sub": True, "bad": bad})[second]), class_="fact", title=title)


def _judged(facts: dict) -> Cell:
    if not facts["judged_on"]:
        opened = cells_open("homes", ("opened",), "home", facts["home"], f"Opened {british(facts['opened'])}")
        return _fact("No inspection loaded", opened)
    title = " ".join(f"{name}: {facts[which] or unsaid(which, facts['judged_on'])}." for name, which in JUDGED)
    led = _short(facts["overall"] or "No overall judgement")
    judged = a(href=link("inspections", home=facts["home"]))[led]
    return _fact(judged, [british(facts["judged_on"]), _unlike(facts)], title=title)


def _short(judgement: str) -> str:
    return judgement.removesuffix(" to be good")


def _unlike(facts: dict) -> list[Node]:
    """The other two judgements where they differ from the overall one."""
    others = (("Protection", facts["protection"]), ("Leaders", facts["leadership"]))
    return [[br, f"{name}: {_short(word)}"] for name, word in others if word and word != facts["overall"]]


def _actions(facts: dict) -> Cell:
    overdue = facts["actions_overdue"]
    said = f"{overdue} overdue" if overdue else "None overdue"
    still = a(href=link("actions", home=facts["home"]))[f"{facts['actions_open']} open"]
    return _fact(still, said, bad=bool(overdue))


def _returned(facts: dict, month: date) -> Cell:
    if facts["return_in"]:
        received = cells_open("returns", RETURN, "home", facts["home"], "Received", month)
        return _fact(received, f"Loaded {local_day(facts['return_in'])}")
    return cell(span(".bad")["Not received"], class_="fact")
