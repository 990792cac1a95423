"""Visits and reviews: Regulations 44, 45 and 46, management checks, contract monitoring."""

from qa_data.dictionary.column import KEY, NAMES_OF_HOME, Column, Dataset
from qa_data.standards import STANDARDS, Standard

VERDICTS = ("Met", "Partly met", "Not met", "Not looked at")
OPINIONS = ("Yes", "No", "Not stated")


OTHER_NAMES = {
    6: ("Quality and purpose",),
    7: ("Children's views verdict", "Views, wishes and feelings"),
    8: ("Education standard",),
    9: (),
    10: (),
    11: ("Relationships",),
    12: ("Protection",),
    13: (),
    14: ("Care plans",),
}
"""What a verdict's column is headed beside the standard's own name, code and number, by regulation."""


def _verdict(standard: Standard) -> Column:
    number = standard.regulation
    short = dict.fromkeys((standard.code, f"QS{number}", f"Reg {number}", f"Regulation {number}", f"R{number}"))
    told = ("", f" {standard.name}", " verdict")
    return Column(
        f"verdict_{standard.code.lower()}",
        standard.name,
        "choice",
        choices=VERDICTS,
        note=f"The visitor's verdict on {standard.code}; blank means not looked at.",
        also=(
            standard.title,
            *OTHER_NAMES[number],
            f"{standard.name} verdict",
            *(f"{form}{more}" for form in short for more in told),
        ),
    )


VISITS = Dataset(
    "visits",
    "Visits and reviews",
    "a visit",
    (
        Column("home", "Home", "home", KEY, also=NAMES_OF_HOME),
        Column(
            "visit_date",
            "Visit date",
            "date",
            KEY,
            past=True,
            also=("Date of visit", "Date visited", "Visited on", "Reg 44 date"),
        ),
        Column(
            "visit_type",
            "Visit type",
            "choice",
            KEY,
            (
                "Regulation 44 visit",
                "Regulation 45 review",
                "Regulation 46 location review",
                "Management check",
                "Contract monitoring",
            ),
            also=("Type of visit", "Type"),
            note="Synonyms: Reg 44, R44, independent visit; Reg 45, quality of care review; Reg 46, location review.",
        ),
        Column(
            "visitor",
            "Visitor",
            person=True,
            also=(
                "Name of visitor",
                "Independent person",
                "Independent visitor",
                "Visiting officer",
                "Reg 44 visitor",
                "NYAS visitor",
            ),
        ),
        Column("announced", "Announced", "yes/no"),
        Column(
            "report_received",
            "Report received",
            "date",
            not_before="visit_date",
            note="On or after the visit date.",
            also=("Date report received", "Report received on", "Report rec'd", "Rec'd date"),
        ),
        Column(
            "report_sent_to_ofsted",
            "Report sent to Ofsted",
            "date",
            not_before="visit_date",
            also=("Date report sent to Ofsted", "Sent to Ofsted", "Report to Ofsted", "Date sent to Ofsted"),
        ),
        Column(
            "report_quality",
            "Report quality",
            "choice",
            choices=("Clear", "Partly clear", "Not clear"),
            note="The council's view of the visitor's report.",
            also=("Quality of report",),
        ),
        Column(
            "children_living",
            "Children living in the home",
            "whole number",
            note="On the day of the visit.",
            also=("YP in residence", "Children resident", "No. of children living in the home", "YP placed"),
        ),
        Column(
            "children_spoken_to",
            "Children spoken to",
            "whole number",
            part_of="children_living",
            note="No more than children living in the home.",
            also=("YP spoken to", "Children seen", "No. of children spoken to", "Young people spoken to"),
        ),
        Column(
            "children_in_private",
            "Children seen in private",
            "whole number",
            part_of="children_spoken_to",
            note="No more than children spoken to.",
            also=("YP seen alone", "Seen in private", "Children seen alone"),
        ),
        Column(
            "families_contacted", "Families contacted", "whole number", also=("Parents contacted", "Families spoken to")
        ),
        Column(
            "professionals_contacted",
            "Social workers and professionals contacted",
            "whole number",
            also=("Professionals contacted", "SWs contacted", "Social workers contacted", "Professionals spoken to"),
        ),
        Column("staff_spoken_to", "Staff spoken to", "whole number", also=("Staff seen", "Staff interviewed")),
        Column(
            "safeguarded",
            "Children effectively safeguarded",
            "choice",
            choices=OPINIONS,
            note="Reg 44(4)(a)",
            also=("Effectively safeguarded", "Safeguarded?", "Children safeguarded"),
        ),
        Column(
            "wellbeing_promoted",
            "Conduct promotes well-being",
            "choice",
            choices=OPINIONS,
            note="Reg 44(4)(b)",
            also=("Wellbeing promoted", "Promotes wellbeing?"),
        ),
        *map(_verdict, STANDARDS),
        Column("concerns", "Concerns", "long text", also=("Areas of concern", "Concerns raised", "Issues identified")),
        Column("good_practice", "Good practice", "long text", also=("Strengths", "Good practice noted", "Positives")),
        Column(
            "childrens_views",
            "Children's views",
            "long text",
            also=("Views of children", "YP's views", "Child's voice"),
        ),
        Column(
            "what_changed",
            "What changed because of children's views",
            "long text",
            also=("What changed", "You said we did"),
        ),
    ),
)
