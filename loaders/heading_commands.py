"""python -m loaders heading|headings: what the council's own headings mean, decided once for every later file."""

from argparse import Namespace

from qa_data.commands import Parser, WrongCommand, show, to_read
from qa_data.headings import LEAVE_ALONE, NoSuchHeading, forget_heading, headings, map_heading
from qa_data.plain import plain_heading
from qa_data.scope import of_every_home
from qa_data.store import Store, open_store


def takes_heading(command: Parser) -> None:
    """What `heading` takes beside what every command does."""
    command.add_argument("heading", metavar="HEADING", help="as it stands on the council's sheet")
    command.add_argument(
        "column", metavar="COLUMN", nargs="?", help=f"the dashboard's column, or “{LEAVE_ALONE.lower()}”"
    )
    command.add_argument(
        "--sheet", metavar="NAME", help="on sheets of that name alone, or on those of a dataset: Visits, Returns"
    )
    command.add_argument("--forget", action="store_true", help="take back what was decided")
    command.set_defaults(does=decide)


def decide(asked: Namespace) -> int:
    """Decides what a heading means, or takes that back; then lists what holds."""
    if not asked.column and not asked.forget:
        raise WrongCommand(
            "Say which column the heading stands for, for example: python -m loaders heading “YP seen” “Children spoken"
            f" to”. “{LEAVE_ALONE.lower()}” leaves it out, --forget takes back what was decided."
        )
    store = open_store(asked.db)
    try:
        if asked.forget:
            forget_heading(store, of_every_home(), asked.by, asked.heading, asked.sheet)
        else:
            map_heading(store, of_every_home(), asked.by, asked.heading, _column(asked.column), asked.sheet)
    except NoSuchHeading as wrong:
        raise WrongCommand(str(wrong)) from None
    return _listed(store, asked)


def _column(column: str) -> str | None:
    return None if plain_heading(column) == plain_heading(LEAVE_ALONE) else column


def listed(asked: Namespace) -> int:
    """Lists every heading of which something is decided."""
    return _listed(to_read(asked.db), asked)


def _listed(store: Store, asked: Namespace) -> int:
    known = [
        {
            "heading": each["heading"],
            "sheet": each["sheet"],
            "column": each["column"],
            "by": each["made_by"],
            "at": f"{each['moment'].isoformat()}+00:00",
        }
        for each in headings(store, of_every_home())
    ]
    show(known, "\n".join(map(_told, known)) or "Nothing is decided of any heading.", asked.json)
    return 0


def _told(each: dict) -> str:
    where = f" on the sheet {each['sheet']}" if each["sheet"] else ""
    means = f"is {each['column']}" if each["column"] else "is left alone"
    return f"“{each['heading']}”{where} {means}  ({each['by']}, {each['at'][:16].replace('T', ' ')})"
