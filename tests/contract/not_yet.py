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
    (
        "Other headings that councils use match like the column's own.",
        (
            "headings.csv: homes",
            "headings.csv: visits",
            "headings.csv: findings",
            "headings.csv: inspections",
            "headings.csv: actions",
            "headings.csv: returns",
            "headings.csv: plan",
        ),
    ),
    (
        "A council's own heading is mapped once, by page or command, and used for every later file.",
        ("command loaders heading", "command loaders headings"),
    ),
    (
        "The exact heading wins, and a column that stands twice with different values is refused.",
        ("the exact heading", "problem code repeated-column"),
    ),
    ("A summary, list or look-up sheet is left alone and said.", ("problem code sheet-left-alone",)),
    (
        "A tracker of recommendations is actions; what it lacks is taken from what it has and said.",
        ("trackers", "problem code read-as"),
    ),
    ("A second table in a sheet is read, or refused at its first cell.", ("problem code second-table",)),
    (
        "A table lying on its side is read, or refused with what is lacking.",
        ("lying on its side", "problem code lies-on-its-side"),
    ),
    (
        "Rows prepared for filling in, totals, blank returns and months to come are no rows.",
        ("prepared rows", "totals", "problem code blank-return", "problem code future-month"),
    ),
    (
        "A value is read as what it is, refused with the answer suggested, or said.",
        (
            "ticks",
            "moments in London",
            "problem code percentage-not-count",
            "problem code dates-swapped",
            "problem code colours-not-read",
            "problem code several-in-a-cell",
        ),
    ),
    ("Word, PDF, zip and their like are told for what they are.", ("problem code not-a-spreadsheet",)),
    ("The contract's small files of councils' layouts are each loaded by a test.", ("cases: no test loads them",)),
)
