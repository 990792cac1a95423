"""A fictional council's workbooks: three years of five children's homes, made by `python -m sample_data.make`."""

from pathlib import Path

_NAMES = (
    "Homes and plans.xlsx",
    "Independent visits 2023-26.xlsx",
    "Independent visits findings export Apr-Oct 2026.csv",
    "Reg 45 46 and management checks.xlsx",
    "Inspections.xlsx",
    "Action tracker.xlsx",
    "Alder Lodge monthly return.xlsx",
    "Beech House returns by year.xlsx",
    "CEDAR VIEW - monthly figures.xlsx",
    "Damson monthly return (new format).xlsx",
    "Elm Base return.xlsx",
)

WORKBOOKS = tuple(Path(__file__).parent / "workbooks" / name for name in _NAMES)
"""The workbooks in the order in which they load: the homes first."""
