"""What makes a standard amber when nothing makes it red."""

from metrics.rag.rule import AMBER, Rule
from metrics.rag.wording import concerns, dues, indicators, own_visits
from metrics.signals.wording import moved
from qa_data.wording import british, counted, counted_are, ended

A1 = Rule(
    "A1",
    AMBER,
    "The latest Regulation 44 verdict on the standard in 6 months is Partly met.",
    ("latest_verdicts",),
    "from latest_verdicts where verdict = 'Partly met'",
    lambda row: f"The independent visit of {british(row['day'])} found the standard partly met.",
)

A2 = Rule(
    "A2",
    AMBER,
    "An action under the standard is overdue.",
    ("overdue",),
    "select *, list_transform(actions, lambda each: each.source) as sources from overdue",
    lambda row: f"{counted_are(len(row['actions']), 'action')} overdue: {dues(row)}.",
)

A3 = Rule(
    "A3",
    AMBER,
    "One of the standard's indicators is red, or two or more are amber.",
    ("short",),
    "select *, sources_of(indicators) as sources from short where indicators[1].rag = 'red' or len(indicators) >= 2",
    lambda row: f"{_how_many(row['indicators'])}: {indicators(row)}.",
)


A4 = Rule(
    "A4",
    AMBER,
    "A Flag stands on one of the standard's indicators: the months speak for a change for the worse.",
    ("signals_of_concern",),
    "select *, sources_of(signals) as sources from signals_of_concern",
    lambda row: " ".join(moved({**each, "standard": row["standard"]}) for each in row["signals"]),
)

A5 = Rule(
    "A5",
    AMBER,
    "A recommendation or requirement has come back: one that asks for the same was raised before it, both in 12"
    " months.",
    ("repeated", "asked_again"),
    "select * exclude (sources), coalesce(sources, []) as sources"
    " from repeated left join asked_again using (moment, home, standard)",
    lambda row: (
        f"The same was asked for on {british(row['first_raised'])} and again on {british(row['later_raised'])}:"
        f" “{ended(row['texts'][-1])}”"
    ),
)

A6 = Rule(
    "A6",
    AMBER,
    "The sources disagree: all the home's own rated indicators are green where the verdict is Not met or Partly met, or"
    " none of them is where it is Met.",
    ("latest_verdicts", "own"),
    "select moment, home, standard, day, verdict, green, rated, sources"
    " from latest_verdicts join own using (moment, home, standard)"
    " where case when verdict = 'Met' then green = 0 else green = rated end",
    lambda row: (
        f"The sources disagree: the independent visit of {british(row['day'])} found the standard"
        f" {row['verdict'].lower()}, but {_how_green(row)}."
    ),
)

A7 = Rule(
    "A7",
    AMBER,
    "The latest verdict on the standard of the council's own visits in 6 months is Partly met or Not met.",
    ("own_verdicts",),
    "from own_verdicts where verdict <> 'Met'",
    lambda row: f"{own_visits(row)} found the standard {row['verdict'].lower()}.",
)

A8 = Rule(
    "A8",
    AMBER,
    "A concern under the standard from a complaint or from a child or young person, more than 28 days old and of the"
    " last 6 months, after which no action under it was raised.",
    ("unfollowed",),
    "from unfollowed",
    lambda row: f"No action was raised after {counted(len(row['concerns']), 'concern')}: {concerns(row)}.",
)


def _how_green(row: dict) -> str:
    if row["rated"] == 1:
        return f"the one rated indicator of the home's return is {'green' if row['green'] else 'not green'}"
    given = f"{row['rated']} rated indicators of the home's return"
    return f"all {given} are green" if row["green"] else f"none of the {given} is green"


def _how_many(figures: list[dict]) -> str:
    colours = [each["rag"] for each in figures]
    said = [
        counted(colours.count(rag), f"indicator is {rag}", f"indicators are {rag}")
        for rag in ("red", "amber")
        if rag in colours
    ]
    return " and ".join(said)


AMBER_RULES = (A1, A2, A3, A4, A5, A6, A7, A8)
