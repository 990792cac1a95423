"""Enjoyment and achievement (regulation 9)."""

from metrics.indicators.indicator import HIGHER, LOCAL, LOWER, Proportion, under

ENJOYMENT_AND_ACHIEVEMENT = under(
    "QS09",
    Proportion(
        id="ENJ1",
        title="Weeks with a chosen activity",
        why="Doing something that they chose themselves is how children find out what they are good at.",
        numerator="returns.activity_weeks_met",
        denominator="returns.activity_weeks",
        better=HIGHER,
        basis=LOCAL,
        target=90,
        floor=75,
    ),
    Proportion(
        id="ENJ3",
        title="Activities cancelled for staffing",
        why=(
            "An activity cancelled because too few adults were there is a promise broken for a reason that children"
            " cannot help."
        ),
        numerator="returns.activities_cancelled",
        denominator="returns.activities_planned",
        better=LOWER,
        basis=LOCAL,
        target=5,
        floor=15,
    ),
)
