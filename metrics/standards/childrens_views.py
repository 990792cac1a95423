"""Children's views, wishes and feelings: regulation 7."""

from metrics.indicator import CONTEXT, HIGHER, LOCAL, Indicator, share

STANDARD = "QS07"

INDICATORS = (
    Indicator("VWF1", "Children spoken to at independent visits",
        "A visitor who does not hear children cannot say how the home is for them.",
        "visits.children_spoken_to", "visits.children_living", HIGHER, LOCAL, 80, 60, standard=STANDARD,
        note="Regulation 44 visits only; counts summed, percentages never averaged"),
    Indicator("VWF2", "Children seen in private at independent visits",
        "Children say in private what they may not say before staff (Regulation 44(2)).",
        "visits.children_in_private", "visits.children_spoken_to", HIGHER, CONTEXT, standard=STANDARD),
    share("VWF4", "House meetings held",
        "House meetings are where children shape the day to day life of the home.",
        "meetings_held", "meetings_planned", HIGHER, LOCAL, 90, 70, standard=STANDARD),
    share("VWF5", "Children's issues answered within 28 days",
        "Children who hear nothing back stop speaking up (Regulation 7(2)(a)).",
        "issues_answered", "issues_raised", HIGHER, LOCAL, 95, 80, standard=STANDARD),
    share("VWF8", "Complaints closed on time",
        "A complaint answered late is a complaint not taken seriously.",
        "complaints_on_time", "complaints_closed", HIGHER, LOCAL, 95, 80, standard=STANDARD),
)
