"""What the council decides that its own headings mean: a column, or that they are left alone. Each decision is kept
with name and moment, for every later file; a later one of the same heading and sheet holds.
"""

from datetime import datetime
from typing import TypedDict

from qa_data.dictionary import DATASETS
from qa_data.people import known_people
from qa_data.personal import masked_title
from qa_data.plain import plain_heading
from qa_data.recorded import record
from qa_data.scope import Scope
from qa_data.store import Store

LEAVE_ALONE = "Leave alone"

DECISIONS = """
select written as heading, nullif(on_sheet, '') as sheet, nullif(reads_as, '') as "column", holds, made_by, moment
from {decisions} where moment <= known() {held} order by moment
"""


class Heading(TypedDict):
    """A council's heading and the header of the column that it stands for (None: it is left alone), on a sheet of
    that name or on any (None).
    """

    heading: str
    sheet: str | None
    column: str | None
    made_by: str
    moment: datetime


class Decision(Heading):
    """As `Heading`; `holds` is false where what was decided before is taken back."""

    holds: bool


class NoSuchHeading(Exception):
    """What cannot be mapped or taken back; the message says why and what to do."""


def headings(store: Store, scope: Scope) -> list[Heading]:
    """Every heading of which something is decided, in the order in which it was."""
    return [
        Heading(
            heading=each["heading"],
            sheet=each["sheet"],
            column=each["column"],
            made_by=each["made_by"],
            moment=each["moment"],
        )
        for each in _decisions(store, scope, "headings", "and holds")
    ]


def heading_decisions(store: Store, scope: Scope) -> list[Decision]:
    """Every decision about a heading, also those that were changed or taken back later, oldest first."""
    return _decisions(store, scope, "main.headings", "")


def _decisions(store: Store, scope: Scope, decisions: str, held: str) -> list[Decision]:
    return store.rows(scope, DECISIONS.format(decisions=decisions, held=held))


def map_heading(
    store: Store, scope: Scope, by: str, heading: str, column: str | None, sheet: str | None = None
) -> None:
    """Decides that a heading stands for the column of that header, or (None) is left alone, on sheets of that name or
    on all. NoSuchHeading where there is no such column.
    """
    _decide(store, scope, by, heading, sheet, header_of(column) if column else "", True)


def forget_heading(store: Store, scope: Scope, by: str, heading: str, sheet: str | None = None) -> None:
    """Takes back what was decided of a heading. NoSuchHeading where nothing holds."""
    about = plain_heading(heading), plain_heading(sheet or "")
    held = {(plain_heading(each["heading"]), plain_heading(each["sheet"] or "")) for each in headings(store, scope)}
    if about not in held:
        where = f" on the sheet {sheet}" if sheet else ""
        raise NoSuchHeading(
            f"Nothing is decided of the heading “{heading}”{where}. `python -m loaders headings` lists what is."
        )
    _decide(store, scope, by, heading, sheet, "", False)


def _decide(store: Store, scope: Scope, by: str, heading: str, sheet: str | None, reads_as: str, holds: bool) -> None:
    if not plain_heading(heading):
        raise NoSuchHeading(
            f"“{heading}” has no letter or digit. Write the heading as on the sheet, for example YP seen."
        )
    if masked_title(heading, known_people(store))[1]:
        raise NoSuchHeading("The heading has a person's name in it, which is not kept. Change it on the sheet.")
    record(
        store,
        scope,
        "headings",
        by,
        heading=plain_heading(heading),
        sheet=plain_heading(sheet or ""),
        written=heading.strip(),
        on_sheet=(sheet or "").strip(),
        reads_as=reads_as,
        holds=holds,
    )


def header_of(column: str) -> str:
    """A column's header as the dictionary writes it, whatever its case. NoSuchHeading where no dataset has it."""
    asked = plain_heading(column)
    every = [each for dataset in DATASETS for each in dataset.columns]
    ways = (lambda each: [each.header], lambda each: [each.name], lambda each: each.also)
    each_way = ({each.header for each in every if asked in map(plain_heading, way(each))} for way in ways)
    found = next(filter(None, each_way), set())
    if len(found) == 1:
        return found.pop()
    if found:
        raise NoSuchHeading(f"“{column}” can be {' or '.join(sorted(found))}. Write the one that is meant.")
    raise NoSuchHeading(
        f"No sheet has a column {column}. Write its heading as in the template, for example Children spoken to."
    )
