"""The rows of one dataset found in one sheet, converted and ready to be stored."""

from dataclasses import dataclass, field

from qa_data.dictionary import Dataset


@dataclass(frozen=True)
class Table:
    """Columns of equal length, one value a row: None where the sheet is blank or has no such column."""

    dataset: Dataset
    sheet: str
    header_row: int
    rows: list[int]
    """Each row's number in the sheet."""
    columns: dict[str, list]
    letters: dict[str, str] = field(default_factory=dict)
    """In which column of the sheet each column stands."""
