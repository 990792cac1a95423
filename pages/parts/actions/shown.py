"""The action tracker in HTML: counts that lead to their rows, the rows, their ages, and where they are."""

from htpy import Element, Fragment, Node, a, abbr, div, fragment, h1, h2, li, p, span, ul

from metrics.actions.tracker import AGES, KINDS, STATES
from pages.parts import origin
from pages.parts.address import link
from pages.parts.tables import Cell, cell, head, more_homes, scrolled
from qa_data.standards import CODES, standard
from qa_data.words import british, counted, share

OPEN = ("overdue", "soon", "dated", "undated")
"""The states of an action that is still to be done."""

STILL = {
    "soon": "Due soon",
    "dated": "Open",
    "undated": "Open, without a date",
    "undecided": "Waiting for a decision",
}
"""Where an action stands that is neither done nor late."""

HOMES = 50

MOST_BACK = 20

KIND = head(span(".hidden")["Kind"])


def _sum(counts: list[dict], kind: str | None, states, column: str = "actions") -> int:
    return sum(row[column] for row in counts if kind in (None, row["kind"]) and row["state"] in states)


def headline(counts: list[dict], home: str | None) -> Fragment | Element:
    """What is open and late in a line, with what makes it up."""
    late, still = (_sum(counts, None, states) for states in (("overdue",), OPEN))
    where = f" at {home}" if home else ""
    if not counts:
        return h1[f"No action is known yet{where}"]
    required = _sum(counts, "requirement", ("overdue",))
    return fragment[
        h1[f"{late} of {counted(still, 'open action')}{where} {'is' if late == 1 else 'are'} overdue"],
        p(".lede")[
            f"{counted(required, 'Ofsted requirement') if required else 'No Ofsted requirement is'} overdue."
            f" {counted(_sum(counts, None, ('undecided',)), 'recommendation')} wait for a decision: Regulation 44(5)"
            " asks for a decision, and “not accepted, because …” is one."
        ],
    ]


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
        f"{_sum(counts, kind, OPEN):,}",
        *(number(state, _sum(counts, kind, (state,))) for state in STATES),
        number("unowned", _sum(counts, kind, STATES, "unowned")),
        *(_proved(counts, kind, column) for column in ("evidenced", "verified")),
    ]


def _count(count: int, href: str, current: bool, bad: bool) -> Node | Cell:
    if not count:
        return cell("0", class_="small")
    return a(href=href, aria_current="true" if current else None, class_={"bad": bad})[f"{count:,}"]


def _proved(counts: list[dict], kind: str, column: str) -> str:
    done = _sum(counts, kind, ("completed",))
    return share(_sum(counts, kind, ("completed",), column), done) if done else "–"


def listed(rows: list[dict], kind: str | None, state: str | None, most: int) -> Fragment:
    """The actions, each with where it came from and where its row stands."""
    stated = "" if not state else ": no owner" if state == "unowned" else f": {STATES[state]}"
    shown = f"the first {most:,}, the longest overdue first" if len(rows) == most else counted(len(rows), "action")
    return fragment[
        h2[f"{KINDS.get(kind, 'Actions still to be done')}{stated}"],
        p(".small")[shown, (kind or state) and [" · ", a(href=link("actions"))["show all"]]],
        scrolled(
            ("Reference", "Home", "Action", "Owner", "Due", "Where it stands"),
            [_row(row) for row in rows],
        ),
    ]


def _row(row: dict) -> tuple:
    return (
        cell(row["reference"], class_="nowrap"),
        a(href=link(home=row["home"], standard=row["standards"][0]))[row["home"]],
        div[row["action"], _source(row)],
        row["owner"] or _none("No owner"),
        cell(british(row["due"]) if row["due"] else _none("No due date"), class_="nowrap"),
        _state(row),
    )


def _source(row: dict) -> Element:
    regulation = f", regulation {row['regulation']}" if row["regulation"] else ""
    named = ", ".join(standard(code).name for code in row["standards"])
    return div(".source")[
        f"{row['came_from']}{regulation}, {british(row['source_date'])} · {named} · ", origin.row_source(row)
    ]


def _none(words: str) -> Element:
    return span(".small")[words]


def _state(row: dict) -> Node:
    if row["state"] == "completed":
        proof = "with evidence" if row["evidenced"] else "without evidence"
        verified = f"verified by {row['verified_by']}" if row["verified"] else "not verified by another"
        return f"Completed {british(row['completed'])}, {proof}, {verified}"
    if row["state"] == "overdue":
        return span(".bad")[f"Overdue {counted(row['days_overdue'], 'day')}"]
    if row["state"] == "refused":
        return f"Not accepted: {row['decision_reason'] or 'no reason given'}"
    return STILL[row["state"]]


def ages(told: list[dict]) -> Fragment:
    """How long open actions have been open."""

    def number(kind: str, age: str) -> int:
        return sum(row["actions"] for row in told if (row["kind"], row["age"]) == (kind, age))

    return fragment[
        h2["How long open actions have been open"],
        scrolled(
            (KIND, *(age.capitalize() for _, age in AGES)),
            [(name, *(f"{number(kind, age):,}" for _, age in AGES)) for kind, name in KINDS.items()],
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
        row["overdue"] > 0 and [" ", span(".bad")[f"({row['overdue']} overdue)"]],
    ]


def came_back(pairs: list[dict], home: str | None, code: str | None) -> Fragment:
    """What was completed and asked for again: the action may be closed, what it was for is not."""
    back = [
        pair
        for pair in pairs
        if _came_back(pair) and home in (None, pair["home"]) and code in (None, *pair["standards"])
    ]
    none = "Nothing that was completed has been asked for again in 12 months, as far as the words tell."
    return fragment[
        h2[f"Closed and came back ({len(back):,})"],
        p(".small")[
            "Completed, and a requirement or recommendation within 12 months asks for the same at the same home. ",
            a(href=link("lessons"))["Confirm or dismiss them"],
            ".",
        ],
        ul(".l")[[_back(pair) for pair in back[:MOST_BACK]] or li(".small")[none]],
        len(back) > MOST_BACK and p(".small")[f"And {len(back) - MOST_BACK:,} more."],
    ]


def _came_back(pair: dict) -> bool:
    completed = pair["first"]["completed"]
    return pair["decision"] != "dismissed" and bool(completed) and completed <= pair["later"]["raised"]


def _back(pair: dict) -> Element:
    first, later = pair["first"], pair["later"]
    return li[
        div[
            a(href=link(home=pair["home"], standard=pair["standards"][0]))[pair["home"]],
            f": {later['action']}",
            div(".source")[
                f"{first['reference']} completed {british(first['completed'])}, asked for again"
                f" {british(later['raised'])} as {later['reference']} · ",
                origin.sources([first["cited"], later["cited"]]),
            ],
        ]
    ]
