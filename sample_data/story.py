"""What the sample data tells, and the few tables that make it so. README.md beside this file says it in words."""

from datetime import date
from random import Random

from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM, Home, dice

Curve = tuple[tuple[str, float], ...]
"""Months with the value each has; between two months the value moves in a straight line."""

STANDARD_LEVEL: dict[Home, Curve] = {
    ALDER: (("2023-11", 0.95),),
    BEECH: (("2023-11", 0.6), ("2025-02", 0.45), ("2026-01", 0.95)),
    CEDAR: (("2023-11", 0.95), ("2025-11", 0.92), ("2026-07", 0.5)),
    DAMSON: (("2023-11", 0.94),),
    ELM: (("2026-01", 0.75),),
}
"""The chance that a visitor finds a standard met."""

LEVEL: dict[tuple[Home, str], Curve] = {(CEDAR, "QS13"): (("2023-11", 0.95), ("2025-06", 0.9), ("2025-11", 0.45))}
"""Where a standard goes its own way."""

VERDICTS: dict[tuple[Home, str], str] = {
    (ALDER, "2026-08"): "MMMMMMMMM",
    (ALDER, "2026-09"): "MMMMMMMMM",
    (ALDER, "2026-10"): "MMMMPMMMM",
    (BEECH, "2026-08"): "MPMMMMMMM",
    (BEECH, "2026-09"): "MPMMMMMMM",
    (BEECH, "2026-10"): "MMMMMMMMM",
    (CEDAR, "2025-11"): "MMMMMMMPM",
    (CEDAR, "2025-12"): "MMMMMMMPM",
    (CEDAR, "2026-01"): "M-PMMMMPM",
    (CEDAR, "2026-02"): "MMMMM-PPM",
    (CEDAR, "2026-03"): "MMPMMMPPM",
    (CEDAR, "2026-04"): "MPMMMMPPM",
    (CEDAR, "2026-05"): "MPMMMPPNM",
    (CEDAR, "2026-06"): "PPMMMPNNP",
    (CEDAR, "2026-07"): "PPMMMPNNP",
    (CEDAR, "2026-08"): "PPMMMPNNP",
    (CEDAR, "2026-09"): "PPMMMPNNP",
    (CEDAR, "2026-10"): "PPMMMPNNP",
    (DAMSON, "2026-08"): "MMMMMMMMM",
    (DAMSON, "2026-09"): "MMMMPMMMM",
    (DAMSON, "2026-10"): "MMMMPMMMM",
    (ELM, "2026-01"): "M-----M-P",
    (ELM, "2026-02"): "MM----MMP",
    (ELM, "2026-03"): "M--M-MMMP",
    (ELM, "2026-04"): "MM--M-PMM",
    (ELM, "2026-05"): "M-----MMP",
    (ELM, "2026-06"): "MM---MMMP",
    (ELM, "2026-07"): "P-----MMP",
    (ELM, "2026-08"): "P-----PMP",
    (ELM, "2026-09"): "P-----PMP",
    (ELM, "2026-10"): "P-----PMN",
}
"""What the visitor found of QS06 to QS14: Met, Partly met, Not met, or (-) not looked at."""

NO_VISIT = {(DAMSON, "2026-04")}
"""The visitor was ill and came back only in May."""

UNREACHED_FROM = "2025-12"
"""From this month the second visitor has Cedar View, and Elm Base when it opens; families are not reached."""

NOT_CLEAR_FROM = "2026-01"
"""From this month the reports on Cedar View are not clear."""

MEDICATION_FROM = "2026-08"
MEDICATION_HOMES = (ALDER, DAMSON)
"""The theme that rises in two homes: medicines, said in many words."""

FOCUS: tuple[tuple[Home, str, str, tuple[str, ...]], ...] = (
    (BEECH, "2023-11", "2025-09", ("attendance", "exclusion", "keywork", "repairs", "consistency", "placementplan")),
    (CEDAR, "2025-09", "2025-11", ("oversight", "supervision")),
    (
        CEDAR,
        "2025-12",
        "2026-10",
        ("missing", "rhi", "trigger", "supervision", "agency", "restraintrecord", "feedback", "repairs"),
    ),
    (ELM, "2026-01", "2026-10", ("matching", "placementplan", "risk", "agency", "repairs")),
)
"""What visitors keep coming back to, and from when to when."""

