"""What is counted for each of the nine standards alike: verdicts of independent visits, and actions."""

from metrics.indicators.indicator import HIGHER, LOCAL, LOWER, STOCK, Counting, Proportion
from qa_data.sql import queries

SQL = queries(__file__)

EVERY_STANDARD = (
    Proportion(
        id="STD1",
        title="Independent visits that found the standard met",
        title_at="Independent visits that found {} met",
        why="The independent visitor's verdict is the nearest thing to an inspector's between two inspections.",
        numerator="visits.verdict = Met",
        denominator="visits.verdict in (Met, Partly met, Not met)",
        dataset="visits",
        counting=Counting(months=SQL["found_met"], rows=SQL["verdicts"], cited=SQL["every_verdict"]),
        better=HIGHER,
        basis=LOCAL,
        target=80,
        floor=50,
        note="Regulation 44 visits in the month",
    ),
    Proportion(
        id="STD2",
        title="Open actions overdue",
        measured=STOCK,
        title_at="Open actions overdue under {}",
        why="An action past its date is a known problem that children still live with.",
        numerator="live actions with a due date on or before the month's last day",
        denominator="live actions",
        dataset="actions",
        counting=Counting(months=SQL["overdue"], rows=SQL["live"], cited=SQL["looked_at"]),
        better=LOWER,
        basis=LOCAL,
        target=0,
        floor=20,
        note=(
            "Live at month end: raised on or before the month's last day, decision Accepted or blank, not cancelled, "
            "and not completed on or before that day. An action counts once under each of its standards"
        ),
    ),
    Proportion(
        id="STD3",
        title="Actions completed on time",
        title_at="Actions completed on time under {}",
        why="A home that does what it undertook by when it said so can be trusted to put itself right.",
        numerator="of those, completed on or before their due date",
        denominator="actions due in the month, decision Accepted or blank, not cancelled",
        dataset="actions",
        counting=Counting(months=SQL["completed_on_time"], rows=SQL["due"]),
        better=HIGHER,
        basis=LOCAL,
        target=90,
        floor=70,
        note="An action counts once under each of its standards",
    ),
)
