"""What a file would change, old and new side by side, and what it lacks, in HTML."""

from html import escape

from qa_data.dictionary import dataset
from qa_data.words import counted

MOST = 200


def differences(answer: dict) -> str:
    """Both for one file; nothing where there is neither."""
    return _changes(answer["changes"], answer["changed"]) + _lacking(answer["lacking"])


def _changes(changes: list[dict], every: int) -> str:
    if not changes:
        return ""
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Row", "Column", "As it is stored", "As the file has it")
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(each["home"] or "")}: {escape(each["told"])} <code>{escape(each["sheet"])}, row'
        f" {each['sheet_row']}</code></th><td"
        f' data-l="Column">{escape(dataset(each["dataset"]).column(each["name"]).header)}</td><td'
        f' data-l="Stored"><span>{_value(each["old"])}</span></td><td data-l="In the'
        f' file"><span>{_value(each["new"])}</span></td></tr>'
        for each in changes[:MOST]
    )
    more = _first(every)
    return (
        f"<details open><summary>{counted(every, 'cell')} would change; the earlier version is kept</summary><div"
        ' class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{more}</details>'
    )


def _first(every: int) -> str:
    return f'<p class="small">The first {MOST} are shown.</p>' if every > MOST else ""


def _value(value: str | None) -> str:
    return f"<mark>{escape(value)}</mark>" if value is not None else '<span class="small">blank</span>'


def _lacking(lacking: list[dict]) -> str:
    if not lacking:
        return ""
    rows = "".join(
        f'<li><div>{escape(each["home"])}: {escape(each["told"])}<div class="source"><code>{escape(each["file"])} ›'
        f" {escape(each['sheet'] or '')}, row {each['sheet_row']}</code></div></div></li>"
        for each in lacking[:MOST]
    )
    return (
        f"<details open><summary>{counted(len(lacking), 'row')} that an earlier file had of the same home and month,"
        " and this one lacks</summary>"
        '<p class="small">They are kept unless you choose otherwise under Confirm.</p><ul'
        f' class="l">{rows}</ul>{_first(len(lacking))}</details>'
    )
