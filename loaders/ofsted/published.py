"""From a published sheet to the providers and the inspections that it tells of."""

from datetime import date

from loaders.ofsted import values
from loaders.ofsted.as_at import as_at_of
from loaders.ofsted.cells import Cells
from loaders.ofsted.headers import PREVIOUS, Header, find_header
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.table import Table, cell_name
from loaders.values.fault import Fault
from qa_data.dictionary.ofsted import FULL_INSPECTION, HOME_PROVISION, PROVIDERS, PUBLISHED_INSPECTIONS
from qa_data.judgements import COLUMNS, given

NOBODY_SAYS = (
    "The file does not say which day it describes, neither in its title nor in its name. "
    "Say so with --as-at, for example --as-at 2025-03-31."
)


def convert(sheet: Sheet, file_name: str, as_at: date | None) -> tuple[list[Table], list[Problem]]:
    """The providers, and every inspection told of (the latest and, in some years, the one before), with every fault
    found. The day described comes from the title lines, else the file's name, else `as_at`. No tables without the
    columns or the day.
    """
    header = find_header(sheet)
    if not header:
        return [], []
    day = as_at_of(sheet.rows[: header.index], file_name, as_at)
    problems = _missing_columns(sheet, header, day)
    if not day:
        problems.append(Problem("missing-value", NOBODY_SAYS, column="as_at"))
    if problems or not day:
        return [], problems
    cells = Cells(sheet, header)
    providers = _providers(cells, day)
    at = (sheet.name, sheet.numbers[header.index])
    kept = {name: providers[name] for name in PROVIDERS.names}
    return [
        Table(PROVIDERS, *at, cells.numbers, kept),
        Table(PUBLISHED_INSPECTIONS, *at, *_told(cells, providers)),
    ], cells.problems


def _missing_columns(sheet: Sheet, header: Header, day: date | None) -> list[Problem]:
    first = next(place for place, value in enumerate(sheet.rows[header.index]) if value)
    cell = cell_name(first, sheet.numbers[header.index])
    return [
        Problem(
            "missing-column",
            f"The column {column.header} is not there. Load the file as Ofsted publishes it.",
            sheet.name,
            cell,
            column.name,
        )
        for column in PROVIDERS.columns
        if column.must_stand and column.name not in ("as_at", *header.columns, *_not_given(day))
    ]


def _not_given(day: date | None) -> list[str]:
    """The judgements that Ofsted's scheme of the day described does not give."""
    return [name for name in COLUMNS if day and not given(name, day)]


def _providers(cells: Cells, day: date) -> dict[str, list]:
    columns = {
        name: cells.column(name, take)
        for name, take in (
            ("urn", values.urn),
            ("provision_type", values.provision_type),
            ("registration_status", values.text),
            ("local_authority", values.text),
            ("region", values.text),
            ("sector", values.text),
            ("places", values.whole_number),
            ("short_breaks", values.short_breaks),
        )
    }
    _check_keys(cells, columns)
    is_home = [each in HOME_PROVISION for each in columns["provision_type"]]
    columns |= {"as_at": [day] * len(cells.numbers), "is_home": is_home, **_inspections(cells, is_home)}
    supported = cells.column("supported_outcome", values.text)
    columns["overall"] = [overall or outcome for overall, outcome in zip(columns["overall"], supported, strict=True)]
    return columns


def _check_keys(cells: Cells, columns: dict[str, list]) -> None:
    seen = set()
    for row, (urn, provision_type) in enumerate(zip(columns["urn"], columns["provision_type"], strict=True)):
        if urn in seen:
            cells.note(
                row, "urn", Fault("duplicate-key", f"{urn} stands on an earlier row too. Keep one of them."), urn
            )
        for name, value in (("urn", urn), ("provision_type", provision_type)):
            if value is None:
                cells.note(row, name, Fault("missing-value", "The cell is blank. Fill it in from Ofsted's own file."))
        seen |= {urn} - {None}


def _inspections(cells: Cells, is_home: list[bool], before: str = "") -> dict[str, list]:
    columns = {
        name: cells.column(before + name, take)
        for name, take in (
            ("inspection_date", values.past_day),
            ("publication_date", values.day),
            ("event_number", values.text),
        )
    }
    types = cells.column(before + "inspection_type", values.inspection_type)
    graded = {name: cells.column(before + name, values.judgement, with_each=is_home) for name in COLUMNS}
    return columns | graded | {"inspection_type": [each or FULL_INSPECTION for each in types]}


def _told(cells: Cells, providers: dict[str, list]) -> tuple[list[int], dict[str, list]]:
    """The row numbers and columns of every inspection that has a date, each once: the latest, then those before."""
    before = {"urn": providers["urn"], **_inspections(cells, providers["is_home"], PREVIOUS)}
    columns = {name: providers[name] + before[name] for name in PUBLISHED_INSPECTIONS.names}
    first: dict[tuple, int] = {}
    for index, key in enumerate(zip(*(columns[column.name] for column in PUBLISHED_INSPECTIONS.keys), strict=True)):
        if columns["inspection_date"][index]:
            first.setdefault(key, index)
    numbers = cells.numbers * 2
    kept = list(first.values())
    return [numbers[index] for index in kept], {
        name: [column[index] for index in kept] for name, column in columns.items()
    }
