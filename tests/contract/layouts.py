"""Trials of how a council's own layouts are read: each answers whether it is done as the contract says."""

from datetime import date

from tests.loaders.good import checked, column_of, good, raw, sheet


def ticks() -> bool:
    return column_of("visits", "announced", "✓", "✗")[1] == []


def moments_in_london() -> bool:
    return column_of("visits", "visit_date", "2026-06-30T23:30:00Z")[0] == [date(2026, 7, 1)]


def months_across() -> bool:
    found = checked(
        raw([("Ash House", None, None), (None, "Jan 2026", "Feb 2026"), ("Child-nights", 90, 84), ("Restraints", 1, 0)])
    )
    return found.accepted and [len(each.rows) for each in found.tables] == [2]


def totals_are_left_out() -> bool:
    rows = [("Home", "Month", "Child-nights"), ("Ash House", "2026-01", 30), ("All homes", "2026-01", 30)]
    return checked(raw(rows)).accepted


def prepared_rows_are_no_rows() -> bool:
    blank = dict.fromkeys(good("visits")) | {"announced": "FALSE"}
    found = checked(sheet("visits", good("visits"), *[blank] * 3))
    return found.accepted and len(found.tables[0].rows) == 1


def trackers_are_actions() -> bool:
    header = ("Home", "Date of visit", "Visit type", "Recommendation", "Due date", "Completed date")
    found = checked(raw([header, ("Ash House", "14/01/2026", "Reg 44", "Mend the fence", "28/02/2026", None)]))
    return [each.dataset.name for each in found.tables] == ["actions"]


def the_exact_heading_wins() -> bool:
    rows = [("Home", "Month", "Total restraints", "Restraints"), ("Ash House", "2026-01", 9, 2)]
    found = checked(raw(rows))
    return bool(found.tables) and found.tables[0].columns["restraints"] == [2]
