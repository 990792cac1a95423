"""What makes a standard red."""

from metrics.rag.rule import RED, Rule
from metrics.rag.saying import dues, indicators
from qa_data.words import british, counted

VERDICT = """
select moment, home, standard, day, [cited] as sources from latest_verdicts where verdict = '{verdict}'
"""

OVERDUE = """
select moment, home, standard, list(struct_pack(reference := reference, due := due) order by due, reference) as actions,
       list(cited order by due, reference) as sources
from overdue_actions where {which} group by moment, home, standard
"""

INDICATORS = """
select moment, home, standard,
       list(struct_pack(indicator := indicator, numerator := numerator, denominator := denominator, target := target, rag := rag)
            order by rag desc, indicator) as indicators,
       list_sort(list_distinct(flatten(list(coalesce(sources, []))))) as sources
from rated left join behind using (moment, home, standard, indicator)
where counts and {which} group by moment, home, standard having {having}
"""

R1 = Rule(
    "R1",
    RED,
    "The latest Regulation 44 verdict on the standard in 6 months is Not met.",
    VERDICT.format(verdict="Not met"),
    lambda row: f"The independent visit of {british(row['day'])} found the standard not met.",
)

R2 = Rule(
    "R2",
    RED,
    "An Ofsted requirement under the standard is overdue.",
    OVERDUE.format(which="came_from = 'Ofsted requirement'"),
    lambda row: f"{counted(len(row['actions']), 'Ofsted requirement')} overdue: {dues(row)}.",
)

R3 = Rule(
    "R3",
    RED,
    "One of the standard's legal indicators is red.",
    INDICATORS.format(which="rag = 'red' and basis = 'legal'", having="true"),
    lambda row: f"{counted(len(row['indicators']), 'legal indicator')} red: {indicators(row)}.",
)

R4 = Rule(
    "R4",
    RED,
    "Two or more of the standard's indicators are red.",
    INDICATORS.format(which="rag = 'red'", having="count(*) >= 2"),
    lambda row: f"{len(row['indicators'])} indicators red: {indicators(row)}.",
)

R5 = Rule(
    "R5",
    RED,
    "The latest Yes or No of Regulation 44 visits in 6 months to whether children are effectively safeguarded is No"
    " (QS12 only).",
    "select moment, home, 'QS12' as standard, day, [cited] as sources from latest_opinions where safeguarded = 'No'",
    lambda row: (
        f"The independent visitor of {british(row['day'])} did not find children effectively safeguarded (Regulation"
        " 44(4)(a))."
    ),
)

RED_RULES = (R1, R2, R3, R4, R5)
