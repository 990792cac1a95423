"""What makes a standard red."""

from metrics.rag.rule import RED, Rule
from metrics.rag.wording import dues, indicators, own_visits
from qa_data.wording import british, counted_are

R1 = Rule(
    "R1",
    RED,
    "The latest Regulation 44 verdict on the standard in 6 months is Not met.",
    ("latest_verdicts",),
    "from latest_verdicts where verdict = 'Not met'",
    lambda row: f"The independent visit of {british(row['day'])} found the standard not met.",
)

R2 = Rule(
    "R2",
    RED,
    "An Ofsted requirement under the standard is overdue.",
    ("overdue",),
    """select *, list_transform(actions, lambda each: each.source) as sources from (
           select moment, home, standard, list_filter(actions, lambda each: each.required) as actions from overdue)
       where len(actions) > 0""",
    lambda row: f"{counted_are(len(row['actions']), 'Ofsted requirement')} overdue: {dues(row)}.",
)

R3 = Rule(
    "R3",
    RED,
    "One of the standard's legal indicators is red.",
    ("short",),
    """select *, sources_of(indicators) as sources from (
           select moment, home, standard,
                  list_filter(indicators, lambda each: each.rag = 'red' and each.basis = 'legal') as indicators
           from short) where len(indicators) > 0""",
    lambda row: f"{counted_are(len(row['indicators']), 'legal indicator')} red: {indicators(row)}.",
)

R4 = Rule(
    "R4",
    RED,
    "Two or more of the standard's indicators are red.",
    ("short",),
    """select *, sources_of(indicators) as sources from (
           select moment, home, standard, list_filter(indicators, lambda each: each.rag = 'red') as indicators
           from short) where len(indicators) >= 2""",
    lambda row: f"{counted_are(len(row['indicators']), 'indicator')} red: {indicators(row)}.",
)

R5 = Rule(
    "R5",
    RED,
    "The latest Yes or No of Regulation 44 visits in 6 months to whether children are effectively safeguarded is No"
    " (QS12 only).",
    ("latest_opinions",),
    "from latest_opinions where opinion = 'No'",
    lambda row: (
        f"The independent visitor of {british(row['day'])} did not find children effectively safeguarded (Regulation"
        " 44(4)(a))."
    ),
)

R6 = Rule(
    "R6",
    RED,
    "The latest Yes or No of the council's own visits in 6 months to whether children are effectively safeguarded is No"
    " (QS12 only).",
    ("own_opinions",),
    "from own_opinions where opinion = 'No'",
    lambda row: f"{own_visits(row)} answered No to whether children are effectively safeguarded.",
)

RED_RULES = (R1, R2, R3, R4, R5, R6)
