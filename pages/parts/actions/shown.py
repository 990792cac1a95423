"""The action tracker in HTML: counts that lead to their rows, the rows, their ages, and where they are."""

from html import escape

from metrics.actions.tracker import AGES, KINDS, STATES
from pages.parts import origin
from pages.parts.address import link
from qa_data.standards import CODES, standard
from qa_data.words import british, counted, share

OPEN = ("overdue", "soon", "dated", "undated")
"""The states of an action that is still to be done."""

HOMES = 50

MOST_BACK = 20


def _sum(counts: list[dict], kind: str | None, states, column: str = "actions") -> int:
    return sum(row[column] for row in counts if kind in (None, row["kind"]) and row["state"] in states)


def finding(counts: list[dict], home: str | None) -> str:
    """The finding in a line, with what makes it up."""
    late, still = (_sum(counts, None, states) for states in (("overdue",), OPEN))
    where = f" at {escape(home)}" if home else ""
    if not counts:
        return f"<h1>No action is known yet{where}</h1>"
    requirements = _sum(counts, "requirement", ("overdue",))
    more = (
        f"{counted(requirements, 'Ofsted requirement')} overdue. "
        if requirements
        else "No Ofsted requirement is overdue. "
    )
    return (
        f"<h1>{late} of {counted(still, 'open action')}{where} {'is' if late == 1 else 'are'} overdue</h1><p"
        f' class="lede">{more}'
        f"{counted(_sum(counts, None, ('undecided',)), 'recommendation')} wait for a decision: Regulation 44(5) asks"
        " for a decision, and “not accepted, because …” is one.</p>"
    )


def summary(counts: list[dict], home: str | None, code: str | None, kind: str | None, state: str | None) -> str:
    """A row a kind, a column a state; each count leads to its actions."""
    heads = '<th scope="col"><span class="hidden">Kind</span></th>' + "".join(
        f'<th scope="col">{word.capitalize()}</th>'
        for word in ("open", *STATES.values(), "no owner", "with evidence", "verified by another")
    )
    rows = "".join(_kind(counts, each, home, code, (kind, state)) for each in KINDS)
    return (
        '<div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _kind(counts: list[dict], kind: str, home: str | None, code: str | None, now: tuple) -> str:
    def cell(label: str, number: int, state: str) -> str:
        href = escape(link("actions", home=home, standard=code, kind=kind, state=state))
        current = ' aria-current="true"' if now == (kind, state) else ""
        bad = ' class="bad"' if state == "overdue" and number else ""
        return (
            f'<td data-l="{label}"><a href="{href}"{current}{bad}>{number:,}</a></td>'
            if number
            else f'<td data-l="{label}" class="small">0</td>'
        )

    done = _sum(counts, kind, ("completed",))
    proved = "".join(
        f'<td data-l="{label}">{share(_sum(counts, kind, ("completed",), column), done) if done else "–"}</td>'
        for label, column in (("With evidence", "evidenced"), ("Verified by another", "verified"))
    )
    every = escape(link("actions", home=home, standard=code, kind=kind))
    return (
        f'<tr><th scope="row"><a href="{every}">{KINDS[kind]}</a></th><td'
        f' data-l="Open">{_sum(counts, kind, OPEN):,}</td>'
        + "".join(cell(words.capitalize(), _sum(counts, kind, (state,)), state) for state, words in STATES.items())
        + cell("No owner", _sum(counts, kind, STATES, "unowned"), "unowned")
        + proved
        + "</tr>"
    )


def listed(rows: list[dict], kind: str | None, state: str | None, most: int) -> str:
    """The actions, each with where it came from and where its row stands."""
    title = f"{KINDS.get(kind, 'Actions still to be done')}{': ' + ('no owner' if state == 'unowned' else STATES[state]) if state else ''}"
    shown = f"the first {most:,}, the longest overdue first" if len(rows) == most else counted(len(rows), "action")
    every = f' · <a href="{escape(link("actions"))}">show all</a>' if kind or state else ""
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Reference", "Home", "Action", "Owner", "Due", "Where it stands")
    )
    return (
        f'<h2>{title}</h2><p class="small">{shown}{every}</p><div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(map(_row, rows))}</tbody></table></div>"
    )


def _row(row: dict) -> str:
    regulation = f", regulation {escape(row['regulation'])}" if row["regulation"] else ""
    named = ", ".join(standard(code).name for code in row["standards"])
    return (
        f'<tr><th scope="row" class="nowrap">{escape(row["reference"])}</th><td data-l="Home"><a'
        f' href="{escape(link(home=row["home"], standard=row["standards"][0]))}">{escape(row["home"])}</a></td><td'
        f' data-l="Action"><div>{escape(row["action"])}<div class="source">{escape(row["came_from"])}{regulation},'
        f" {british(row['source_date'])} · {named} · {origin.row_source(row)}</div></div></td><td"
        f' data-l="Owner">{escape(row["owner"] or "") or _none("No owner")}</td><td data-l="Due"'
        f' class="nowrap">{british(row["due"]) if row["due"] else _none("No due date")}</td><td data-l="Where it'
        f' stands">{_state(row)}</td></tr>'
    )


