"""Ofsted's inspections of the five homes since 2021."""

from datetime import date, timedelta

from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM, Home

O, G, RI, I = "Outstanding", "Good", "RI", "Inadequate"
F, A, M, N = "Full", "Assurance", "Monitoring", "Interim"

HELD: dict[Home, tuple[tuple, ...]] = {
    ALDER: (
        ("2021-03-16", F, G, G, G),
        ("2022-03-09", F, G, G, G),
        ("2023-03-14", F, G, O, G),
        ("2024-03-05", F, G, G, G),
        ("2025-03-11", F, O, G, G),
        ("2026-03-12", F, G, G, G),
    ),
    BEECH: (
        ("2021-03-02", F, G, G, G),
        ("2021-11-17", N),
        ("2022-02-22", F, G, G, G),
        ("2023-02-28", F, G, G, RI),
        ("2024-02-13", F, RI, RI, RI),
        ("2024-09-10", A),
        ("2025-02-18", F, RI, RI, RI),
        ("2025-08-27", A),
        ("2026-01-21", F, G, G, G),
    ),
    CEDAR: (
        ("2021-10-12", F, RI, G, RI),
        ("2022-05-24", A),
        ("2022-10-04", F, RI, RI, RI),
        ("2023-09-19", F, G, G, G),
        ("2024-09-03", F, G, G, G),
        ("2025-08-19", F, G, G, RI),
        ("2026-07-14", F, I, I, I),
        ("2026-09-08", M),
        ("2026-10-20", M),
    ),
    DAMSON: (
        ("2021-11-09", F, G, G, G),
        ("2022-11-15", F, G, G, G),
        ("2023-11-21", F, G, G, G),
        ("2024-11-12", F, G, G, G),
        ("2025-11-18", F, G, G, G),
    ),
    ELM: (),
}
"""Date, type and, for a full inspection, the three judgements: overall, protection, leadership."""

SUMMARY = {
    O: (
        "Children make exceptional progress. Staff know each child's way of communicating and plan every stay"
        " around it."
    ),
    G: "Children make good progress from their starting points. Relationships are warm and plans are followed.",
    RI: (
        "Children's experiences are uneven. Key-work, education planning and management oversight need to be more"
        " consistent."
    ),
    I: (
        "There are serious failures that leave children at risk. Missing episodes are not understood, too many "
        "shifts are covered by agency staff, and leaders have not acted on what their own monitoring told them."
    ),
    A: "No serious or widespread concerns were found. Leaders have made progress since the last inspection.",
    M: (
        "The inspector looked at the requirements made in July. Some have been met; the response to missing "
        "episodes and the supervision of staff remain weak."
    ),
    N: "The home has sustained its effectiveness since the last inspection.",
}


def inspections(home: Home) -> list[dict]:
    """The home's inspections, oldest first, with the columns of the dataset."""
    return [_inspection(home, *held) for held in HELD[home]]


def _inspection(home: Home, day: str, kind: str, *grades: str) -> dict:
    names = ("overall", "protection", "leadership")
    return {
        "home": home.name,
        "inspection_date": date.fromisoformat(day),
        "inspection_type": kind,
        **dict(zip(names, grades or (None,) * 3, strict=False)),
        "report_published": None if day >= "2026-10" else date.fromisoformat(day) + timedelta(31 + len(home.name)),
        "summary": SUMMARY[grades[0] if grades else kind],
    }
