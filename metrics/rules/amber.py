"""What makes a standard amber when nothing makes it red. A4 (signals), A5 (repeats) and A6 (sources that disagree) have their place here."""

from metrics.rules.red import INDICATORS, OVERDUE, VERDICT
from metrics.rules.rule import AMBER, Rule
from metrics.rules.saying import dues, indicators
from qa_data.words import british, counted

A1 = Rule("A1", AMBER, "The latest Regulation 44 verdict on the standard in 6 months is Partly met.", VERDICT.format(verdict="Partly met"),
          lambda row: f"The independent visit of {british(row['day'])} found the standard partly met.")

A2 = Rule("A2", AMBER, "An action under the standard is overdue.", OVERDUE.format(which="true"),
          lambda row: f"{counted(len(row['actions']), 'action')} overdue: {dues(row)}.")

A3 = Rule("A3", AMBER, "One of the standard's indicators is red, or two or more are amber.",
          INDICATORS.format(which="rag in ('red', 'amber')", having="count(*) filter (rag = 'red') >= 1 or count(*) >= 2"),
          lambda row: f"{_how_many(row['indicators'])}: {indicators(row)}.")


def _how_many(figures: list[dict]) -> str:
    colours = [each["rag"] for each in figures]
    said = [counted(colours.count(rag), f"indicator {rag}", f"indicators {rag}") for rag in ("red", "amber") if rag in colours]
    return " and ".join(said)


AMBER_RULES = (A1, A2, A3)
