"""Positive relationships (regulation 11), with the records of restraint that regulation 35 asks for."""

from metrics.indicators.indicator import HIGHER, LEGAL, LOCAL, LOWER, Proportion, Rate, under

NOT_EXEMPT = "returns.restraints - returns.restraints_exempt"

POSITIVE_RELATIONSHIPS = under(
    "QS11",
    Rate(
        id="REL1",
        title="Restraints",
        why="Restraint frightens children and can injure them; skilled care needs less of it.",
        numerator="returns.restraints",
        better=LOWER,
        basis=LOCAL,
    ),
    Proportion(
        id="REL2",
        title="Restraints recorded within 24 hours",
        why="A record made at once is the child's protection: later ones remember less and explain more.",
        numerator="returns.restraints_recorded_24h",
        denominator=NOT_EXEMPT,
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 35(3)(a); planned restraints in an EHC plan leave the denominator, reg 35(4)",
    ),
    Proportion(
        id="REL3",
        title="Restraints signed off within 48 hours",
        why=(
            "A manager who has spoken to those involved and signed within two days knows how force is used in the home."
        ),
        numerator="returns.restraints_signed_48h",
        denominator=NOT_EXEMPT,
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 35(3)(b)",
    ),
    Proportion(
        id="REL4",
        title="Child spoken to within 5 days of restraint",
        why="The child's own account, heard soon afterwards, mends the relationship and shows what to do differently.",
        numerator="returns.restraints_child_5d",
        denominator=NOT_EXEMPT,
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 35(3)(c)",
    ),
    Proportion(
        id="REL6",
        title="Incidents de-escalated without touch",
        why="Calming a child with words and presence shows that staff know the child.",
        numerator="returns.incidents_deescalated",
        denominator="returns.incidents",
        better=HIGHER,
        basis=LOCAL,
        target=80,
        floor=60,
    ),
)
