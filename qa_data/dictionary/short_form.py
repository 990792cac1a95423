"""The short form of the monthly return: the figures that bring the most indicators for the least typing."""

from qa_data.dictionary.groups import RETURNS

MOST = 20
"""So many figures at the most are asked."""

IN_TURN = (
    ("child_nights",),
    ("medication_errors",),
    ("restraints",),
    ("missing_episodes",),
    ("allegations",),
    ("self_harm",),
    ("appraisals_due", "appraisals_current"),
    ("restraints_exempt", "restraints_recorded_24h"),
    ("restraints_signed_48h",),
    ("restraints_child_5d",),
    ("qualification_due", "qualification_met"),
    ("meetings_planned", "meetings_held"),
    ("school_possible", "school_attended"),
    ("school_lost",),
    ("activity_weeks", "activity_weeks_met"),
    ("placement_plans", "placement_plans_current"),
)
"""What each further indicator asks for: next is always the one that needs the fewest figures more, a legal duty before
a local target, and of those the one whose standard has the fewest so far. A test counts it out from the indicators.
"""


def asked(service_type: str | None = None) -> tuple[str, ...]:
    """The figures that are asked of a home of that service type, in order; of None, of every type."""
    return tuple(
        name for group in RETURNS if service_type is None or group.not_for != service_type for name in group.columns
    )


def short_form(service_type: str | None = None) -> tuple[str, ...]:
    """Those of them that its short form asks for, in order."""
    every, taken = asked(service_type), set[str]()
    for figures in IN_TURN:
        if set(figures) <= set(every) and len(taken) + len(figures) <= MOST:
            taken.update(figures)
    return tuple(name for name in every if name in taken)
