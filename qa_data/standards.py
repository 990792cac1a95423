"""The nine quality standards: regulations 6 to 14 of the Children's Homes (England) Regulations 2015 (SI 2015/541)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Standard:
    """A quality standard, and the days from and to which it is law."""

    code: str
    regulation: int
    name: str
    short: str
    also: tuple[str, ...]
    valid_from: date = date(2015, 4, 1)
    valid_to: date | None = None

    @property
    def title(self) -> str:
        """The title that regulation 4 gives it."""
        return f"The {self.name[0].lower()}{self.name[1:]} standard"


STANDARDS = (
    Standard("QS06", 6, "Quality and purpose of care", "Quality & purpose", ("Quality of care", "Quality and purpose")),
    Standard("QS07", 7, "Children's views, wishes and feelings", "Views & feelings",
             ("Views, wishes and feelings", "Children's views", "Views and feelings")),
    Standard("QS08", 8, "Education", "Education", ()),
    Standard("QS09", 9, "Enjoyment and achievement", "Enjoy & achieve", ("Enjoy and achieve", "Enjoyment", "Achievement")),
    Standard("QS10", 10, "Health and well-being", "Health & well-being", ("Health", "Well-being", "Health and wellbeing")),
    Standard("QS11", 11, "Positive relationships", "Relationships", ("Relationships",)),
    Standard("QS12", 12, "Protection of children", "Protection", ("Protection", "Safeguarding")),
    Standard("QS13", 13, "Leadership and management", "Leadership",
             ("Leadership", "Management", "Leaders and managers")),
    Standard("QS14", 14, "Care planning", "Care planning", ("Care plans",)),
)

CODES = tuple(standard.code for standard in STANDARDS)


def standard(code: str) -> Standard:
    """The standard with that code; KeyError if there is none."""
    return {each.code: each for each in STANDARDS}[code]
