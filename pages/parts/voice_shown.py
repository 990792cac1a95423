"""Children's voice in HTML: where it is missing, who was heard, and what was said and done."""

from html import escape

from metrics.visits.voice import missing
from pages.parts import origin
from pages.parts.address import link
from qa_data.words import british, counted, share

HOMES = 60

EXAMPLE = (
    "Upload visits with children’s views and what changed because of them. For example: “More choice at breakfast”, and"
    " “Each child now shops for their own.”"
)


def finding(rows: list[dict]) -> str:
    """Where a voice is missing, as the page's heading."""
    silent = [row for row in rows if missing(row)]
    if not rows:
        return f'<h1>No home was open on this day</h1><p class="lede">{EXAMPLE}</p>'
    said = (
        f"A voice is missing at {counted(len(silent), 'home')}"
        if silent
        else "A child’s view was recorded at every home in 3 months"
    )
    return (
        f'<h1>{said}</h1><p class="lede">Who was spoken to and seen in private, what children raised, and what changed'
        " because of it, in 12 months.</p>"
    )


def silence(rows: list[dict]) -> str:
    """The homes where a voice is missing, and why."""
    told = "".join(
        "<li><div><a"
        f' href="{escape(link(home=row["home"], standard="QS07"))}"><strong>{escape(row["home"])}</strong></a><div>{" ".join(missing(row))}</div></div></li>'
        for row in rows[:HOMES]
        if missing(row)
    )
    return (
        f'<section class="panel"><h2>Where a voice is missing</h2><ul class="l">{told}</ul></section>' if told else ""
    )


def heard(rows: list[dict]) -> str:
    """Counts a home."""
    heads = (
        "Home",
        "Spoken to at visits",
        "Seen in private",
        "Issues answered in 28 days",
        "House meetings held",
        "Visits with children’s views",
        "Visits with what changed",
        "Last view",
    )
    told = "".join(f'<th scope="col">{head}</th>' for head in heads)
    more = f'<p class="small">And {len(rows) - HOMES:,} more homes: choose one above.</p>' if len(rows) > HOMES else ""
    return (
        '<section class="panel"><h2>Who was heard</h2><div class="scroll"><table class="t main'
        f' stack"><thead><tr>{told}</tr></thead><tbody>{"".join(_heard(row, heads) for row in rows[:HOMES])}</tbody></table></div>'
        f"{more}</section>"
    )


def _heard(row: dict, heads: tuple[str, ...]) -> str:
    said = (
        _of(row["spoken"], row["living"]),
        _of(row["private"], row["spoken_known"]),
        _of(row["answered"], row["raised"]),
        _meetings(row),
        _of(row["told"], row["visits"]),
        _of(row["changed"], row["visits"]),
        british(row["last"]) if row["last"] else "None known",
    )
    cells = "".join(f'<td data-l="{head}">{each}</td>' for head, each in zip(heads[1:], said, strict=True))
    return (
        '<tr><th scope="row"><a'
        f' href="{escape(link("voice", home=row["home"]))}">{escape(row["home"])}</a></th>{cells}</tr>'
    )


def _of(part: int | None, whole: int | None) -> str:
    return share(part, whole) if whole else "No data"


def _meetings(row: dict) -> str:
    """More meetings may be held than were planned, so this is no share."""
    return f"{row['held']:,} of {row['planned']:,} planned" if row["planned"] else "No data"


def words(rows: list[dict], most: int) -> str:
    """You said, we did: what children said and what changed, newest first."""
    if not rows:
        return f'<section class="panel"><h2>You said, we did</h2><p>{EXAMPLE}</p></section>'
    more = f'<p class="small">The newest {most:,} are shown: choose a home above.</p>' if len(rows) == most else ""
    return (
        '<section class="panel"><h2>You said, we did</h2><ul class="l'
        f' pairs">{"".join(map(_words, rows))}</ul>{more}</section>'
    )


def _words(row: dict) -> str:
    you = f'<div class="quote">{escape(row["said"])}</div>' if row["said"] else ""
    we = (
        f"<div><strong>What changed:</strong> {escape(row['changed'])}</div>"
        if row["changed"]
        else '<div class="small">What changed is not recorded.</div>'
        if row["of_visit"]
        else ""
    )
    return (
        "<li><div><a"
        f' href="{escape(link(home=row["home"], standard="QS07"))}"><strong>{escape(row["home"])}</strong></a>,'
        f' {british(row["day"])}{you}{we}<div class="source">{escape(row["visitor"] or "")} ·'
        f" {origin.row_source(row)}</div></div></li>"
    )
