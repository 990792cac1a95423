"""Health and well-being (regulation 10)."""

from metrics.indicators.indicator import CONTEXT, HIGHER, LOCAL, LOWER, STOCK, Proportion, Rate, under
from qa_data.dictionary.groups import SHORT_BREAKS

HEALTH_AND_WELLBEING = under(
    "QS10",
    Proportion(
        id="HWB1",
        title="Health assessments in date",
        measured=STOCK,
        why="Many children come into care with needs that nobody has seen; the assessment is where they are found.",
        numerator="returns.health_current",
        denominator="returns.health_eligible",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=85,
        not_for=SHORT_BREAKS,
    ),
    Proportion(
        id="HWB3",
        title="Dental checks in date",
        measured=STOCK,
        why="Pain from teeth keeps children from sleep, food and school, and a check prevents most of it.",
        numerator="returns.dental_current",
        denominator="returns.dental_eligible",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=85,
        not_for=SHORT_BREAKS,
    ),
    Proportion(
        id="HWB6",
        title="Health appointments attended",
        why="A missed appointment can mean months more of waiting for treatment.",
        numerator="returns.appointments_attended",
        denominator="returns.appointments_due",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=85,
    ),
    Rate(
        id="HWB7",
        title="Medication errors",
        why=(
            "Errors with medicines can harm; a home that reports them can learn, so a change matters more than the"
            " number."
        ),
        numerator="returns.medication_errors",
        better=LOWER,
        basis=LOCAL,
    ),
    Rate(
        id="HWB8",
        title="Self-harm incidents",
        why=(
            "Self-harm tells of distress. The number depends on who lives in the home, so it is context and has no"
            " target."
        ),
        numerator="returns.self_harm",
        better=LOWER,
        basis=CONTEXT,
    ),
)
