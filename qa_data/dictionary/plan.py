"""The service plan: how a home means to meet each standard."""

from qa_data.dictionary.column import KEY, NAMES_OF_HOME, REQUIRED, Column, Dataset

PLAN = Dataset(
    "plan",
    "Service plan",
    "a plan line",
    (
        Column("home", "Home", "home", KEY, also=NAMES_OF_HOME),
        Column("standard", "Standard", "standard", KEY, also=("Quality standard",)),
        Column(
            "outcome",
            "Outcome for children",
            "long text",
            KEY,
            also=("Outcome", "Outcomes for children"),
            note="What the home intends for children under this standard.",
        ),
        Column(
            "delivery",
            "How we deliver it",
            "long text",
            REQUIRED,
            also=("Delivery", "How we will deliver", "How delivered"),
        ),
        Column("measure", "How we will know", "long text", note="Names of indicators, or words.", also=("Measure",)),
        Column(
            "sccif",
            "Inspection evidence",
            "choice",
            choices=("Overall experiences and progress", "Helped and protected", "Leaders and managers"),
        ),
        Column("evidence", "Evidence so far", "long text"),
        Column("participation", "How young people are involved", "long text"),
        Column("lead", "Lead", person=True, also=("Lead person", "Owner")),
        Column("review_date", "Review date", "date", also=("Review due", "To be reviewed")),
        Column("status", "Progress", "choice", choices=("On track", "Some concerns", "Off track", "Achieved")),
    ),
)
