"""What marks a sheet's cells, which goes with them wherever a layout puts them."""

from collections.abc import Collection
from dataclasses import replace

from loaders.reading.book import Sheet

Place = tuple[int, int]
"""An index into rows and an index of column."""

Moved = tuple[Place, Place]
"""Where a cell stands now, and where it stood."""


def marked(sheet: Sheet) -> set[Place]:
    """The places of all cells with a mark."""
    return {*sheet.errors, *sheet.struck, *sheet.percentages, *sheet.colours, *sheet.table_totals, *sheet.merged}


def with_marks(sheet: Sheet, cells: Collection[Moved]) -> Sheet:
    """The sheet with the marks of these cells and of no other, where they stand now."""
    return replace(
        sheet,
        errors={now: sheet.errors[was] for now, was in cells if was in sheet.errors},
        struck={now for now, was in cells if was in sheet.struck},
        percentages={now for now, was in cells if was in sheet.percentages},
        colours={now: sheet.colours[was] for now, was in cells if was in sheet.colours},
        merged={now: sheet.merged[was] for now, was in cells if was in sheet.merged},
        unmerged={now for now, was in cells if was in sheet.unmerged},
        table_totals={now for now, was in cells if was in sheet.table_totals},
    )
