"""Quality and purpose of care (regulation 6)."""

from metrics.indicators.indicator import CONTEXT, HIGHER, LOCAL, LOWER, NEITHER, STOCK, Proportion, under

QUALITY_AND_PURPOSE = under(
    "QS06",
    Proportion(
        id="QPC2",
        title="Key-work sessions held",
        why=(
            "Key-work is where a child and a trusted adult plan together; sessions that do not happen are care that was"
            " promised and not given."
        ),
        numerator="returns.keywork_held",
        denominator="returns.keywork_planned",
        better=HIGHER,
        basis=LOCAL,
        target=90,
        floor=75,
    ),
    Proportion(
        id="QPC4",
        title="Repairs open more than 28 days",
        measured=STOCK,
        why=(
            "Children read what adults think of them from the place they live in; damage that stays says that nobody"
            " minds."
        ),
        numerator="returns.repairs_over_28_days",
        denominator="returns.repairs_open",
        better=LOWER,
        basis=LOCAL,
        target=10,
        floor=30,
    ),
    Proportion(
        id="QPC6",
        title="Occupancy",
        why="How full a home is explains much else about it; it is neither good nor bad in itself.",
        numerator="returns.child_nights",
        denominator="places x nights in month",
        better=NEITHER,
        basis=CONTEXT,
    ),
)
