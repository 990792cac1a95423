"""Small sheets drawn as Ofsted lays out its file."""

import pytest

from loaders.reading.book import Sheet

PLACE = ("Local authority", "Sector", "Places")
OLD_GRADES = (
    "Overall effectiveness",
    "Outcomes for children and young people",
    "Quality of care",
    "Safeguarding children and young people",
    "Leadership and management",
)
GRADES = (
    "Overall experiences and progress of children and young people",
    "Health services",
    "How well children and young people are helped and protected",
    "The effectiveness of leaders and managers",
)
EVENT = ("Event type", "Inspection date", "Publication date", "Event number")
LATEST = (
    "Latest full inspection event type",
    "Latest full inspection date",
    "Latest full inspection publication date",
    "Latest full inspection event number",
)
BEFORE = (
    "Previous full inspection event type",
    "Previous full inspection event date",
    "Previous full inspection publication date",
    "Previous full inspection event number",
    "Previous overall experiences and progress of children and young people",
    "Previous how well children and young people are helped and protected",
    "Previous effectiveness of leaders and managers",
)
START = ("Web link", "URN", "Linked Education URN", "Provision type", "Registration status", "Name", *PLACE)
BANDS = [("Provider information", *[None] * 9, "Latest Full Inspection")]
TITLE = "Children's social care data in England {0} – Provider level as at {1}March {0}"


def _titles(year: int, blank: bool = False, day: str = "31 ") -> list[tuple]:
    return [(TITLE.format(year, day),), ("This worksheet contains one table.",), ("Some cells are empty.",)] + [
        ()
    ] * blank


LAYOUTS = {
    2016: (
        [("Provider information",)],
        (
            "Web link",
            "URN",
            "Provision type",
            "Registration status",
            *PLACE,
            "Linked education URN",
            "Short breaks only children's home",
            "Event type",
            "Inspection date",
            "Event number",
            *OLD_GRADES,
        ),
    ),
    2017: (BANDS, (*START, "Short breaks only", *EVENT, *OLD_GRADES, None)),
    2018: (BANDS, (*START, *EVENT, *OLD_GRADES)),
    2019: (BANDS, (*START, "Registration date", *EVENT, *GRADES)),
    2021: (BANDS, (*START, "Short-break-only children's home", *EVENT, *GRADES)),
    2022: (
        _titles(2022, blank=True, day=""),
        (*START, *LATEST, *(f"Latest full inspection {grade[0].lower()}{grade[1:]}" for grade in GRADES)),
    ),
    2023: (_titles(2023), (*START, *LATEST, *GRADES)),
    2024: (_titles(2024), (*START, "Premises", *LATEST, *GRADES, *BEFORE)),
    2025: (
        _titles(2025),
        (
            *START,
            "Supported accommodation premises",
            *(f"\n{each}" for each in (*LATEST, *GRADES)),
            "Supported Accommodation outcome",
            None,
            None,
        ),
    ),
    2031: (
        [],
        (
            "urn",
            "PROVISION TYPE",
            *PLACE,
            "Latest inspection start date",
            "Overall_experiences  and\nprogress",
            "Help and protection",
            "Leaders and managers",
        ),
    ),
}
"""The rows above the header, and the header, of each year; 2031 is one that nobody has seen yet."""

SAID = {
    "urn": "SC037984",
    "Provision type": "Children's home",
    "Registration status": "Active",
    "Local authority": "Darlington",
    "Sector": "Local Authority",
    "Places": "6",
    "Event type": "Full inspection",
    "date": "22/08/2022",
    "Overall": "Inadequate",
    "protect": "Good",
    "Safeguard": "Good",
    "leader": "Outstanding",
}
"""What a cell says under the first of these that its header contains."""


def cell(header: str | None, said: dict) -> str | None:
    """What a provider's row has under a header."""
    name = (header or "").lower()
    if not name or "linked" in name or "publication" in name or "premises" in name or "registration date" in name:
        return None
    return next((value for key, value in said.items() if key.lower() in name), None)


@pytest.fixture
def drawn():
    """Draws a sheet in a year's layout; each provider says what differs from SAID."""

    def draw(year: int, *providers: dict, name: str = "Provider level") -> Sheet:
        above, header = LAYOUTS[year]
        # What a provider says comes first, so that "Previous overall" is found before "Overall".
        said = [{**provider, **SAID, **provider} for provider in providers or ({},)]
        rows = [*above, header, *(tuple(cell(each, says) for each in header) for says in said)]
        return Sheet(name, rows, list(range(1, len(rows) + 1)))

    return draw
