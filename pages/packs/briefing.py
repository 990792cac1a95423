"""What the clinic's slides say: at most eight, each with its finding as its title; the documents have the rest."""

from datetime import date

from metrics.rag.rules import RED
from metrics.rag.status import month_before
from metrics.warnings.concerned import FLAG, WHOLE
from metrics.warnings.warnings import MISSED_DATE, WORDS, warnings
from pages.packs.concerns import flags_drawn
from pages.packs.content import changes_told, overdue_told, ratings_told, standing, themes_told
from pages.packs.pack import Bullets, Pack, Section, Table
from pages.parts import ask
from pages.parts.overview.headline import headline
from pages.parts.position import Position, position
from qa_data.standards import standard
from qa_data.wording import british, counted, counted_are, cut, listed

HOMES, REASONS, LETTERS = 4, 5, 170
"""So many homes have a slide of their own, the first of the early warnings; so many reasons of so many letters stand on
it."""

NAMED = 2
"""So many red standards are named in a title; more are counted."""


def briefing(day: date, home: str | None = None) -> Pack:
    """The clinic's slides: of all homes, or of one."""
    every = position()
    homes = [home] if home else every.drawn
    warned = [each for each in ask.answer(warnings) if each["home"] in homes and _needs(each, every)]
    sections = (
        *(() if home else (Section(headline(every), (ratings_told(every, homes),)),)),
        *(_home(each["home"], each["reasons"], every) for each in warned[:HOMES]),
        _changed(day, changes_told(every, homes)),
        _late(overdue_told(home)),
        _raised(themes_told(home)),
    )
    return Pack(f"Performance clinic: {home}" if home else "Performance clinic", standing(day), sections)


def _needs(warned: dict, every: Position) -> bool:
    """Whether a home needs a slide: a standard is red, the home gets worse as a whole, or a Flag stands."""
    return any(cell["rag"] == RED for cell in every.of(warned["home"])) or any(
        reason["kind"] in (FLAG, WHOLE) for reason in warned["reasons"]
    )


def _home(home: str, reasons: list[dict], every: Position) -> Section:
    reds = [cell for cell in every.of(home) if cell["rag"] == RED]
    worse = [reason["text"] for reason in reasons if reason["kind"] == WHOLE]
    flags = [reason["text"] for reason in reasons if reason["kind"] == FLAG]
    missed = sum(reason["kind"] == MISSED_DATE for reason in reasons)
    red = [f"{standard(cell['standard']).short}: {cell['reasons'][0]['text']}" for cell in reds if cell.get("reasons")]
    dates = [f"{counted(missed, *WORDS[MISSED_DATE])}."] if missed else []
    told = Bullets(tuple(cut(text, LETTERS) for text in [*worse, *red, *dates, *flags][:REASONS]))
    return Section(f"{home}: {_found(reds, bool(worse), len(flags))}", (told, *flags_drawn([home], 1)))


def _found(reds: list[dict], is_worse: bool, flags: int) -> str:
    """3 standards red, getting worse in many things at once, 2 Flags."""
    named = [standard(cell["standard"]).short for cell in reds]
    said = [f"{listed(named) if len(named) <= NAMED else counted(len(named), 'standard')} red"] if reds else []
    said += ["getting worse in many things at once"] if is_worse else []
    return ", ".join([*said, *([counted(flags, *WORDS[FLAG])] if flags else [])])


def _changed(day: date, parts: tuple) -> Section:
    count, since = _rows(parts), british(month_before(day))
    return Section(f"{counted(count, 'rating') if count else 'No rating'} changed since {since}", parts)


def _late(parts: tuple) -> Section:
    count = _rows(parts)
    dates = "its date" if count < 2 else "their dates"
    return Section(f"{counted_are(count, 'action') if count else 'No action is'} past {dates}", parts)


def _raised(parts: tuple) -> Section:
    count = _rows(parts)
    more = "raised more often than before, or for the first time"
    return Section(f"{counted_are(count, 'theme') if count else 'No theme is'} {more}", parts)


def _rows(parts: tuple) -> int:
    return len(parts[0].rows) if isinstance(parts[0], Table) else 0
