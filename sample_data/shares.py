"""The shares and the rates behind the monthly returns: what is usual (None), and where a home goes its own way."""

from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM

START = "2023-11"


def _flat(value: float) -> tuple[tuple[str, float], ...]:
    return ((START, value),)


def _recovers(low: float, high: float) -> tuple[tuple[str, float], ...]:
    """Beech House: low until its second requires improvement, mended by the next inspection."""
    return ((START, (low + high) / 2), ("2024-10", low), ("2025-02", low), ("2025-12", high))


def _slides(high: float, low: float, since: str = "2025-11") -> tuple[tuple[str, float], ...]:
    """Cedar View: as good as any until `since`, at its worst in the month of the inspection."""
    return ((START, high), (since, high), ("2026-07", low))


SHARES = {
    "keywork_held": {None: _flat(0.97), BEECH: _recovers(0.65, 0.97), CEDAR: _slides(0.96, 0.78)},
    "repairs_over_28_days": {
        None: _flat(0.02),
        BEECH: _recovers(0.35, 0.02),
        CEDAR: _slides(0.04, 0.4),
        ELM: _flat(0.25),
    },
    "meetings_held": {None: _flat(0.98), BEECH: _recovers(0.7, 0.99), CEDAR: _slides(0.97, 0.7), ELM: _flat(0.9)},
    "issues_answered": {None: _flat(0.995), BEECH: _recovers(0.7, 1.0), CEDAR: _slides(0.98, 0.75)},
    "complaints_on_time": {None: _flat(0.95), BEECH: _recovers(0.6, 0.97), CEDAR: _slides(0.95, 0.5)},
    "school_attended": {
        None: _flat(0.972),
        BEECH: ((START, 0.84), ("2025-02", 0.76), ("2026-10", 0.93)),
        CEDAR: _slides(0.965, 0.91),
    },
    "school_lost": {
        None: _flat(0.004),
        BEECH: ((START, 0.07), ("2025-02", 0.1), ("2026-10", 0.032)),
        CEDAR: _slides(0.005, 0.04),
    },
    "peps_current": {None: _flat(1.0), BEECH: _recovers(0.7, 1.0), CEDAR: _flat(1.0)},
    "activity_weeks_met": {None: _flat(0.97), BEECH: _recovers(0.75, 0.97), CEDAR: _slides(0.97, 0.95)},
    "activities_cancelled": {
        None: _flat(0.015),
        BEECH: _recovers(0.15, 0.015),
        CEDAR: _slides(0.02, 0.1),
        ELM: _flat(0.1),
    },
    "health_current": {None: _flat(1.0), BEECH: _recovers(0.85, 1.0)},
    "dental_current": {None: _flat(1.0), BEECH: _recovers(0.8, 1.0)},
    "appointments_attended": {None: _flat(0.99), BEECH: _recovers(0.85, 0.99)},
    "incidents_deescalated": {None: _flat(0.9), BEECH: _recovers(0.65, 0.9), CEDAR: _slides(0.9, 0.68)},
    "restraints_in_time": {
        None: _flat(1.0),
        BEECH: ((START, 0.9), ("2025-02", 0.8), ("2025-08", 1.0)),
        CEDAR: ((START, 1.0), ("2026-02", 1.0), ("2026-05", 0.8), ("2026-06", 1.0)),
    },
    "rhi_72h": {None: _flat(1.0), BEECH: _recovers(0.8, 1.0), CEDAR: _slides(1.0, 0.4), ELM: _flat(0.9)},
    "notified_24h": {None: _flat(1.0), BEECH: _recovers(0.9, 1.0), CEDAR: _slides(1.0, 0.6)},
    "risk_assessments_current": {
        None: _flat(1.0),
        BEECH: _recovers(0.88, 1.0),
        CEDAR: _slides(1.0, 0.75),
        ELM: _flat(0.93),
    },
    "supervision_held": {
        None: _flat(0.99),
        BEECH: _recovers(0.75, 0.99),
        CEDAR: _slides(0.98, 0.45, "2025-08"),
        DAMSON: ((START, 0.98), ("2026-06", 1.0)),
        ELM: _flat(0.9),
    },
    "appraisals_current": {None: _flat(1.0), BEECH: _recovers(0.85, 1.0), CEDAR: _slides(1.0, 0.75)},
    "training_current": {None: _flat(0.98), BEECH: _recovers(0.86, 0.98), CEDAR: _slides(0.97, 0.84), ELM: _flat(0.92)},
    "qualification_met": {None: _flat(1.0)},
    "shifts_agency": {
        None: _flat(0.05),
        BEECH: _recovers(0.22, 0.05),
        CEDAR: ((START, 0.06), ("2025-10", 0.08), ("2026-07", 0.41), ("2026-10", 0.36)),
        ELM: _flat(0.22),
    },
    "placement_plans_current": {
        None: _flat(1.0),
        BEECH: _recovers(0.75, 1.0),
        CEDAR: _slides(1.0, 0.8),
        ELM: _flat(0.95),
    },
    "reviews_on_time": {None: _flat(1.0), BEECH: _recovers(0.8, 1.0), CEDAR: _slides(1.0, 0.85)},
}