HELD_BACK = ("medication", "firedoor", "trigger")
"""Topics that come up only where the story has them."""

REPEATED: dict[tuple[Home, str], tuple[str, str]] = {
    (DAMSON, "2025-11"): ("firedoor", "Record all fire drills, and sign the door alarm log every night."),
    (DAMSON, "2026-02"): (
        "firedoor",
        "Make sure that fire drills are recorded and that the door alarm log is signed each night.",
    ),
    (DAMSON, "2026-06"): (
        "firedoor",
        "Fire drills to be recorded, including night drills; door alarm log to be signed each night.",
    ),
    (DAMSON, "2026-09"): (
        "firedoor",
        "Record fire drills and sign the door alarm log each night, as recommended in June.",
    ),
    (CEDAR, "2025-12"): ("trigger", "Rewrite the missing-from-home trigger plan for each child with the police."),
    (CEDAR, "2026-03"): (
        "trigger",
        "Rewrite each child's missing-from-home trigger plan with the police and the social worker.",
    ),
    (CEDAR, "2026-05"): (
        "trigger",
        "Missing-from-home trigger plans still need to be rewritten with the police, for each child.",
    ),
}
"""The recommendations that come back, with their topic: what the visitor asked of the home in that month."""

SAFEGUARDED: dict[tuple[Home, str], str] = {
    (CEDAR, "2026-03"): "Not stated",
    (CEDAR, "2026-04"): "Not stated",
    (CEDAR, "2026-05"): "Yes",
    (CEDAR, "2026-06"): "No",
    (CEDAR, "2026-07"): "No",
    (CEDAR, "2026-08"): "Not stated",
    (CEDAR, "2026-09"): "No",
    (CEDAR, "2026-10"): "No",
    (ELM, "2026-10"): "Not stated",
}
"""Regulation 44(4)(a); Yes everywhere else."""

ARRIVALS = {
    (BEECH, "2024-03"): 1,
    (BEECH, "2025-04"): 1,
    (CEDAR, "2024-07"): 1,
    (CEDAR, "2026-05"): 1,
    (DAMSON, "2024-10"): 1,
    (DAMSON, "2026-01"): 1,
}
DEPARTURES = {
    (BEECH, "2024-01"): 1,
    (BEECH, "2025-02"): 1,
    (CEDAR, "2024-05"): 1,
    (CEDAR, "2026-04"): 1,
    (DAMSON, "2024-08"): 1,
    (DAMSON, "2025-11"): 1,
}
UNPLANNED = {(BEECH, "2024-01"), (BEECH, "2025-02"), (CEDAR, "2026-04")}
UNMATCHED = {(CEDAR, "2026-05")}
"""Who came to the three homes of three places, and who left, planned and matched unless said."""

TAKES = {ALDER: 83, BEECH: 69, CEDAR: 28, DAMSON: 515, ELM: 42}
"""Of many drawings of what was seen, found and asked for at a home, the one in which nothing by chance drowns the
story: medicines alone emerge, and as much is overdue at the end as it needs.
"""


def take(home: Home, *of: object) -> Random:
    """The stream of one cell or choice of what was seen, found or asked for at the home, by its name."""
    return dice("take", TAKES[home], home.name, *of)


def text(month: date) -> str:
    """The month as the tables above have it: `2026-10`."""
    return f"{month:%Y-%m}"


def level(curve: Curve, month: date) -> float:
    """The curve's value in that month."""
    at = month.year * 12 + month.month
    knots = [(int(name[:4]) * 12 + int(name[5:]), value) for name, value in curve]
    before = max((knot for knot in knots if knot[0] <= at), default=knots[0])
    after = min((knot for knot in knots if knot[0] >= at), default=knots[-1])
    if after[0] == before[0]:
        return before[1]
    return before[1] + (after[1] - before[1]) * (at - before[0]) / (after[0] - before[0])


def focus(home: Home, month: date) -> tuple[str, ...]:
    """The topics that visitors to the home keep coming back to in that month."""
    now = [topics for of, start, end, topics in FOCUS if of == home and start <= text(month) <= end]
    return tuple(topic for topics in now for topic in topics)
