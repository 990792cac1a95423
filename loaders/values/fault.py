"""What is wrong with one value, and how a value is shown."""

from dataclasses import dataclass
from datetime import date, datetime

from qa_data.wording import british


@dataclass(frozen=True)
class Fault:
    """A problem's code and sentence, a suggestion where there is one, and the sheet and row that it is about beside its
    own.
    """

    code: str
    message: str
    suggestion: str | None = None
    other: tuple[str, int] | None = None


def shown(value: object) -> str:
    """A cell's value as the person who looks at the sheet sees it."""
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{british(value)} {value:%H:%M}"
    if isinstance(value, date):
        return british(value)
    return str(value).upper() if isinstance(value, bool) else str(value)


def in_percent(share: float) -> str:
    """A share as a cell shows it that is formatted as a percentage."""
    return f"{round(share * 100, 2):g} %"
