"""Actions: requirements, recommendations and what else a home undertook to do."""

from qa_data.dictionary.column import KEY, NAMES_OF_HOME, NAMES_OF_STANDARD, REQUIRED, Column, Dataset

REQUIREMENT = "Ofsted requirement"
"""What Ofsted asks for by law, by a date."""

CLINIC = "Performance clinic"
"""Where the council decides on it itself."""

ACTIONS = Dataset(
    "actions",
    "Actions",
    "an action",
    (
        Column("home", "Home", "home", KEY, also=NAMES_OF_HOME),
        Column(
            "reference",
            "Reference",
            need=KEY,
            derived=True,
            also=(
                "Ref",
                "Ref no",
                "Reference number",
                "Action ref",
                "Action reference",
                "No.",
                "ID",
                "Rec no",
                "Recommendation no",
            ),
            note=(
                "Unique within the home. Where a tracker has none, one is derived from source, source date and action"
                " text."
            ),
        ),
        Column(
            "source",
            "Source",
            "choice",
            REQUIRED,
            (
                REQUIREMENT,
                "Ofsted recommendation",
                "Regulation 44 recommendation",
                "Regulation 45 review",
                "Regulation 46 location review",
                "Management check",
                "Complaint",
                CLINIC,
                "Lesson from another home",
            ),
            also=("Source of action", "Action source"),
        ),
        Column(
            "source_date",
            "Source date",
            "date",
            REQUIRED,
            note="The visit, inspection or clinic it came from.",
            also=("Date of source", "Date of visit or inspection", "Source of action date"),
        ),
        Column(
            "regulation", "Regulation", note="Required for an Ofsted requirement, e.g. '12(2)(a)(i)'.", also=("Reg",)
        ),
        Column(
            "standards",
            "Standard",
            "standards",
            REQUIRED,
            also=NAMES_OF_STANDARD,
        ),
        Column(
            "action",
            "Action",
            "long text",
            REQUIRED,
            also=(
                "Action required",
                "Action to be taken",
                "Actions",
                "Recommendation",
                "Requirement",
                "Action needed",
                "What needs to happen",
                "Recommendation made",
                "Visitor's recommendation",
            ),
        ),
        Column("priority", "Priority", "choice", choices=("High", "Medium", "Low")),
        Column(
            "decision",
            "Decision",
            "choice",
            choices=("Accepted", "Not accepted", "To be decided"),
            note="Reg 44(5) is a duty to consider: not accepted, with a reason, is a valid outcome.",
        ),
        Column(
            "decision_reason",
            "Reason",
            "long text",
            note="Required when not accepted.",
            also=("Decision reason", "Reason for decision", "Reason not accepted"),
        ),
        Column(
            "owner",
            "Owner",
            person=True,
            also=(
                "Action owner",
                "Lead",
                "Who",
                "Person responsible",
                "By whom",
                "Lead officer",
                "Responsible person",
                "Assigned to",
                "Allocated to",
            ),
        ),
        Column(
            "raised",
            "Raised",
            "date",
            REQUIRED,
            past=True,
            also=("Date raised", "Raised on", "Raised date", "Date added"),
        ),
        Column(
            "due",
            "Due",
            "date",
            not_before="raised",
            also=("Due date", "Date due", "Due by", "Target date", "Timescale", "Complete by", "By when", "Deadline"),
            note=(
                "Required for an Ofsted requirement. 'ASAP' and 'ongoing' are not dates: kept as no due date, with a"
                " warning."
            ),
        ),
        Column(
            "completed",
            "Completed",
            "date",
            not_before="raised",
            past=True,
            note="On or after raised.",
            also=(
                "Date completed",
                "Completed on",
                "Completion date",
                "Completed date",
                "Date closed",
                "Finished",
                "Date finished",
                "Date done",
                "Done on",
            ),
        ),
        Column(
            "status",
            "Status",
            "choice",
            REQUIRED,
            ("Open", "In progress", "Completed", "Cancelled"),
            note="Completed needs a completed date.",
            also=("Action status", "Progress"),
        ),
        Column("evidence", "Evidence", "long text", also=("Evidence of completion", "Evidence seen")),
        Column("verified_by", "Verified by", person=True, note="Someone other than the owner."),
        Column("impact", "Impact on children", "long text", also=("Impact",)),
    ),
)
