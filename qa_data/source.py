"""Where a value came from: one type from the row in the store to the sentence on a page and in JSON."""

from typing import TypedDict


class Source(TypedDict):
    """The file, its sheet, the row's number there and the A1 reference of the cell; no cell where the row as a whole
    tells, as in what Ofsted publishes. The upload tells files of one name apart."""

    file: str
    sheet: str
    row: int
    cell: str | None
    upload_id: str
