"""Visits and reviews: Regulations 44, 45 and 46, management checks, contract monitoring."""

from qa_data.dictionary.column import KEY, Column, Dataset
from qa_data.standards import STANDARDS, Standard

VERDICTS = ("Met", "Partly met", "Not met", "Not looked at")
OPINIONS = ("Yes", "No", "Not stated")


def _verdict(standard: Standard) -> Column:
    return Column(
        f"verdict_{standard.code.lower()}",
        standard.name,
        "choice",
        choices=VERDICTS,
        note=f"The visitor's verdict on {standard.code}; blank means not looked at.",
        also=(
            standard.code,
            f"Reg {standard.regulation}",
            f"Regulation {standard.regulation}",
            standard.title,
            f"{standard.code} {standard.name}",
            f"Reg {standard.regulation} {standard.name}",
        ),
    )


VISITS = Dataset(
    "visits",
    "Visits and reviews",
    "a visit",
    (
        Column("home", "Home", "home", KEY, also=("Home name", "Name of home")),
        Column("visit_date", "Visit date", "date", KEY, past=True, also=("Date of visit", "Date visited")),
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
            also=("Type of visit",),
            note="Synonyms: Reg 44, R44, independent visit; Reg 45, quality of care review; Reg 46, location review.",
        ),
        Column(
            "visitor", "Visitor", person=True, also=("Name of visitor", "Independent person", "Independent visitor")
        ),
        Column("announced", "Announced", "yes/no"),
        Column(
            "report_received",
            "Report received",
            "date",
            not_before="visit_date",
            note="On or after the visit date.",
            also=("Date report received", "Report received on"),
        ),
        Column(
            "report_sent_to_ofsted",
            "Report sent to Ofsted",
            "date",
            not_before="visit_date",
            also=("Date report sent to Ofsted", "Sent to Ofsted"),
        ),
        Column(
            "report_quality",
            "Report quality",
            "choice",
            choices=("Clear", "Partly clear", "Not clear"),
            note="The council's view of the visitor's report.",
            also=("Quality of report",),
        ),
        Column("children_living", "Children living in the home", "whole number", note="On the day of the visit."),
        Column(
            "children_spoken_to",
            "Children spoken to",
            "whole number",
            part_of="children_living",
            note="No more than children living in the home.",
        ),
        Column(
            "children_in_private",
            "Children seen in private",
            "whole number",
            part_of="children_spoken_to",
            note="No more than children spoken to.",
        ),
        Column("families_contacted", "Families contacted", "whole number"),
        Column(
            "professionals_contacted",
            "Social workers and professionals contacted",
            "whole number",
            also=("Professionals contacted",),
        ),
        Column("staff_spoken_to", "Staff spoken to", "whole number"),
        Column(
            "safeguarded",
            "Children effectively safeguarded",
            "choice",
            choices=OPINIONS,
            note="Reg 44(4)(a)",
            also=("Effectively safeguarded",),
        ),
        Column("wellbeing_promoted", "Conduct promotes well-being", "choice", choices=OPINIONS, note="Reg 44(4)(b)"),
        *map(_verdict, STANDARDS),
        Column("concerns", "Concerns", "long text"),
        Column("good_practice", "Good practice", "long text"),
        Column("childrens_views", "Children's views", "long text"),
        Column("what_changed", "What changed because of children's views", "long text", also=("What changed",)),
    ),
)
