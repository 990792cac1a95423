"""Education (regulation 8)."""

from metrics.indicators.indicator import HIGHER, LOCAL, LOWER, STOCK, Proportion, under
from qa_data.dictionary.groups import SHORT_BREAKS

EDUCATION = under(
    "QS08",
    Proportion(
        id="EDU1",
        title="School attendance",
        why=(
            "Children in care who attend school do better for the rest of their lives; attendance is the first thing"
            " that slips."
        ),
        numerator="returns.school_attended",
        denominator="returns.school_possible",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=90,
        not_for=SHORT_BREAKS,
    ),
    Proportion(
        id="EDU3",
        title="Personal education plans reviewed this term",
        measured=STOCK,
        why="A plan that is reviewed every term keeps school, home and social worker to what was agreed for the child.",
        numerator="returns.peps_current",
        denominator="returns.peps_eligible",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=90,
        not_for=SHORT_BREAKS,
    ),
    Proportion(
        id="EDU4",
        title="School sessions lost to suspension or exclusion",
        why="Each lost session is time without teaching, and often the first sign that a placement is under strain.",
        numerator="returns.school_lost",
        denominator="returns.school_possible",
        better=LOWER,
        basis=LOCAL,
        target=2,
        floor=5,
        not_for=SHORT_BREAKS,
    ),
)
