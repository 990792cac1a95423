"""Care planning (regulation 14)."""

from metrics.indicators.indicator import HIGHER, LOCAL, LOWER, STOCK, Proportion, under

CARE_PLANNING = under(
    "QS14",
    Proportion(
        id="CPL1",
        title="Placement plans in date",
        measured=STOCK,
        why="The placement plan says who does what for the child, day to day.",
        numerator="returns.placement_plans_current",
        denominator="returns.placement_plans",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=90,
    ),
    Proportion(
        id="CPL2",
        title="Admissions matched first",
        why="Weighing a new child's needs against those of the children already there prevents most breakdowns.",
        numerator="returns.admissions_matched",
        denominator="returns.admissions",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=90,
        note="Reg 14(2)(a)",
    ),
    Proportion(
        id="CPL4",
        title="Unplanned endings",
        why="Every unplanned move costs a child friends, school and trust.",
        numerator="returns.endings_unplanned",
        denominator="returns.endings",
        better=LOWER,
        basis=LOCAL,
        target=10,
        floor=30,
    ),
    Proportion(
        id="CPL5",
        title="Reviews on time",
        why="The review is where the child's plan is tested and changed by those who can.",
        numerator="returns.reviews_on_time",
        denominator="returns.reviews_due",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=90,
    ),
)
