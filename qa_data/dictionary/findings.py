"""Findings: what a visit, a review, an inspection, a complaint or a child said about a standard."""

from qa_data.dictionary.column import KEY, NAMES_OF_HOME, NAMES_OF_STANDARD, REQUIRED, Column, Dataset

FINDINGS = Dataset(
    "findings",
    "Findings",
    "a finding",
    (
        Column("home", "Home", "home", KEY, also=NAMES_OF_HOME),
        Column(
            "found_on",
            "Date",
            "date",
            KEY,
            past=True,
            also=("Found on", "Date found", "Date of finding", "Finding date"),
        ),
        Column(
            "source",
            "Source",
            "choice",
            KEY,
            (
                "Ofsted",
                "Regulation 44 visit",
                "Regulation 45 review",
                "Regulation 46 location review",
                "Management check",
                "Complaint",
                "Child or young person",
            ),
        ),
        Column(
            "standards",
            "Standard",
            "standards",
            REQUIRED,
            also=NAMES_OF_STANDARD,
            note=(
                "One or more: 'QS12', 'Reg 12', 'Protection of children', 'Reg 6, 7 & 12'. "
                "'Standard 6' is ambiguous and is refused with both readings named."
            ),
        ),
        Column(
            "kind",
            "Kind",
            "choice",
            REQUIRED,
            ("Concern", "Good practice", "Child's view"),
            also=("Type of finding", "Kind of finding", "Strength or concern"),
        ),
        Column(
            "finding",
            "Finding",
            "long text",
            KEY,
            also=("Findings", "What was found", "Details", "Comment", "Observation"),
        ),
    ),
)