RATES = {
    "complaints_closed": {None: _flat(0.5), BEECH: _recovers(1.2, 0.4), CEDAR: _slides(0.4, 1.5)},
    "medication_errors": {None: _flat(0.12), ALDER: _flat(0.2)},
    "self_harm": {None: _flat(0.2), ALDER: _flat(0.05), CEDAR: _slides(0.2, 0.8)},
    "restraints": {None: _flat(1.0), BEECH: _recovers(3.5, 1.0), CEDAR: _slides(0.8, 3.2), ELM: _flat(0.3)},
    "incidents": {None: _flat(7), BEECH: _recovers(13, 6), CEDAR: _slides(6, 13), ELM: _flat(3)},
    "missing_episodes": {
        None: _flat(0.5),
        ALDER: _flat(0.0),
        BEECH: _recovers(2.8, 0.6),
        CEDAR: _slides(0.7, 6.5),
        ELM: _flat(1.5),
    },
    "notifiable_events": {None: _flat(0.4), ALDER: _flat(0.1), CEDAR: _slides(0.4, 1.8)},
    "allegations": {None: _flat(0.08), CEDAR: _slides(0.08, 0.3)},
    "reviews_due": {None: _flat(1.3), ALDER: _flat(2.0), ELM: _flat(0.8)},
}
"""Events a month."""

RANGES = {"repairs_open": (3, 6), "issues_raised": (2, 6), "activities_planned": (14, 22), "appointments_due": (4, 7)}
"""The fewest and the most that any home counts in a month."""

LEFT_OUT = {
    ALDER: (
        "school_possible",
        "school_attended",
        "school_lost",
        "peps_eligible",
        "peps_current",
        "health_eligible",
        "health_current",
        "dental_eligible",
        "dental_current",
    ),
    ELM: (
        "school_possible",
        "school_attended",
        "school_lost",
        "peps_eligible",
        "peps_current",
        "activity_weeks",
        "activity_weeks_met",
        "health_eligible",
        "health_current",
        "dental_eligible",
        "dental_current",
        "appointments_due",
        "appointments_attended",
        "medication_errors",
        "issues_raised",
        "issues_answered",
        "complaints_closed",
        "complaints_on_time",
        "incidents",
        "incidents_deescalated",
        "meetings_planned",
        "meetings_held",
        "appraisals_due",
        "appraisals_current",
    ),
}
"""What a home does not count: the law asks less of short breaks, and the newest home keeps little yet."""

FIXED = {
    **{
        (ALDER, month): {"medication_errors": errors}
        for month, errors in (("2026-08", 2), ("2026-09", 2), ("2026-10", 3))
    },
    **{
        (DAMSON, month): {"medication_errors": errors}
        for month, errors in (("2026-08", 1), ("2026-09", 2), ("2026-10", 2))
    },
    (CEDAR, "2026-10"): {
        "restraints": 4,
        "restraints_exempt": 0,
        "restraints_recorded_24h": 2,
        "restraints_signed_48h": 3,
        "restraints_child_5d": 3,
    },
    (ELM, "2026-08"): {"admissions": 4, "admissions_matched": 2, "endings": 3, "endings_unplanned": 1},
    (ELM, "2026-09"): {"admissions": 3, "admissions_matched": 1, "endings": 3, "endings_unplanned": 0},
}
"""Months that the story needs to the last count."""
