"""What stands in the pack of the clinic, asked of the store as the pages ask."""

from datetime import date

from loaders.references import given
from metrics.actions.tracker import tracked
from metrics.inspections.inspected import judgements
from metrics.rag.cells import month_before
from metrics.rag.spoken import passed_over, spoken_against
from metrics.rag.status import cells
from metrics.themes.themes import theme_counts
from metrics.themes.wording import state
from metrics.warnings.concerned import CONCERNS
from metrics.warnings.warnings import WORDS, warnings
from pages.packs.concerns import concerns
from pages.packs.pack import Bullets, Pack, Paragraph, Section, Table
from pages.parts import ask, marks
from pages.parts.overview.headline import headline
from pages.parts.position import Position, position
from pages.parts.sources import place
from pages.parts.spoken import HEADING
from pages.parts.themes.said import nothing_moves, raised
from pages.parts.warnings.reasons import by_standard
from pages.parts.wording import long_day
from qa_data.judgements import COLUMNS, JUDGED, told
from qa_data.scope import utc_now
from qa_data.standards import CODES, STANDARDS, standard
from qa_data.wording import british, capital, listed


def table(title: str, heads: tuple[str, ...], rows, none: str) -> tuple[Table] | tuple[Paragraph]:
    """The table as the parts of a section; where it would be empty, the words for that."""
    return (Table(title, heads, told),) if (told := tuple(rows)) else (Paragraph(none),)


def standing(day: date) -> str:
    """The line that every page of a pack carries."""
    return f"Position at {long_day(day)}, as known on {long_day((ask.scope().known_at or utc_now()).date())}"


def clinic(day: date, home: str | None = None) -> Pack:
    """The clinic's pack: of all homes, or of one."""
    every = position()
    homes = [home] if home else every.drawn
    title = f"Performance clinic: {home}" if home else "Performance clinic"
    sections = (
        Section(
            "What needs attention", (Paragraph(_home(every, home) if home else headline(every)), *_reds(every, homes))
        ),
        Section(
            f"{home or 'Every home'} against every standard",
            (
                ratings_told(every, homes),
                Paragraph("Red, Amber and Green are the council’s own ratings, never one of Ofsted’s words."),
            ),
        ),
        Section(f"What changed since {british(month_before(day))}", changes_told(every, homes)),
        Section("Early warnings", (*_warnings(homes), *_against(homes))),
        Section("Concerns", concerns(homes)),
        Section("Emerging themes", themes_told(home)),
        Section("Actions overdue", overdue_told(home)),
        Section("Ofsted’s judgements", _judgements(home)),
    )
    return Pack(title, standing(day), sections)


def _home(every: Position, home: str) -> str:
    """One home's own rating: a pack of one home speaks of no other."""
    whole = every.homes[home]
    return f"{home}: {marks.whole(whole)}. {' '.join(reason['text'] for reason in whole['reasons'])}"


def _reds(every: Position, homes: list[str]) -> tuple:
    told = tuple(
        f"{cell['home']}, {standard(cell['standard']).name}: {cell['reasons'][0]['text']}"
        for home in homes
        for cell in every.of(home)
        if cell["rag"] == "red" and cell.get("reasons")
    )
    return (Bullets(told),) if told else ()


def ratings_told(every: Position, homes: list[str]) -> Table:
    """Each home's rating of each standard."""
    rows = tuple((home, *(marks.rated(every.cells[home, code]) for code in CODES)) for home in homes)
    return Table("Ratings", ("Home", *(each.short for each in STANDARDS)), rows)


def changes_told(every: Position, homes: list[str]) -> tuple:
    """What got worse or better since the end of the month before, as a table or in words."""
    return table(
        "What changed",
        ("Home", "Standard", "From", "To", "Why"),
        (
            (
                cell["home"],
                standard(cell["standard"]).name,
                marks.RATINGS[cell["before"]],
                marks.rated(cell),
                " ".join(reason["text"] for reason in cell.get("reasons", ())[:1]),
            )
            for home in homes
            for cell in every.of(home)
            if cell["change"] in ("worse", "better")
        ),
        "No rating changed.",
    )


def _warnings(homes: list[str]) -> tuple:
    """By home, and there by standard; concerns stand under their own heading, with their charts."""
    told = table(
        "Early warnings",
        ("Home", "Kind", "Standard", "What", "Where it is told"),
        (
            (
                each["home"],
                WORDS[reason["kind"]][0].capitalize(),
                standard(reason["standard"]).short,
                reason["text"],
                told_in(reason["sources"]),
            )
            for each in ask.shared(warnings)
            if each["home"] in homes
            for reason in by_standard(each["reasons"])
            if reason["kind"] not in CONCERNS
        ),
        "No date is missed or near, no standard got worse and nothing was asked for again, as far as the uploads tell.",
    )
    return (*told, Paragraph("Homes that get worse as a whole, Flags and Watches stand under Concerns."))


def _against(homes: list[str]) -> tuple:
    """What no colour tells."""
    every = passed_over(ask.answer(spoken_against), ask.shared(cells))
    found = [each for each in every if each["home"] in homes]
    rows = tuple(
        (each["home"], standard(each["standard"]).short, each["text"], told_in(each["sources"])) for each in found
    )
    return (Table(HEADING, ("Home", "Standard", "What", "Where it is told"), rows),) if rows else ()


def told_in(sources: list[dict], most: int = 2) -> str:
    """The first rows behind something: Visits.xlsx › Visits, K12 and 3 more; the dashboard has all."""
    every = list(
        dict.fromkeys(f"{place(each['file'], each['sheet'])}, {each['cell'] or each['row']}" for each in sources)
    )
    return "; ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def themes_told(home: str | None) -> tuple:
    """What visits raise more often, or for the first time, as a table or in words."""
    answer = ask.answer(theme_counts, homes=[home] if home else None)
    return table(
        "Emerging themes",
        ("Theme", "Homes", "State", "Visits that raise it", "Expected"),
        (
            (
                each["label"],
                each["home"] or ": ".join(filter(None, ("Service-wide", listed(each["homes"])))),
                capital(state(each)),
                f"{each['visits']} of {each['of']}",
                f"{each['expected']:.1f}" if each["expected"] is not None else "first time",
            )
            for each in raised(answer)
        ),
        nothing_moves(answer["themes"], answer["visits"]),
    )


def overdue_told(home: str | None) -> tuple:
    """The actions past their dates, the longest first, as a table or in words."""
    return table(
        "Actions overdue",
        ("Home", "Reference", "Source", "Standard", "Action", "Owner", "Due", "Days overdue"),
        (
            (
                each["home"],
                given(each["reference"]),
                each["came_from"],
                standards_of(each),
                each["action"],
                each["owner"],
                each["due"],
                each["days_overdue"],
            )
            for each in ask.answer(tracked, home, None, None, "overdue")
        ),
        "No action is overdue.",
    )


def standards_of(row: dict) -> str:
    return listed([standard(code).short for code in row["standards"] or ()])


def _judgements(home: str | None) -> tuple:
    return table(
        "Judgements",
        ("Home", "Inspected", *(title for title, _ in JUDGED)),
        (
            (each["home"], each["inspection_date"], *(told(each, which) for which in COLUMNS))
            for each in reversed(ask.answer(judgements, home))
            if each["inspection_date"]
        ),
        "No inspection is loaded.",
    )
