"""The one list of what the contract beside the project asks for and this version does not fulfil yet.

Whoever fulfils one takes its names out of here; a test fails until that is done, and another where a name is lacking.
"""

NOT_YET = (
    (
        "Concerns are raised and cleared by evidence against a threshold of the home's own: Watch and Flag.",
        (
            "A4 by Flag",
            "metrics signals: tier",
            "metrics signals: direction",
            "metrics signals: since",
            "metrics signals: began",
            "metrics signals: evidence",
            "metrics signals: threshold",
            "metrics signals: new_a_month_by_chance",
            "metrics signals: watch",
            "function metrics.signals.stands",
        ),
    ),
    (
        "A home that worsens a little in many things has a signal as a whole, which makes it amber.",
        (
            "the home as a whole",
            "metrics signals: homes",
            "metrics signals: stands",
            "metrics signals: indicators",
            "metrics signals: standards",
            "function metrics.signals.homes_stand",
        ),
    ),
)
