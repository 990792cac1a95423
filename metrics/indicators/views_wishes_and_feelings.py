"""Children's views, wishes and feelings (regulation 7)."""

from metrics.indicators.indicator import CONTEXT, HIGHER, LOCAL, Proportion, under

VIEWS_WISHES_AND_FEELINGS = under(
    "QS07",
    Proportion(
        id="VWF1",
        title="Children spoken to at independent visits",
        why="An independent visitor who does not speak to the children sees only what the adults show.",
        numerator="visits.children_spoken_to",
        denominator="visits.children_living",
        dataset="visits",
        better=HIGHER,
        basis=LOCAL,
        target=80,
        floor=60,
        note="Regulation 44 visits only; counts summed, percentages never averaged",
    ),
    Proportion(
        id="VWF2",
        title="Children seen in private at independent visits",
        why=(
            "Some things are only said when no one from the home can hear; whether a child wants that is the child's"
            " choice."
        ),
        numerator="visits.children_in_private",
        denominator="visits.children_spoken_to",
        dataset="visits",
        better=HIGHER,
        basis=CONTEXT,
    ),
    Proportion(
        id="VWF4",
        title="House meetings held",
        why="House meetings are where children shape daily life in their home together.",
        numerator="returns.meetings_held",
        denominator="returns.meetings_planned",
        better=HIGHER,
        basis=LOCAL,
        target=90,
        floor=70,
    ),
    Proportion(
        id="VWF5",
        title="Children's issues answered within 28 days",
        why="Asking for children's views and not answering teaches them that there is no point in speaking.",
        numerator="returns.issues_answered",
        denominator="returns.issues_raised",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=80,
    ),
    Proportion(
        id="VWF8",
        title="Complaints closed on time",
        why="A complaint is often how a child first says that something is wrong; delay leaves the child with it.",
        numerator="returns.complaints_on_time",
        denominator="returns.complaints_closed",
        better=HIGHER,
        basis=LOCAL,
        target=95,
        floor=80,
    ),
)
