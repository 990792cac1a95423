"""How many actions there are: by kind and state, by age, and by home and standard; each count leads to its rows."""

from htpy import Element, Fragment, Node, a, abbr, fragment, h1, h2, p, span

from metrics.actions.tracker import AGES, KINDS, STATES
from pages.parts.address import link
from pages.parts.tables import Cell, cell, head, more_homes, scrolled
from qa_data.standards import CODES, standard
from qa_data.wording import counted, listed, share

OPEN = ("overdue", "soon", "dated", "undated")
"""The states of an action that is still to be done."""

HOMES = 50

KIND = head(span(".hidden")["Kind"])


def _sum(counts: list[dict], kind: str | None, states, column: str = "actions") -> int:
    return sum(row[column] for row in counts if kind in (None, row["kind"]) and row["state"] in states)


def headline(counts: list[dict], home: str | None, code: str | None, closed: list[str]) -> Fragment | Element:
    """What is open and late in a line, with what makes it up, at the home and under the standard asked of; `closed`
    the homes among them that are not open.
    """
    late, still = (_sum(counts, None, states) for states in (("overdue",), OPEN))
    where = (f" under {standard(code).name}" if code else "") + (f" at {home}" if home else "")
    if not counts:
        return h1[f"No action is known yet{where}"]
    required = _sum(counts, "requirement", ("overdue",))
    return fragment[
        h1[_late(late, still, where)],
        p(".lede")[
            _some(required, "Ofsted requirement is", "Ofsted requirements are") + " overdue. ",
            _some(_sum(counts, None, ("undecided",)), "action waits", "actions wait"),
            " for a decision: Regulation 44(5) asks for one on what a visitor recommends, and “not accepted, because …”"
            " is one.",
            closed and f" Counted too: what is left to do at {listed(closed)}, not open on this day.",
        ],
    ]


def _late(late: int, still: int, where: str) -> str:
    if not still:
        return f"No action is open{where}"
    if still == 1:
        return f"The one open action{where} is {'' if late else 'not '}overdue"
    if not late:
        return f"None of the {still:,} open actions{where} is overdue"
    return f"{late:,} of {still:,} open actions{where} {'is' if late == 1 else 'are'} overdue"


def _some(number: int, one: str, many: str) -> str:
    return counted(number, one, many) if number else f"No {one}"


def summary(counts: list[dict], home: str | None, code: str | None, kind: str | None, state: str | None) -> Element:
    """A row a kind, a column a state; each count leads to its actions."""
    words = ("open", *STATES.values(), "no owner", "with evidence", "verified by another")
    return scrolled(
        (KIND, *(word.capitalize() for word in words)),
        [_kind(counts, each, home, code, state if each == kind else None) for each in KINDS],
    )


def _kind(counts: list[dict], kind: str, home: str | None, code: str | None, chosen: str | None) -> list:
    """`chosen` is the state that is listed, where it is of this kind."""

    def number(state: str, count: int) -> Node | Cell:
        href = link("actions", home=home, standard=code, kind=kind, state=state)
        return _count(count, href, state == chosen, state == "overdue")

    return [
        a(href=link("actions", home=home, standard=code, kind=kind))[KINDS[kind]],
        _count(_sum(counts, kind, OPEN), link("actions", home=home, standard=code, kind=kind), False, False),
        *(number(state, _sum(counts, kind, (state,))) for state in STATES),
        number("unowned", _sum(counts, kind, STATES, "unowned")),
        *(
            a(href=link("actions", home=home, standard=code, kind=kind, state="completed"))[
                _proved(counts, kind, column)
            ]
            for column in ("evidenced", "verified")
        ),
    ]


def _count(count: int, href: str, current: bool, bad: bool) -> Node | Cell:
    if not count:
        return cell("0", class_="small")
    return a(href=href, aria_current="true" if current else None, class_={"bad": bad})[f"{count:,}"]


def _proved(counts: list[dict], kind: str, column: str) -> str:
    done = _sum(counts, kind, ("completed",))
    return share(_sum(counts, kind, ("completed",), column), done) if done else "–"


def ages(told: list[dict], home: str | None, code: str | None) -> Fragment:
    """How long open actions have been open."""

    def number(kind: str, age: str) -> Node | Cell:
        count = sum(row["actions"] for row in told if (row["kind"], row["age"]) == (kind, age))
        return _count(count, link("actions", home=home, standard=code, kind=kind), False, False)

    return fragment[
        h2["How long open actions have been open"],
        scrolled(
            (KIND, *(age.capitalize() for _, age in AGES)),
            [(name, *(number(kind, age) for _, age in AGES)) for kind, name in KINDS.items()],
        ),
    ]


def by_home(told: list[dict]) -> Fragment:
    """Open actions and how many of them are overdue, home by home and standard by standard."""
    found = {(row["home"], row["standard"]): row for row in told}
    homes = sorted({row["home"] for row in told})
    return fragment[
        h2["Where they are"],
        p(".small")["Open, and how many of them are overdue. An action counts under each of its standards."],
        scrolled(
            ("Home", *(head(abbr(title=standard(code).name)[code]) for code in CODES)),
            [(home, *(_cell(found.get((home, code)), home, code) for code in CODES)) for home in homes[:HOMES]],
            "main",
        ),
        more_homes(len(homes), HOMES),
    ]


def _cell(row: dict | None, home: str, code: str) -> Node | Cell:
    if row is None:
        return cell("–", class_="small")
    return [
        a(href=link("actions", home=home, standard=code))[row["open"]],
        row["overdue"] > 0
        and [
            " ",
            a(".bad", href=link("actions", home=home, standard=code, state="overdue"))[f"({row['overdue']} overdue)"],
        ],
    ]