def _none(words: str) -> str:
    return f'<span class="small">{words}</span>'


def _state(row: dict) -> str:
    if row["state"] == "completed":
        proof = "with evidence" if row["evidenced"] else "without evidence"
        return (
            f"Completed {british(row['completed'])}, {proof},"
            f" {'verified by ' + escape(row['verified_by']) if row['verified'] else 'not verified by another'}"
        )
    if row["state"] == "overdue":
        return f'<span class="bad">Overdue {counted(row["days_overdue"], "day")}</span>'
    if row["state"] == "refused":
        return f"Not accepted: {escape(row['decision_reason'] or 'no reason given')}"
    return {
        "soon": "Due soon",
        "dated": "Open",
        "undated": "Open, without a date",
        "undecided": "Waiting for a decision",
    }[row["state"]]


def ages(told: list[dict]) -> str:
    """How long open actions have been open."""

    def number(kind: str, age: str) -> int:
        return sum(row["actions"] for row in told if (row["kind"], row["age"]) == (kind, age))

    heads = "".join(f'<th scope="col">{words.capitalize()}</th>' for _, words in AGES)
    rows = "".join(
        "<tr><th"
        f' scope="row">{name}</th>{"".join(f"<td data-l={chr(34)}{words.capitalize()}{chr(34)}>{number(kind, words):,}</td>" for _, words in AGES)}</tr>'
        for kind, name in KINDS.items()
    )
    return (
        '<h2>How long open actions have been open</h2><div class="scroll"><table class="t main stack"><thead><tr><th'
        f' scope="col"><span class="hidden">Kind</span></th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def by_home(told: list[dict]) -> str:
    """Open actions and how many of them are overdue, home by home and standard by standard."""
    found = {(row["home"], row["standard"]): row for row in told}
    homes = sorted({row["home"] for row in told})
    heads = "".join(f'<th scope="col"><abbr title="{standard(code).name}">{code}</abbr></th>' for code in CODES)
    rows = "".join(
        "<tr><th"
        f' scope="row">{escape(home)}</th>{"".join(_cell(found.get((home, code)), home, code) for code in CODES)}</tr>'
        for home in homes[:HOMES]
    )
    rest = (
        f'<p class="small">And {len(homes) - HOMES:,} more homes: choose one above.</p>' if len(homes) > HOMES else ""
    )
    return (
        '<h2>Where they are</h2><p class="small">Open, and how many of them are overdue. An action counts under each'
        ' of its standards.</p><div class="scroll"><table class="t main"><thead><tr><th'
        f' scope="col">Home</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{rest}'
    )


def _cell(row: dict | None, home: str, code: str) -> str:
    if row is None:
        return '<td class="small">–</td>'
    late = f' <span class="bad">({row["overdue"]} overdue)</span>' if row["overdue"] else ""
    return f'<td><a href="{escape(link("actions", home=home, standard=code))}">{row["open"]}</a>{late}</td>'


def came_back(pairs: list[dict], home: str | None, code: str | None) -> str:
    """What was completed and asked for again: the action may be closed, what it was for is not."""
    back = [
        pair
        for pair in pairs
        if pair["decision"] != "dismissed"
        and home in (None, pair["home"])
        and code in (None, *pair["standards"])
        and pair["first"]["completed"]
        and pair["first"]["completed"] <= pair["later"]["raised"]
    ]
    rows = (
        "".join(map(_back, back[:MOST_BACK]))
        or '<li class="small">Nothing that was completed has been asked for again in 12 months, as far as the words tell.</li>'
    )
    more = f'<p class="small">And {len(back) - MOST_BACK:,} more.</p>' if len(back) > MOST_BACK else ""
    return (
        f'<h2>Closed and came back ({len(back):,})</h2><p class="small">Completed, and a requirement or recommendation'
        f' within 12 months asks for the same at the same home. <a href="{escape(link("lessons"))}">Confirm or dismiss'
        f' them</a>.</p><ul class="l">{rows}</ul>{more}'
    )


def _back(pair: dict) -> str:
    first, later = pair["first"], pair["later"]
    return (
        "<li><div><a"
        f' href="{escape(link(home=pair["home"], standard=pair["standards"][0]))}">{escape(pair["home"])}</a>:'
        f" {escape(later['action'])}"
        f'<div class="source">{escape(first["reference"])} completed {british(first["completed"])}, asked for again'
        f" {british(later['raised'])} as {escape(later['reference'])} · "
        f"{origin.sources([first['cited'], later['cited']])}</div></div></li>"
    )
