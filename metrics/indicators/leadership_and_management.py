"""Leadership and management (regulation 13), with the visits and reviews that regulations 44 to 46 ask for."""

from metrics.indicators.duties import INDEPENDENT_VISIT, LOCATION_REVIEW, QUALITY_OF_CARE_REVIEW
from metrics.indicators.indicator import HIGHER, LEGAL, LOCAL, LOWER, STOCK, Counting, Proportion, under
from qa_data.sql import queries

SQL = queries(__file__)

LEADERSHIP_AND_MANAGEMENT = under(
    "QS13",
    Proportion(
        id="LAM1",
        title="Supervision on time",
        why="Staff who are supervised well stay, think about the children, and are noticed when they struggle.",
        numerator="returns.supervision_held",
        denominator="returns.supervision_due",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=80,
    ),
    Proportion(
        id="LAM2",
        title="Appraisals in 12 months",
        measured=STOCK,
        why="The yearly appraisal is where the experience and progress of staff are looked at as a whole.",
        numerator="returns.appraisals_current",
        denominator="returns.appraisals_due",
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 33(4)",
    ),
    Proportion(
        id="LAM3",
        title="Care staff qualified or in time",
        measured=STOCK,
        why="Looking after children who have been hurt is skilled work, and the law sets the qualification for it.",
        numerator="returns.qualification_met",
        denominator="returns.qualification_due",
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 32",
    ),
    Proportion(
        id="LAM5",
        title="Agency share of shifts",
        why="Children need adults whom they know; many agency shifts mean many strangers.",
        numerator="returns.shifts_agency",
        denominator="returns.shifts",
        better=LOWER,
        basis=LOCAL,
        target=10,
        floor=25,
    ),
    Proportion(
        id="LAM7",
        title="Months with an independent visit",
        why="The monthly independent visit is the only regular look at the home by someone who does not work for it.",
        numerator="1 when at least one Regulation 44 visit fell in the calendar month, else 0",
        denominator=(
            "1 when the home was open on every day of the month and its records of Regulation 44 visits had begun, else"
            " no value"
        ),
        dataset="visits",
        counting=INDEPENDENT_VISIT.counting,
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        months=12,
        note="Reg 44(1); pooled over 12 months; the longest gap in days is shown beside it, as quality, not law",
    ),
    Proportion(
        id="LAM8",
        title="Quality of care review within six months",
        measured=STOCK,
        why="The manager's own review, twice a year, is where a home learns from everything it has been told.",
        numerator="1 when a Regulation 45 review fell in the six calendar months to month end, else 0",
        denominator=(
            "1 once the home has been open six calendar months at month end, where a review fell in them or its records"
            " of Regulation 45 reviews had begun before them, else no value"
        ),
        dataset="visits",
        counting=QUALITY_OF_CARE_REVIEW.counting,
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 45(1); pooled over 12 months",
    ),
    Proportion(
        id="LAM9",
        title="Location review within 12 months",
        measured=STOCK,
        why="What is around a home changes; the yearly review asks whether children are still safe there.",
        numerator="1 when a Regulation 46 review fell in the 12 calendar months to month end, else 0",
        denominator=(
            "1 once the home has been open 12 calendar months at month end, where a review fell in them or its records"
            " of Regulation 46 reviews had begun before them, else no value"
        ),
        dataset="visits",
        counting=LOCATION_REVIEW.counting,
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=90,
        note="Reg 46; pooled over 12 months",
    ),
    Proportion(
        id="LAM10",
        title="Ofsted requirements met by their due date",
        why="A requirement says that the law was broken; missing its date is what turns a concern into enforcement.",
        numerator="Ofsted requirements due in the month and completed by then",
        denominator="Ofsted requirements due in the month",
        dataset="actions",
        counting=Counting(months=SQL["requirements_met"], rows=SQL["requirements_due"]),
        better=HIGHER,
        basis=LEGAL,
        target=100,
        floor=100,
        note="Cancelled ones leave both counts",
    ),
    Proportion(
        id="LAM11",
        title="Mandatory training in date",
        measured=STOCK,
        why="Training in first aid, medicines and safeguarding is only of use while it is in date.",
        numerator="returns.training_current",
        denominator="returns.training_due",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=85,
    ),
)
