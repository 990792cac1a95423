"""Ofsted's real files of five years, byte for byte, load as they come."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from loaders.ofsted import convert, is_published
from loaders.reading import read
from qa_data.dictionary.ofsted import HOME_PROVISION

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "ofsted"
PRINTED = {
    2018: None,
    2020: (373, 1477, 421, 40),
    2023: (294, 2008, 525, 63),
    2024: (356, 2323, 486, 54),
    2025: (459, 2637, 489, 44),
}
"""Ofsted's printed totals: Outstanding, Good, requires improvement, inadequate. Its printed row for 2018 has a slip."""


@pytest.mark.skipif(not FOLDER.exists(), reason=f"Ofsted's published files are not in {FOLDER}")
@pytest.mark.parametrize("year, printed", PRINTED.items())
def test_a_real_file_loads_and_agrees_with_what_ofsted_printed(year, printed):
    [sheet] = read(FOLDER / f"provider_at_march_{year}.csv").sheets
    assert is_published(sheet)
    (providers, inspections), problems = convert(sheet, f"provider_at_march_{year}.csv", None)
    columns = providers.columns
    assert problems == []
    assert set(columns["as_at"]) == {date(year, 3, 31)}
    totals = Counter(
        overall
        for overall, provision in zip(columns["overall"], columns["provision_type"], strict=True)
        if provision in HOME_PROVISION
    )
    if printed:
        assert (
            totals["Outstanding"],
            totals["Good"],
            totals["Requires improvement to be good"],
            totals["Inadequate"],
        ) == printed
    assert len(inspections.rows) >= len([each for each in columns["inspection_date"] if each])
