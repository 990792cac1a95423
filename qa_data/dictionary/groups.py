"""The columns of a dataset that are filled in together, under the heading that a form gives them."""

from dataclasses import dataclass

from qa_data.dictionary.column import Dataset
from qa_data.standards import CODES

SHORT_BREAKS = "Short breaks"
"""Regulation 52 and Schedule 5 take some duties away where children only come for short breaks."""


@dataclass(frozen=True)
class Group:
    """A heading, the columns under it in order, and the quality standard that they tell of, where it is one."""

    title: str
    columns: tuple[str, ...]
    standard: str = ""
    not_for: str = ""
    """The service type of which these are not asked."""

    @property
    def heading(self) -> str:
        """The title with its standard: School (QS08)."""
        return f"{self.title} ({self.standard})" if self.standard else self.title


RETURNS = (
    Group("Children and nights", ("child_nights", "children_living"), "QS06"),
    Group("Care and repair", ("keywork_planned", "keywork_held", "repairs_open", "repairs_over_28_days"), "QS06"),
    Group(
        "What children say",
        ("meetings_planned", "meetings_held", "issues_raised", "issues_answered")
        + ("complaints_closed", "complaints_on_time"),
        "QS07",
    ),
    Group(
        "School",
        ("school_possible", "school_attended", "school_lost", "peps_eligible", "peps_current"),
        "QS08",
        SHORT_BREAKS,
    ),
    Group(
        "Things to do",
        ("activity_weeks", "activity_weeks_met", "activities_planned", "activities_cancelled"),
        "QS09",
    ),
    Group(
        "Health and dental checks",
        ("health_eligible", "health_current", "dental_eligible", "dental_current"),
        "QS10",
        SHORT_BREAKS,
    ),
    Group(
        "Health from day to day",
        ("appointments_due", "appointments_attended", "medication_errors", "self_harm"),
        "QS10",
    ),
    Group(
        "Restraint and behaviour",
        ("restraints", "restraints_exempt", "restraints_recorded_24h", "restraints_signed_48h", "restraints_child_5d")
        + ("incidents", "incidents_deescalated"),
        "QS11",
    ),
    Group("Missing children", ("missing_episodes", "rhi_due", "rhi_72h"), "QS12"),
    Group(
        "Keeping safe",
        ("notifiable_events", "notified_24h", "risk_assessments", "risk_assessments_current", "allegations"),
        "QS12",
    ),
    Group(
        "Support for staff",
        ("supervision_due", "supervision_held", "appraisals_due", "appraisals_current"),
        "QS13",
    ),
    Group(
        "Staffing and skills",
        ("training_due", "training_current", "qualification_due", "qualification_met", "shifts", "shifts_agency"),
        "QS13",
    ),
    Group(
        "Plans for each child", ("placement_plans", "placement_plans_current", "reviews_due", "reviews_on_time"), "QS14"
    ),
    Group("Coming and going", ("admissions", "admissions_matched", "endings", "endings_unplanned"), "QS14"),
)

VISITS = (
    Group(
        "The visit and its report",
        ("visitor", "announced", "report_received", "report_sent_to_ofsted", "report_quality"),
    ),
    Group(
        "Who was there and who was heard",
        ("children_living", "children_spoken_to", "children_in_private", "families_contacted")
        + ("professionals_contacted", "staff_spoken_to"),
    ),
    Group("The visitor's opinion (Reg 44(4))", ("safeguarded", "wellbeing_promoted")),
    Group("The verdict on each quality standard", tuple(f"verdict_{code.lower()}" for code in CODES)),
    Group("In the visitor's words", ("concerns", "good_practice", "childrens_views", "what_changed")),
)

GROUPS = {"returns": RETURNS, "visits": VISITS}


def groups(dataset: Dataset) -> tuple[Group, ...]:
    """The groups of a dataset's columns, in order; none where it is short enough without."""
    return GROUPS.get(dataset.name, ())
