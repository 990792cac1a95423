"""Ofsted's rules for its judgements (SCCIF, section 4), and the days on which its words were in use."""

from loaders.rows import Rows
from loaders.values.fault import Fault
from qa_data.dictionary.inspections import FULL
from qa_data.judgements import SCCIF_FROM, judgement
from qa_data.wording import british

JUDGED = ("overall", "protection", "leadership")
LIMITING = Fault(
    "limiting-judgement",
    "Helped and protected is Inadequate, so the overall judgement must be Inadequate too. "
    "Check both against Ofsted's report.",
    "Inadequate",
)


def judgements(rows: Rows) -> None:
    """Notes judgement-not-graded, limiting-judgement, leaders-judgement, and words that were no longer in use
    (unknown-choice).
    """
    if rows.dataset.name != "inspections":
        return
    _graded(rows)
    _words_of_their_time(rows)
    for row, overall, protection in rows.having("overall", "protection"):
        if protection == "Inadequate" != overall and rows.sound(row, *JUDGED[:2]):
            rows.note_between(row, JUDGED[:2], LIMITING)
    for row, overall, leadership in rows.having("overall", "leadership"):
        if (
            leadership == "Inadequate"
            and overall in ("Good", "Outstanding")
            and rows.sound(row, "overall", "leadership")
        ):
            rows.note_between(
                row,
                ("overall", "leadership"),
                Fault(
                    "leaders-judgement",
                    f"Leaders and managers is Inadequate, yet the overall judgement is {overall}. "
                    "Check both against Ofsted's report.",
                ),
            )


def _graded(rows: Rows) -> None:
    for name in JUDGED:
        for row, kind, word in rows.having("inspection_type", name):
            if kind != FULL:
                rows.note_between(
                    row,
                    (name,),
                    Fault(
                        "judgement-not-graded",
                        f"Ofsted grades full inspections only; this is {_a(kind)} inspection. "
                        f"Take {word} out, or correct the inspection type.",
                    ),
                )


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "AI" else f"a {kind}"


def _words_of_their_time(rows: Rows) -> None:
    for name in JUDGED:
        for row, day, word in rows.having("inspection_date", name):
            last = judgement(word).valid_to
            if last and day > last and rows.sound(row, "inspection_date", name):
                rows.note_between(
                    row,
                    (name,),
                    Fault(
                        "unknown-choice",
                        f"Ofsted has not used {word} since {british(SCCIF_FROM)}. Enter the word of the "
                        "report, for example Requires improvement to be good.",
                        "Requires improvement to be good",
                    ),
                )
