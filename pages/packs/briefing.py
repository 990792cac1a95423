"""What the clinic's slides say: at most eight, each with its finding as its title; the documents have the rest."""

from collections import Counter
from datetime import date

from metrics.rag.cells import month_before
from metrics.rag.rules import RED
from metrics.warnings.concerned import FLAG, WHOLE
from metrics.warnings.warnings import MISSED_DATE, WORDS, warnings
from pages.packs.concerns import flags_drawn
from pages.packs.content import changes_told, overdue_told, ratings_told, standing, themes_told
from pages.packs.minutes import decided_before, decided_today
from pages.packs.pack import Bullets, Pack, Section, Table
from pages.parts import ask
from pages.parts.clinic.item import OUTCOMES
from pages.parts.overview.headline import headline
from pages.parts.position import Position, position
from qa_data.standards import standard
from qa_data.wording import british, counted, counted_are, cut, listed

MOST = 8
"""So many slides in all: first what is decided today, what was before and how all stand, then the homes of the early
warnings in their order, one each; what is left is for what changed, is late and is raised."""

REASONS, LETTERS = 5, 170
"""So many reasons of so many letters stand on the slide of a home."""

NAMED = 2
"""So many red standards are named in a title; more are counted."""


def briefing(day: date, home: str | None = None) -> Pack:
    """The clinic's slides: of all homes, or of one."""
    every = position()
    homes = [home] if home else every.drawn
    warned = [each for each in ask.shared(warnings) if each["home"] in homes and _needs(each, every)]
    first = (
        *_today(home),
        *_before(day, home),
        *(() if home else (Section(headline(every), (ratings_told(every, homes),)),)),
    )
    last = (_changed(day, changes_told(every, homes)), _late(overdue_told(home)), _raised(themes_told(home)))
    of_homes = tuple(_home(each["home"], each["reasons"], every) for each in warned[: MOST - len(first)])
    # That nothing changed, is late or is raised is said only where there is room for it.
    said = sorted(last, key=lambda each: not _rows(each.parts))[: MOST - len(first) - len(of_homes)]
    return Pack(
        f"Performance clinic: {home}" if home else "Performance clinic", standing(day), (*first, *of_homes, *said)
    )


def _today(home: str | None) -> tuple[Section, ...]:
    """What today's clinic decided; nothing where none is held."""
    if (held := decided_today(home)) is None:
        return ()
    count, told = held
    decided = counted(count, "decision") if count else "no decision"
    return (Section(f"Today’s clinic, {british(date.today())}: {decided}", told),)


def _before(day: date, home: str | None) -> tuple[Section, ...]:
    """What the clinic before decided, and what became of it; nothing where none decided anything."""
    held, rows, table = decided_before(day, home)
    if not held:
        return ()
    states = Counter(each["state"] for each in rows)
    became = [f"{count} {OUTCOMES[state][-1].lower()}" for state in OUTCOMES if (count := states[state])]
    return (Section(f"Decided on {british(held)}: {listed(became)}", table),)


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
    # A theme may be raised at several homes, a row each.
    count = len({row[0] for row in parts[0].rows}) if _rows(parts) else 0
    more = "raised more often than before, or for the first time"
    return Section(f"{counted_are(count, 'theme') if count else 'No theme is'} {more}", parts)


def _rows(parts: tuple) -> int:
    return len(parts[0].rows) if isinstance(parts[0], Table) else 0
