"""The minutes of a performance clinic: who was there, what the screen showed of each item, what was decided about it,
and what became of the decisions of the clinic before.
"""

from dataclasses import replace
from datetime import date

from metrics import clinic
from metrics.actions.tracker import tracked
from metrics.indicators.registry import titled
from metrics.months.figures import home_figures, home_months
from metrics.rag.voices import voices
from pages.packs import content
from pages.packs.content import standards_of, standing, table
from pages.packs.pack import Bullets, Pack, Paragraph, Section
from pages.parts import ask
from pages.parts.clinic.agenda import decided_about, topic
from pages.parts.clinic.item import OUTCOMES, spoken, why, worst
from pages.parts.figures import Figure, figures, target
from pages.parts.wording import long_day
from qa_data.wording import british, counted

HEADS = ("Home", "Standard", "Decision", "Owner", "Due")


def held_on() -> date | None:
    """The day of the clinic that the minutes are of: today's, else the last; None where none was ever held."""
    return ask.answer(clinic.last_held, date.today())


def minutes(day: date, home: str | None = None) -> Pack:
    """The minutes of the last clinic, on the position that the screen shows; of all homes, or of one."""
    held = held_on() or date.today()
    decided = ask.answer(clinic.meeting, held)["decided"]
    items = [item for item in ask.answer(clinic.agenda) if home in (None, item["home"])]
    sections = [_item(number, item, decided) for number, item in enumerate(items, 1)]
    title = f"Performance clinic of {long_day(held)}: minutes{f', {home}' if home else ''}"
    return Pack(title, standing(day), (*_opening(held, day, home), *sections))


def clinic_pack(day: date, home: str | None = None) -> Pack:
    """The clinic's pack, which opens with today's clinic, else with the last by the day looked at; nothing of it where
    none was held.
    """
    pack = content.clinic(day, home)
    at = date.today() if _is_today() else ask.answer(clinic.last_held, day)
    return replace(pack, sections=(*_opening(at, day, home), *pack.sections)) if at else pack


def decided_before(day: date, home: str | None = None) -> tuple[date | None, list[dict], tuple]:
    """Of the clinic before today's, or before the day looked at where none is held today: its day (None without one),
    what it decided, and that as a table with what became of it."""
    rows = ask.answer(clinic.meeting, date.today() if _is_today() else day)["became"]
    own = [each for each in rows if home in (None, each["home"])]
    return (own[0]["decided_on"] if own else None), own, _became(own)


def decided_today(home: str | None = None) -> tuple[int, tuple] | None:
    """What today's clinic decided: how many decisions, and they as a table or in words; None where none is held."""
    if not _is_today():
        return None
    own = [each for each in ask.answer(clinic.meeting, date.today())["decided"] if home in (None, each["home"])]
    return len(own), _made(own)


def _is_today() -> bool:
    """Whether a clinic is held today: somebody said who is there, or something is decided."""
    held = ask.answer(clinic.meeting, date.today())
    return bool(held["decided"] or held["present"])


def _opening(held: date, day: date, home: str | None) -> tuple[Section, ...]:
    told = ask.answer(clinic.meeting, held)
    decided, became = ([each for each in told[name] if home in (None, each["home"])] for name in ("decided", "became"))
    before = f" of {british(became[0]['decided_on'])}" if became else " before"
    return (
        Section(f"The clinic of {long_day(held)}", (Paragraph(_there(told["present"])), Paragraph(_shown(day)))),
        Section("What was decided", _made(decided)),
        Section(f"What became of the decisions{before}", _became(became)),
    )


def _there(present: str | None) -> str:
    return f"There were {present}." if present else "Who was there is not recorded."


def _shown(day: date) -> str:
    return f"The screen showed the position at {long_day(day)}."


def _made(decided: list[dict]) -> tuple:
    return table("Decided", HEADS, map(_decided, decided), "No decision is recorded.")


def _decided(each: dict) -> tuple:
    return each["home"], standards_of(each), each["action"], each["owner"] or "no owner", each["due"]


def _became(rows: list[dict]) -> tuple:
    told = ((*_decided(each), _outcome(each)) for each in rows)
    return table("Decided before", (*HEADS, "What became of it"), told, "No clinic before it decided anything.")


def _outcome(each: dict) -> str:
    word = OUTCOMES[each["state"]][-1]
    return f"{word} {british(each['completed'])}" if each["state"] == "done" else word


def _item(number: int, item: dict, decided: list[dict]) -> Section:
    about = decided_about(item, decided)
    told = [f"{each['action']} ({each['owner'] or 'no owner'}, {_due(each)})" for each in about]
    said = (Paragraph("Decided:"), Bullets(tuple(told))) if told else (Paragraph("No decision is recorded."),)
    return Section(f"{number}. {item['home']}: {topic(item)}", (Bullets(_screen(item)), *said))


def _due(each: dict) -> str:
    return f"by {british(each['due'])}" if each["due"] else "no due date"


def _screen(item: dict) -> tuple[str, ...]:
    """What the screen showed of the item, a line each."""
    lines = [why(item)]
    if item["standard"]:
        sums, months = ask.answer(home_figures, item["home"]), ask.answer(home_months, item["home"])
        lines += map(_figure, worst(figures(item["standard"], sums, months)))
        lines += [_open(ask.answer(tracked, item["home"], item["standard"]))]
        lines += filter(None, [spoken(ask.answer(voices, item["standard"], homes=[item["home"]]))])
    return tuple(dict.fromkeys([*lines, *item["also"]]))


def _figure(figure: Figure) -> str:
    aim = f"; target {target(figure.indicator)}" if target(figure.indicator) else ""
    return f"{titled(figure.indicator.id, figure.pooled['standard'])}: {figure.told}{aim}."


def _open(actions: list[dict]) -> str:
    late = sum(row["state"] == "overdue" for row in actions)
    live = sum(row["live"] for row in actions)
    return f"{counted(live, 'open action')}, {late or 'none'} overdue." if live else "No open action."
