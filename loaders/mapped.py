"""What the council has decided that its headings mean, as the reading of a file looks it up."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from qa_data.headings import headings
from qa_data.plain import plain_heading
from qa_data.scope import Scope
from qa_data.store import Store


@dataclass(frozen=True, eq=False)
class Mapped:
    """By sheet ("" for any) and heading, as compared: the header of the column that it stands for; blank where it is
    left alone. It is looked up for the sheet called `sheet`.
    """

    headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sheet: str = ""

    def __bool__(self) -> bool:
        return bool(self.headings)

    def on(self, sheet: str) -> "Mapped":
        """The same as it holds on a sheet of that name."""
        return replace(self, sheet=sheet) if self else self

    def decided(self, heading: str, names: tuple[str, ...]) -> str | None:
        """What was decided of a heading: for the sheet, else for those that go by these names, else for any; None where
        nothing was.
        """
        compared = _compared(heading)
        each = (self.headings.get((name, compared)) for name in (*map(_compared, (self.sheet, *names)), ""))
        return next((decided for decided in each if decided is not None), None)


@lru_cache(4_096)
def _compared(text: str) -> str:
    return plain_heading(text)


NOTHING = Mapped()


def known_mapped(store: Store, scope: Scope) -> Mapped:
    """The decisions that hold, to be looked up."""
    made = headings(store, scope)
    return Mapped(
        {(plain_heading(each["sheet"] or ""), plain_heading(each["heading"])): each["column"] or "" for each in made}
    )
