"""The back-test in HTML: what was said before each inspection, two-by-two tables, and what they can bear."""

from html import escape

from metrics.warnings.backtest.saying import base_rate_said, bearing
from pages.parts import marks
from qa_data.words import british, share

HEAD = (
    '<h2>Would it have warned us?</h2><p class="small">What the dashboard says of the day before each full inspection,'
    " beside the look back to the judgement before it.</p>"
)


def backtest(answer: dict) -> str:
    """The tables, the inspections behind them and the sentences."""
    told = [each for each in answer["inspections"] if each["testable"]]
    if not answer["inspections"]:
        return (
            f'<section class="panel">{HEAD}<p>No full inspection is loaded yet. Upload a sheet of inspections, or'
            f" Ofsted’s published file, on the Upload page.</p>{_england(answer)}</section>"
        )
    tables = f'<div class="panels">{"".join(map(_table, answer["tables"]))}</div>{_inspections(told)}' if told else ""
    return (
        f'<section class="panel">{HEAD}{tables}<ul'
        f' class="plain">{"".join(f"<li>{sentence}</li>" for sentence in bearing(answer))}</ul>{_england(answer)}</section>'
    )


def _england(answer: dict) -> str:
    return f"<h3>What a look back is worth in England</h3><p>{base_rate_said(answer['base_rate'])}</p>"


def _table(table: dict) -> str:
    heads = "".join(f'<th scope="col" class="n">{head}</th>' for head in ("Below Good", "Good or better"))
    rows = "".join(
        f'<tr><th scope="row">{said}</th><td class="n">{table[f"{name}_below"]}</td><td'
        f' class="n">{table[f"{name}_good"]}</td></tr>'
        for said, name in (("It warned", "warned"), ("It did not", "quiet"))
    )
    silent = f" No opinion on {table['silent']}." if table["silent"] else ""
    return (
        f'<div><h3>{table["said"]}</h3><table class="t main"><thead><tr><th scope="col"><span class="hidden">What was'
        f' said</span></th>{heads}</tr></thead><tbody>{rows}</tbody></table><p class="small">Caught'
        f" {_part(table['caught'])}; false alarms {_part(table['false_alarms'])}.{silent}</p></div>"
    )


def _part(part: dict | None) -> str:
    if part is None:
        return "none to catch"
    return (
        f"{share(part['part'], part['whole'])}, 95 % interval {part['interval'][0]:.0f} to {part['interval'][1]:.0f} %"
    )


def _inspections(told: list[dict]) -> str:
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Inspected", "Home", "Judged", "The day before", "The judgement before")
    )
    rows = "".join(map(_inspection, told))
    return (
        '<div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _inspection(each: dict) -> str:
    said = (
        f'{marks.mark(each["rag"], 20)} {marks.RATINGS[each["rag"]]} <span class="small">{each["red"]} red,'
        f" {each['amber']} amber, {each['grey']} without rating</span>"
        if each["rag"]
        else "Not open"
    )
    before = (
        f'{each["before"]} <span class="small">{british(each["before_on"])}</span>' if each["before"] else "First known"
    )
    judged = f"<strong>{each['overall']}</strong>" if each["below_good"] else each["overall"]
    return (
        f'<tr><th scope="row">{british(each["inspection_date"])}</th><td data-l="Home">{escape(each["home"])}</td><td'
        f' data-l="Judged">{judged}</td><td data-l="The day before"><span>{said}</span></td><td data-l="Judged'
        f' before"><span>{before}</span></td></tr>'
    )
