"""The page for the young people of a home, in large print: only what somebody has approved, and just that."""

from collections.abc import Iterator
from datetime import UTC, date

from metrics.young_people.page import Page, young_people_page
from metrics.young_people.page import Section as Part
from metrics.young_people.wording import KEY, SAID, SAYING_MORE, SIGNS, WAITING
from pages.packs.one_home import without
from pages.packs.pack import Pack, Paragraph, Section, Signed
from pages.parts import ask
from pages.parts.wording import long_day
from pages.parts.young_people.signs import drawn

INK = "#0B0C0C"

NOT_APPROVED = (
    "Nobody has approved the page as it stands now. Open For young people, read it, approve it, then take it away."
)


def young_people(day: date, home: str | None = None) -> Pack:
    """The home's page as it is approved; without its approval a sentence that says so, and nothing of the page."""
    page = ask.answer(young_people_page, home, homes=[home]) if home else None
    if page is None:
        return without("For young people", day)
    if not page.may_be_made:
        return Pack("For young people", "", (Section("Not approved", (Paragraph(NOT_APPROVED),)),))
    *told, last = page.sections
    key = tuple(Signed((_signed(name, meaning),)) for name, meaning in SIGNS.items())
    sections = (
        *(Section(each.heading, tuple(_parts(each))) for each in told),
        Section(last.heading, (*_parts(last), Paragraph(SAYING_MORE))),
        Section(KEY, key),
    )
    return Pack(page.title, f"{page.months}. {_checked(page)}", sections, large=True)


def _checked(page: Page) -> str:
    """Checked by Jo Keeper on 28 November 2026."""
    at = page.approval.moment.replace(tzinfo=UTC).astimezone()
    return f"Checked by {page.approval.by} on {long_day(at)}."


def _parts(part: Part) -> Iterator[Signed]:
    answered = WAITING if part.sign == SAID else part.sign
    for said, answer in part.items:
        yield Signed((_signed(SAID, said), _signed(answered, answer)))
    if part.text:
        yield Signed((_signed(part.sign, part.text),))


def _signed(name: str, text: str) -> tuple[str, str, str]:
    return text, drawn(name, INK), SIGNS[name].split(":")[0]
