"""What stands behind a standard: findings, visits, actions and the children's voice, each with its file, sheet and
row.
"""

from html import escape

from pages.parts import marks, origin
from qa_data.words import british, counted

MOST = 5
"""So many are open to read; the rest unfold."""

VERDICTS = {"Met": "green", "Partly met": "amber", "Not met": "red"}


def _folded(rows: list[str], name: str) -> str:
    shown, rest = "".join(rows[:MOST]), "".join(rows[MOST:])
    more = (
        f'<details><summary>{counted(len(rows) - MOST, "more " + name)}</summary><ul class="l">{rest}</ul></details>'
        if rest
        else ""
    )
    return f'<ul class="l">{shown}</ul>{more}'


def found(findings: list[dict], visits: list[dict]) -> str:
    """Findings of the last 12 months and the visits with their verdict on the standard, in HTML."""
    told = (
        _folded(list(map(_finding, findings)), "finding")
        if findings
        else '<p class="small">No finding under this standard in 12 months.</p>'
    )
    seen = (
        _folded(list(map(_visit, visits)), "visit")
        if visits
        else '<p class="small">No visit or review in 12 months.</p>'
    )
    return f'<section class="panel"><h2>What visits found</h2>{told}<h3>Visits and reviews</h3>{seen}</section>'


def _finding(row: dict) -> str:
    return (
        f'<li><div>{escape(row["finding"])}<div class="source"><span class="chip">{escape(row["kind"])}</span>'
        f" {escape(row['source'])}, "
        f"{british(row['found_on'])} · {origin.row_source(row)}</div></div></li>"
    )


def _visit(row: dict) -> str:
    verdict = row["verdict"] if row["verdict"] in VERDICTS else None
    mark = marks.mark(VERDICTS.get(verdict, "grey"), 20, label=verdict or "No verdict")
    spoken = (
        f" · children spoken to: {row['children_spoken_to']} of {row['children_living']}"
        if None not in (row["children_spoken_to"], row["children_living"])
        else ""
    )
    return (
        f"<li>{mark}<div>{british(row['visit_date'])} · {escape(row['visit_type'])}:"
        f" {verdict or 'no verdict on this standard'}"
        f'<div class="source">{escape(row["visitor"] or "Visitor not given")}{spoken} ·'
        f" {origin.row_source(row)}</div></div></li>"
    )


def done_about_it(actions: list[dict]) -> str:
    """The standard's actions in HTML: those still to be done, then those completed lately."""
    live, done = ([each for each in actions if each["live"] is state] for state in (True, False))
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Reference", "Action and owner", "Due"))
    table = (
        '<table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{"".join(map(_action, live))}</tbody></table>'
        if live
        else '<p class="small">No action under this standard is open.</p>'
    )
    return f'<section class="panel"><h2>Actions</h2>{table}{_completed(done) if done else ""}</section>'


def _completed(done: list[dict]) -> str:
    return (
        f'<details><summary>{counted(len(done), "action")} completed in the last 3 months</summary><table class="t'
        ' stack"><tbody>'
        f"{''.join(map(_action, done))}</tbody></table></details>"
    )


def _action(row: dict) -> str:
    return (
        f'<tr><th scope="row" class="nowrap">{escape(row["reference"])}</th><td'
        f' data-l="Action"><div>{escape(row["action"])}<div class="source">'
        f"{_from(row)} · {escape(row['owner'] or 'No owner')} ·"
        f" {escape(row['status'])}<br>{origin.row_source(row)}</div></div></td>"
        f'<td data-l="Due"><span class="nowrap">{_due(row)}</span></td></tr>'
    )


def _from(row: dict) -> str:
    return escape(row["came_from"] + (f", regulation {row['regulation']}" if row["regulation"] else ""))


def _due(row: dict) -> str:
    if not row["live"]:
        return f'<span class="small">Completed {british(row["completed"])}</span>'
    if row["due"] is None:
        return '<span class="small">No due date</span>'
    late = f'<br><span class="bad">Overdue {counted(row["days_overdue"], "day")}</span>' if row["days_overdue"] else ""
    return british(row["due"]) + late


def voice(said: list[dict]) -> str:
    """What children said, and what changed because of it, in HTML."""
    quotes = "".join(
        f'<div class="quote">{escape(row["finding"])}<div class="source"><span'
        f' class="chip">{escape(row["kind"])}</span> '
        f"{escape(row['source'])}, {british(row['found_on'])}<br>{origin.row_source(row)}</div></div>"
        for row in said[:MOST]
    )
    nothing = '<p class="small">Nothing that children said is recorded under this standard in 12 months.</p>'
    return f'<section class="panel"><h2>Children’s voice</h2>{quotes or nothing}</section>'
