"""What leaves a standard without a rating when nothing makes it red or amber."""

from metrics.rag.rule import FEW_FIGURES, GREEN, GREY, NO_EVIDENCE, Rule
from metrics.rag.wording import against
from qa_data.wording import british, counted

N1 = Rule(
    "N1",
    GREY,
    "No Regulation 44 verdict on the standard, full inspection, or finding under it from Ofsted or a Regulation 44"
    " visit falls in 3 months.",
    ("evidence",),
    "select moment, home, standard, [] as sources from evidence where independent_on is null",
    lambda row: (
        f"{NO_EVIDENCE.capitalize()}: no independent verdict, full inspection or independent finding in 3 months."
    ),
)

N2 = Rule(
    "N2",
    GREY,
    "Fewer than half of the standard's indicators have a month value in the last 3 complete months.",
    ("evidence", "coverage"),
    """select moment, home, standard, coalesce(known, 0) as known, coalesce(of_all, 0) as of_all, [] as sources
       from evidence left join coverage using (moment, home, standard)
       where coalesce(known, 0) * 2 < coalesce(of_all, 0)""",
    lambda row: (
        f"{FEW_FIGURES.capitalize()}: {row['known']} of {counted(row['of_all'], 'indicator')}"
        f" {'has' if row['known'] == 1 else 'have'} a value in the last 3 complete months."
    ),
)

G1 = Rule(
    "G1",
    GREEN,
    "No rule calls for red, amber or grey.",
    ("evidence", "unanswered"),
    "select moment, home, standard, independent_on, words, coalesce(sources, []) as sources"
    " from evidence left join unanswered using (moment, home, standard)",
    lambda row: _spoken_against(row) if row["words"] else _nothing_calls(row),
)


def _nothing_calls(row: dict) -> str:
    return f"Nothing calls for red or amber, and there is independent evidence of {british(row['independent_on'])}."


def _spoken_against(row: dict) -> str:
    """What no rule asks about must not be passed over in words that soothe."""
    return f"No rule calls for red or amber; but {against(row)}"


GREY_RULES = (N1, N2)

UNRATED = {N1.id: NO_EVIDENCE, N2.id: FEW_FIGURES}
"""What a standard lacks by which rule; where both hold the first is said first."""
