"""Actions that the story names one by one: Ofsted's, and those that stand overdue at the end of October 2026."""

from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM

OFSTED = {
    (BEECH, "2024-02-13"): (
        ("6(2)(b)(iv)", ("QS06",), "Ensure that each child's day-to-day needs are met, with planned key-work.", "2024-04-30", "2024-05-22"),
        ("8(2)(a)(viii)", ("QS08",), "Support children who do not attend school, and help them back as soon as possible.", "2024-05-31", "2024-07-12"),
        ("13(2)(h)", ("QS13",), "Use monitoring and review systems to make continuous improvements in the quality of care.", "2024-05-31", "2024-06-28"),
    ),
    (BEECH, "2025-02-18"): (
        ("8(2)(a)(viii)", ("QS08",), "Make sure that a child who is out of school has a plan for each day and a date for return.", "2025-04-30", "2025-05-14"),
        ("33(4)(b)", ("QS13",), "Give all staff practice-related supervision.", "2025-04-30", "2025-04-24"),
        ("35(3)(b)", ("QS11",), "Sign each record of restraint within 48 hours, having spoken to the member of staff.", "2025-03-31", "2025-03-26"),
        ("14(2)(a)", ("QS14",), "Admit children only when the home can meet their needs.", "2025-04-30", "2025-04-10"),
    ),
    (CEDAR, "2025-08-19"): (
        ("13(2)(h)", ("QS13",), "Use monitoring to find and mend shortfalls in records and staffing.", "2025-10-31", "2025-12-03"),
    ),
    (CEDAR, "2026-07-14"): (
        ("12(2)(a)(i)", ("QS12",), "Assess and reduce the risks to each child who goes missing.", "2026-08-14", "2026-08-31"),
        ("12(2)(a)(vi)", ("QS12",), "Take effective action whenever there is a serious concern about a child's welfare.", "2026-09-30", None),
        ("12(2)(b)", ("QS12",), "Bring each child's missing-from-home trigger plan up to date with the police and the placing authority.", "2026-08-31", None),
        ("13(2)(c)", ("QS13",), "Make sure that staff have the experience, qualifications and skills to meet each child's needs.", "2026-12-11", None),
        ("13(2)(e)", ("QS13",), "Provide care by staff who know the children; reduce the use of agency workers.", "2026-10-16", None),
        ("33(4)(b)", ("QS13",), "Give all staff practice-related supervision.", "2026-08-31", "2026-10-02"),
        ("35(3)(a)", ("QS11",), "Record each use of restraint within 24 hours, in full.", "2026-09-11", "2026-09-09"),
    ),
    (DAMSON, "2025-11-18"): (
        (None, ("QS12",), "Check that records of fire drills and door alarms are complete (Guide, paragraph 9.20).", "2026-01-31", "2026-01-20"),
    ),
    (ALDER, "2026-03-12"): (
        (None, ("QS14",), "Share short-break plans with families in a form that suits them (Guide, paragraph 11.5).", "2026-06-30", "2026-06-18"),
    ),
    (BEECH, "2026-01-21"): (
        (None, ("QS08",), "Keep pressing for full-time education where a child has a reduced timetable (Guide, paragraph 5.8).", "2026-05-29", "2026-05-27"),
    ),
}
"""By home and inspection: regulation (none for a recommendation), standards, text, due, completed."""

STANDING = (
    (CEDAR, "Regulation 44 recommendation", "2026-08-18", ("QS12",), "File a return home interview for each missing episode since June.", "High", "2026-09-18", None),
    (CEDAR, "Performance clinic", "2026-08-26", ("QS13",), "Bring a recruitment plan with dates for the five vacancies.", "High", "2026-09-25", None),
    (CEDAR, "Regulation 44 recommendation", "2026-08-18", ("QS07",), "Tell each child what came of what they asked for in the summer's meetings.", "Medium", "2026-09-30", None),
    (CEDAR, "Management check", "2026-08-26", ("QS14",), "Get signed placement plans on file for the two children without one.", "High", "2026-10-09", None),
    (CEDAR, "Performance clinic", "2026-09-23", ("QS11", "QS13"), "Manager or deputy to check each restraint record the morning after.", "High", "2026-11-20", None),
    (CEDAR, "Management check", "2026-09-25", ("QS09", "QS10"), "Agree with the children a weekend plan that agency staff can follow.", "Low", "2026-11-27", None),
    (BEECH, "Regulation 45 review", "2026-08-10", ("QS14",), "Get the pathway plan for the young person who turns 17 in November.", "High", "2026-10-16", None),
    (BEECH, "Performance clinic", "2026-09-23", ("QS08",), "Agree a full-time timetable with the school for the child on reduced hours.", "Medium", "2026-11-27", None),
    (BEECH, "Lesson from another home", "2026-09-23", ("QS12",), "Check that missing-from-home trigger plans name known addresses, as learned at Cedar View.", "Medium", "2026-11-13", None),
    (DAMSON, "Lesson from another home", "2026-09-23", ("QS12",), "Check that missing-from-home trigger plans name known addresses, as learned at Cedar View.", "Medium", "2026-11-13", None),
    (ALDER, "Performance clinic", "2026-10-14", ("QS10",), "Have the pharmacist look at how medicines are received, recorded and returned.", "High", "2026-11-27", None),
    (ALDER, "Regulation 45 review", "2026-07-07", ("QS08",), "Agree with the two special schools how targets and communication aids are shared.", "Low", "2026-11-30", None),
    (ELM, "Regulation 44 recommendation", "2026-08-20", ("QS14",), "Have the responsible individual sign a matching assessment before any emergency admission.", "High", "2026-10-09", None),
    (ELM, "Management check", "2026-08-26", ("QS13",), "Send the monthly return by the fifth of the month, and count what the other homes count.", "Medium", "2026-10-05", None),
    (ELM, "Performance clinic", "2026-09-23", ("QS06",), "Write the statement of purpose's section on outreach and emergency stays.", "Medium", "2026-11-30", None),
)
"""Home, source, source date, standards, text, priority, due, completed."""
