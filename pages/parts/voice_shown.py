"""Children's voice in HTML: where it is missing, who was heard, and what was said and done."""

from htpy import Element, Fragment, Node, a, div, fragment, h1, h2, li, p, section, strong, ul

from metrics.visits.voice import missing
from metrics.young_people.issues import state
from pages.parts import sources
from pages.parts.address import link
from pages.parts.lists import folded
from pages.parts.opening import cells_open
from pages.parts.tables import more_homes, scrolled
from pages.parts.young_people.answers import stated
from qa_data.wording import british, counted, counted_are, month_name, share

HOMES, OPEN = 60, 12

EXAMPLE = (
    "Upload visits with children’s views and what changed because of them. For example: “More choice at breakfast”, and"
    " “Each child now shops for their own.”"
)

NONE_RAISED = (
    "Nothing is known that a child said, as a finding. Upload findings whose source is Child or young person, or whose"
    " kind is Child’s view. For example: Child or young person, QS09, Child’s view, “The wifi is slow.”"
)

HEADS = (
    "Home",
    "Spoken to at visits",
    "Seen in private",
    "Issues answered in 28 days",
    "House meetings held",
    "Visits with children’s views",
    "Visits with what changed",
    "Last view",
)


def headline(rows: list[dict]) -> Fragment:
    """Where a voice is missing, as the page's heading."""
    if not rows:
        return fragment[h1["No home was open on this day"], p(".lede")[EXAMPLE]]
    silent = sum(bool(missing(row)) for row in rows)
    return fragment[
        h1[
            f"A voice is missing at {counted(silent, 'home')}"
            if silent
            else "A child’s view was recorded at every home in 3 months"
        ],
        p(".lede")[
            "Who was spoken to and seen in private, what children raised, and what changed because of it, in 12 months."
        ],
    ]


def silence(rows: list[dict]) -> Element | Fragment:
    """The homes where a voice is missing, and why."""
    told = [li[div[_home(row), div[" ".join(missing(row))]]] for row in rows[:HOMES] if missing(row)]
    return section(".panel")[h2["Where a voice is missing"], ul(".l")[told]] if told else fragment[()]


def _home(row: dict) -> Element:
    return a(href=link(home=row["home"], standard="QS07"))[strong[row["home"]]]


def heard(rows: list[dict]) -> Element:
    """Counts a home."""
    return section(".panel")[
        h2["Who was heard"],
        scrolled(HEADS, [_heard(row) for row in rows[:HOMES]]),
        more_homes(len(rows), HOMES),
    ]


def _heard(row: dict) -> list[Node]:
    return [
        a(href=link("voice", home=row["home"]))[row["home"]],
        _opens(row, "visits", _of(row["spoken"], row["living"]), "children_spoken_to", "children_living"),
        _opens(row, "visits", _of(row["private"], row["spoken_known"]), "children_in_private", "children_spoken_to"),
        _opens(row, "returns", _of(row["answered"], row["raised"]), "issues_answered", "issues_raised"),
        _opens(row, "returns", _meetings(row), "meetings_held", "meetings_planned"),
        _opens(row, "visits", _of(row["told"], row["visits"]), "childrens_views"),
        _opens(row, "visits", _of(row["changed"], row["visits"]), "what_changed"),
        a(".nowrap", href=link("voice", home=row["home"]))[british(row["last"])] if row["last"] else "None known",
    ]


def _opens(row: dict, dataset: str, words: str, *columns: str) -> Element:
    """The count, which opens the cells that it is made of."""
    return cells_open(dataset, columns, "home", row["home"], words)


def _of(part: int | None, whole: int | None) -> str:
    return share(part, whole) if whole else "No data"


def _meetings(row: dict) -> str:
    """More meetings may be held than were planned, so this is no share."""
    return f"{row['held']:,} of {row['planned']:,} planned" if row["planned"] else "No data"


def raised(rows: list[dict], most: int) -> Element:
    """You said, we did: what children said, each with its reference and its answers, newest first."""
    if not rows:
        return section(".panel")[h2["You said, we did"], p[NONE_RAISED]]
    told = [state(each["answers"]) for each in rows]
    return section(".panel")[
        h2["You said, we did"],
        p(".small")[
            f"{counted_are(told.count(None), 'issue')} without an answer, of {len(rows):,} shown."
            " An action, or what a visit says has changed, answers the issue whose reference it names."
        ],
        folded([_raised(row) for row in rows], OPEN, counted(len(rows) - OPEN, "more issue")),
        len(rows) == most and p(".small")[f"The newest {most:,} are shown: choose a home above."],
    ]


def _raised(row: dict) -> Element:
    return li[
        div[
            _home(row),
            f", {british(row['found_on'])} · {row['reference']}",
            div(".quote")[row["finding"]],
            stated(row),
            div(".source")[f"{row['came_from']} · ", sources.source(row["source"])],
        ]
    ]


def moved(rows: list[dict]) -> Element | Fragment:
    """How many moved forward on their plans, month by month, in counts."""
    if not rows:
        return fragment[()]
    told = [(row["home"], month_name(row["month"]), f"{row['moved_on']:,} of {row['looked_at']:,}") for row in rows]
    return section(".panel")[
        h2["Moved forward on their plan"],
        p(".small")["Young people of those whose plans were looked at. In a small home a count can be one child."],
        scrolled(("Home", "Month", "Moved forward"), told[:HOMES], "main"),
    ]


def words(rows: list[dict], most: int) -> Element:
    """What visits wrote down of children's views and of what changed, newest first."""
    if not rows:
        return section(".panel")[h2["What visits wrote down"], p[EXAMPLE]]
    return section(".panel")[
        h2["What visits wrote down"],
        ul(".l.pairs")[[_words(row) for row in rows]],
        len(rows) == most and p(".small")[f"The newest {most:,} are shown: choose a home above."],
    ]


def _words(row: dict) -> Element:
    return li[
        div[
            _home(row),
            f", {british(row['day'])}",
            row["said"] and div(".quote")[row["said"]],
            _changed(row),
            div(".source")[f"{row['visitor'] or ''} · ", sources.source(row["source"])],
        ]
    ]


def _changed(row: dict) -> Node:
    if row["changed"]:
        return div[strong["What changed:"], f" {row['changed']}"]
    return div(".small")["What changed is not recorded."]
