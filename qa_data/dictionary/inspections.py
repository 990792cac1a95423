"""Ofsted's inspections as the council keeps them."""

from qa_data.dictionary.column import KEY, NAMES_OF_HOME, Column, Dataset
from qa_data.judgements import GRADES

FULL = "Full"
"""The one that is graded: it judges the home as a whole."""

INSPECTIONS = Dataset(
    "inspections",
    "Ofsted inspections",
    "an inspection",
    (
        Column("home", "Home", "home", KEY, also=NAMES_OF_HOME),
        Column(
            "inspection_date",
            "Inspection date",
            "date",
            KEY,
            past=True,
            also=("Date of inspection", "Date inspected", "Inspected on"),
        ),
        Column(
            "inspection_type",
            "Inspection type",
            "choice",
            KEY,
            (FULL, "Assurance", "Monitoring", "Interim"),
            note="Only Full is graded; Interim ended in March 2022.",
            also=("Type of inspection",),
        ),
        Column(
            "overall",
            "Overall experiences and progress",
            "judgement",
            choices=GRADES,
            note="Required for Full; refused for the others.",
            also=(
                "Overall",
                "Overall judgement",
                "Overall experiences and progress of children and young people",
                "Overall effectiveness",
                "Overall experiences",
            ),
        ),
        Column(
            "protection",
            "Helped and protected",
            "judgement",
            choices=GRADES,
            note="Limiting: Inadequate here with any other overall is an error.",
            also=("How well children and young people are helped and protected", "Help and protection", "H&P"),
        ),
        Column(
            "leadership",
            "Leaders and managers",
            "judgement",
            choices=GRADES,
            note="Inadequate here with overall Good or Outstanding is a warning.",
            also=(
                "The effectiveness of leaders and managers",
                "Effectiveness of leaders and managers",
                "Leadership and management",
                "L&M",
                "Leadership and management judgement",
            ),
        ),
        Column(
            "report_published",
            "Report published",
            "date",
            not_before="inspection_date",
            also=("Publication date", "Date published", "Published"),
        ),
        Column("summary", "Summary", "long text"),
    ),
)
