"""What is said of a theme of concern."""

from datetime import date
from typing import NotRequired, TypedDict

from qa_data.source import Source


class ThemeMonth(TypedDict):
    """In how many of a month's visits (2026-10) a theme is mentioned."""

    month: str
    visits: int
    of: int


class Boilerplate(TypedDict):
    """A sentence that was not counted, and in how many visits it stands."""

    sentence: str
    visits: int


class ThemeFinding(TypedDict):
    """A text that mentions a theme, on a day in ISO 8601; marks and sentences are offsets into it. Theme and source
    stand where those of one theme are asked for."""

    home: str
    date: str
    text: str
    file: str
    sheet: str
    cell: str | None
    theme: NotRequired[str]
    source: NotRequired[Source]
    marks: list[list[int]]
    sentences: list[list[int]]


class RaisedTheme(TypedDict):
    """A theme of all homes asked of (`home` None) or of one. expected, eb05, lower, upper, usual, p and q are None
    where there is nothing to compare with; the days are in ISO 8601. `since`: the day of the judgement that found it
    emerging, `cleared_by`: with how few visits of these it would be cleared; None where it is not. `every_since`: the
    first of three or more visits on end, up to the last, that all mention it; None where they do not."""

    theme: str
    label: str
    standards: list[str]
    home: str | None
    visits: int
    of: int
    expected: float | None
    eb05: float | None
    q: float | None
    state: str
    since: str | None
    cleared_by: int | None
    every_since: str | None
    new: bool
    before: int
    before_of: int
    lower: float | None
    upper: float | None
    usual: float | None
    p: float | None
    homes: list[str]
    first_seen: str | None
    last_seen: str | None
    strengths: int
    strengths_before: int
    months: list[ThemeMonth]
    boilerplate: list[Boilerplate]


class ToldTheme(RaisedTheme):
    """The same; with its findings where they are asked for."""

    findings: NotRequired[list[ThemeFinding]]


class Themes(TypedDict):
    """The themes on a day; `window` is the first and the last day that is asked about, in ISO 8601, `visits` how many
    independent visits fell in it."""

    as_at: str
    window: list[str]
    visits: int
    tested: int
    expected_false_flags: float
    themes: list[ToldTheme]


class PraisedTheme(TypedDict):
    """A theme that visits name as a strength."""

    home: None
    theme: str
    label: str
    strengths: int
    strengths_before: int
    of: int
    before_of: int


class ThemeAction(TypedDict):
    """An action still to be done that may answer a theme; `about`: it speaks of the theme itself."""

    home: str
    reference: str
    action: str
    owner: str | None
    due: date | None
    days_overdue: int | None
    source: Source
    about: bool


class Tagged(TypedDict):
    """A text with the themes that it mentions and its polarity."""

    text: str
    themes: list[str]
    polarity: str
