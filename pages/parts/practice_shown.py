"""Good practice in HTML."""

from html import escape

from pages.parts import origin
from pages.parts.address import link
from qa_data.standards import CODES, standard
from qa_data.words import british, counted

HOMES = 50

EXAMPLE = (
    "Upload a workbook with a sheet of findings in which some are of the kind Good practice. For example: Beech House,"
    " 14 Oct 2026, Regulation 44 visit, QS07, Good practice, Children plan the menu and lead the house meeting."
)


def finding(counts: list[dict]) -> str:
    """How much good practice is known, and where."""
    if not counts:
        return f'<h1>No good practice is known for the last 12 months</h1><p class="lede">{EXAMPLE}</p>'
    homes = {row["home"] for row in counts}
    missing = [standard(code).name for code in CODES if code not in {row["standard"] for row in counts}]
    said = f" Under {' and '.join(missing)} there is none." if missing else ""
    return (
        f'<h1>Good practice at {counted(len(homes), "home")} in the last 12 months</h1><p class="lede">What visitors,'
        f" inspectors and managers saw work. Find what another home could use, and ask it how.{said}</p>"
    )


def strengths(told: list[dict], most: int) -> str:
    """The strengths themselves, newest first."""
    rows = "".join(map(_strength, told))
    more = (
        f'<p class="small">The newest {most:,} are shown: choose a home, a standard or words above.</p>'
        if len(told) == most
        else ""
    )
    return (
        f'<section class="panel"><h2>{counted(len(told), "strength") if len(told) < most else "Strengths"}</h2><ul'
        f' class="l">{rows}</ul>{more}</section>'
        if told
        else (
            '<section class="panel"><p>Nothing was found. Try other words, or another home or standard.</p></section>'
        )
    )


def _strength(row: dict) -> str:
    under = ", ".join(
        f'<a href="{escape(link(home=row["home"], standard=code))}">{standard(code).name}</a>'
        for code in row["standards"] or ()
    )
    return (
        f'<li><div>{escape(row["finding"])}<div class="source"><strong>{escape(row["home"])}</strong>,'
        f" {british(row['found_on'])} · {escape(row['source'])}"
        f"{' · ' + under if under else ''} · {origin.row_source(row)}</div></div></li>"
    )


def spread(counts: list[dict]) -> str:
    """How many strengths each home has under each standard."""
    if not counts:
        return ""
    found = {(row["home"], row["standard"]): row["strengths"] for row in counts}
    homes = sorted({row["home"] for row in counts})
    heads = "".join(f'<th scope="col">{standard(code).short}</th>' for code in CODES)
    rows = "".join(
        "<tr><th"
        f' scope="row">{escape(home)}</th>{"".join(_count(home, code, found.get((home, code))) for code in CODES)}</tr>'
        for home in homes[:HOMES]
    )
    rest = (
        f'<p class="small">And {len(homes) - HOMES:,} more homes: choose one above.</p>' if len(homes) > HOMES else ""
    )
    return (
        '<section class="panel"><h2>Where it was seen</h2><p class="small">Strengths in 12 months. None recorded is'
        ' not the same as none there.</p><div class="scroll"><table class="t main"><thead><tr><th'
        f' scope="col">Home</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{rest}</section>'
    )


def _count(home: str, code: str, number: int | None) -> str:
    return (
        f'<td><a href="{escape(link("practice", home=home, standard=code))}">{number}</a></td>'
        if number
        else '<td class="small">none</td>'
    )
