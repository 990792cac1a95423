"""Ofsted's rules for its judgements (SCCIF, section 4), and what the scheme of an inspection's day gives."""

from loaders.rows import Rows
from loaders.values.fault import Fault
from qa_data.dictionary.inspections import FULL
from qa_data.judgements import COLUMNS, JUDGED, Scheme, judgement, scheme_on

TITLES = {column: title for title, column in JUDGED}
LIMITING = Fault(
    "limiting-judgement",
    "Helped and protected is Inadequate, so the overall judgement must be Inadequate too. "
    "Check both against Ofsted's report.",
    "Inadequate",
)


def judgements(rows: Rows) -> None:
    """Notes judgement-not-graded, limiting-judgement, leaders-judgement, and words that are not of the scheme of the
    day (unknown-choice).
    """
    if rows.dataset.name != "inspections":
        return
    _graded(rows)
    _of_their_scheme(rows)
    for row, overall, protection in rows.having("overall", "protection"):
        if protection == "Inadequate" != overall and rows.sound(row, *COLUMNS[:2]):
            rows.note_between(row, COLUMNS[:2], LIMITING)
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
    for name in COLUMNS:
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


def _of_their_scheme(rows: Rows) -> None:
    for name in COLUMNS:
        for row, day, word in rows.having("inspection_date", name):
            fault = _unlike(scheme_on(day), name, word)
            if fault and rows.sound(row, "inspection_date", name):
                rows.note_between(row, (name,), fault)


def _unlike(scheme: Scheme, name: str, word: str) -> Fault | None:
    """What is wrong with a word for an inspection under the scheme; nothing where it is one of its own."""
    if name not in scheme.gives:
        return Fault(
            "judgement-not-graded",
            f"Ofsted gives no judgement on {TITLES[name]} {scheme.when}. Take {word} out, or correct the date.",
        )
    if scheme.has(word):
        return None
    instead = next((each.word for each in scheme.words if each.word == judgement(word).counted_as), None)
    example = instead or scheme.words[0].word
    return Fault(
        "unknown-choice",
        f"Ofsted has not used {word} {scheme.when}. Enter the word of the report, for example {example}.",
        instead,
    )
