"""Settings in HTML: all of them, their history, and the cells that a change would colour anew."""

from datetime import date
from html import escape

from metrics.indicators.settings import SETTINGS, Setting, setting
from pages.parts import marks
from pages.parts.address import link
from pages.parts.words import moment
from qa_data.standards import standard
from qa_data.words import british, counted

MOST = 50


def value_said(known: Setting, value: float | None) -> str:
    """95 %, 10 days of the visit, or that it is not set."""
    if value is None:
        return "not set"
    return f"£{value:,.0f} a year" if known.unit.startswith("£") else f"{value:g} {known.unit}"


def table(values: dict) -> str:
    """Every setting with its value and its default."""
    rows = "".join(
        f'<tr><th scope="row">{escape(each.title)}</th><td data-l="Value">{value_said(each, values[each.id])}</td><td'
        ' data-l="Default"'
        f' class="small">{value_said(each, each.default) if values[each.id] != each.default else "the same"}</td></tr>'
        for each in SETTINGS
    )
    return (
        '<div class="scroll"><table class="t main'
        f' stack"><thead><tr><th>Setting</th><th>Value</th><th>Default</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def history(past: list[dict]) -> str:
    """Every change, newest first."""
    if not past:
        return '<p class="small">Nothing has been changed yet: the defaults hold.</p>'
    rows = "".join(
        f"<li><div>{escape(setting(each['setting']).title)}:"
        f" {value_said(setting(each['setting']), each['value']) if each['value'] is not None else 'back to the default'}"
        f'<div class="small">{escape(each["made_by"])}, {moment(each["moment"])}:'
        f" {escape(each['reason'])}</div></div></li>"
        for each in past
    )
    return f'<ul class="l">{rows}</ul>'


def changed_cells(now: list[dict], then: list[dict], day: date) -> str:
    """The cells that would have another colour on the day asked of."""
    changed = [(before, after) for before, after in zip(now, then, strict=True) if before["rag"] != after["rag"]]
    if not changed:
        return f"<p>No cell would change colour as at {british(day)}.</p>"
    rows = "".join(map(_changed, changed[:MOST]))
    rest = f'<p class="small">And {len(changed) - MOST:,} more.</p>' if len(changed) > MOST else ""
    return (
        f"<p>{counted(len(changed), 'cell')} would change colour as at {british(day)}:</p><ul"
        f' class="l">{rows}</ul>{rest}'
    )


def _changed(cells: tuple[dict, dict]) -> str:
    before, after = cells
    return (
        f'<li><span class="from">{marks.mark(before["rag"])}<span aria-hidden="true">→</span><span'
        f' class="hidden">to</span>{marks.mark(after["rag"])}</span>'
        "<div><a"
        f' href="{escape(link(home=before["home"], standard=before["standard"]))}"><strong>{escape(before["home"])}</strong> · '
        f"{standard(before['standard']).name}</a></div></li>"
    )
