"""Which pages there are, in their sections, and the rights that open each: any one of them does."""

from dataclasses import dataclass
from pathlib import Path

from qa_data.access import Person, Right

PAGES = Path(__file__).parents[1]

READERS = frozenset({Right.READ})

UPLOADERS = frozenset({Right.READ, Right.LOAD, Right.DECIDE, Right.KEEP})

KEEPERS = frozenset({Right.KEEP})


@dataclass(frozen=True)
class Registered:
    """A page: its file, which is also its address, its title, and the rights that open it."""

    file: str
    title: str
    rights: frozenset[Right] = READERS

    def opens_to(self, person: Person) -> bool:
        """Whether the person may open it."""
        return any(map(person.may, self.rights))


SECTIONS = {
    "The clinic": (
        Registered("overview", "Overview"),
        Registered("clinic", "Clinic"),
        Registered("warnings", "Early warnings"),
        Registered("trends", "Trends"),
        Registered("themes", "Emerging themes"),
        Registered("lessons", "Lessons"),
    ),
    "A home": (
        Registered("home", "Homes"),
        Registered("standards", "Standards"),
        Registered("voice", "Children's voice"),
        Registered("young_people", "For young people"),
        Registered("visits", "Visits", READERS | {Right.READ_VISITS}),
        Registered("inspections", "Inspections"),
        Registered("ready", "Ready for inspection"),
        Registered("actions", "Actions"),
        Registered("plan", "Service plan"),
        Registered("practice", "Good practice"),
    ),
    "Keeping it": (
        Registered("upload", "Upload", UPLOADERS),
        Registered("search", "Search"),
        Registered("definitions", "Definitions", READERS | KEEPERS),
        Registered("scrutiny", "Scrutiny", frozenset({Right.READ_SUPPRESSED})),
        Registered("settings", "Settings", KEEPERS),
        Registered("audit", "Audit", KEEPERS),
        Registered("erasing", "Erasure", KEEPERS),
    ),
}
"""Every page that there is or is to be: one whose file is not there yet is left out of the menu."""

REGISTERED = {
    page.file: page for section in SECTIONS.values() for page in section if (PAGES / f"{page.file}.py").exists()
}


def open_to(person: Person) -> list[str]:
    """The pages that the person may open, in order."""
    return [name for name, page in REGISTERED.items() if page.opens_to(person)]
