"""A draft of a home's review of quality of care (regulation 45): what is loaded of the time, standard by standard. What
the manager thinks of it is the manager's to write.
"""

from datetime import date

from loaders.references import given
from metrics.indicators.indicator import shown, told
from metrics.indicators.registry import indicator, titled
from metrics.readiness.changed import changed
from metrics.readiness.evidence import evidence
from metrics.readiness.spans import REVIEW
from metrics.readiness.undertaken import ASKED, asked, undertaken
from metrics.warnings.concerned import FLAG, WATCH
from metrics.warnings.warnings import warnings
from pages.packs.content import standing, table, told_in
from pages.packs.one_home import span_of, without
from pages.packs.pack import Bullets, Pack, Paragraph, Section, Table
from pages.packs.ready import gaps_of
from pages.parts import ask
from pages.parts.ready.said import counting, piece, quoted, referred
from qa_data.standards import STANDARDS, Standard
from qa_data.wording import british, counted, listed

TITLE = "Review of quality of care, draft"

QUOTED = {"for": "Good practice", "against": "Concern", "heard": "Child’s view"}

NOT_RECORDED = "Not recorded"


def review(day: date, home: str | None = None) -> Pack:
    """The draft of the six months to that day, or back to the last review where that is longer ago."""
    span = span_of(home, REVIEW)
    if span is None:
        return without(TITLE, day)
    facts = _facts(home)
    sections = (
        Section("What this draft is", _about(span)),
        Section("Whose opinions were asked (regulation 45(5))", _asked(home)),
        *(Section(f"{each.name} (regulation {each.regulation})", _standard(each, facts, span)) for each in STANDARDS),
        Section("What is missing", gaps_of(span, home, REVIEW)),
        Section("What you will do (regulation 45(3))", (you_write("the actions that you intend, and by when."),)),
    )
    return Pack(f"{TITLE}: {home}", standing(day), sections)


def you_write(what: str) -> Paragraph:
    """A place where the manager writes."""
    return Paragraph(f"You write: {what}")


def _facts(home: str) -> dict[str, list[dict]]:
    """What is asked once for all standards."""
    return {
        "changed": ask.answer(changed, homes=[home]),
        "evidence": [row for row in ask.answer(evidence, None, REVIEW, homes=[home]) if row["kind"] != "figure"],
        "undertaken": ask.answer(undertaken, homes=[home]),
        "moved": [each for told_of in ask.answer(warnings, homes=[home]) for each in told_of["reasons"]],
    }


def _about(span: dict) -> tuple:
    last = (
        f"The last review that is recorded is of {british(span['day'])}." if span["day"] else "No review is recorded."
    )
    return (
        Paragraph(f"From {british(span['begins'])} to {british(span['ends'])}. {last} {counting(span)}"),
        Paragraph(
            "Regulation 45 asks for a review at least once every six months, and for a written report of it with the"
            " actions that you intend, sent to Ofsted within 28 days of the review’s completion."
        ),
        Paragraph(
            "This draft holds what is loaded, with where it stands, and no opinion: that is yours. Where it says “You"
            " write”, write; then take out what you do not need."
        ),
        you_write("what life at the home was like for its children in this time, and how you know."),
    )


def _asked(home: str) -> tuple:
    rows = tuple(
        (
            ASKED[row["column"]],
            NOT_RECORDED if row["people"] is None else row["people"],
            _visits(row),
            listed(row["kinds"] or []),
            told_in(row["sources"]),
        )
        for row in ask.answer(asked, homes=[home])
    )
    return (
        Table("Opinions asked", ("Who", "Spoken to", "Visits that tell", "By", "Where it stands"), rows),
        Paragraph("Somebody who was spoken to at two visits counts twice. It is what visits wrote down, no survey."),
        you_write("whom this review itself asked, how, what they said, and what came of it."),
    )


def _visits(row: dict) -> str:
    """6 visits, of which 2 spoke to nobody."""
    if not row["visits"]:
        return "None"
    return counted(row["visits"], "visit") + (f", of which {row['nobody']} spoke to nobody" if row["nobody"] else "")


def _standard(of: Standard, facts: dict, span: dict) -> tuple:
    own = [row for row in facts["evidence"] if row["standard"] == of.code]
    findings = [row for row in own if row["kind"] == "finding"]
    done = [row for row in facts["undertaken"] if of.code in row["standards"]]
    moved = [each for each in facts["moved"] if (each["standard"], each["kind"] in (FLAG, WATCH)) == (of.code, True)]
    return (
        *_figures(of.code, facts["changed"], span),
        *_bullets("Moved beyond what chance explains: ", [each["text"] for each in moved]),
        *_bullets("", [piece(row) for row in own if row["kind"] not in ("finding", "action")]),
        *table(
            f"{of.code} findings",
            ("What", "In the words written", "By", "On", "Where it stands"),
            map(_finding, findings),
            "Nobody found anything under this standard in this time, as far as is loaded.",
        ),
        *table(
            f"{of.code} actions",
            ("Action", "Asked by", "Stands", "Evidence", "Impact on children", "Where it stands"),
            map(_action, done),
            "No action under this standard was completed in this time or is open.",
        ),
        you_write("what this tells of children’s experience, what worked, and what must get better."),
    )


def _bullets(lead: str, texts: list[str]) -> tuple:
    return (Bullets(tuple(f"{lead}{text}" for text in texts)),) if texts else ()


def _figures(code: str, rows: list[dict], span: dict) -> tuple:
    own = [row for row in rows if row["standard"] == code and (row["given"] or row["given_before"])]
    months = counted(span["months"], "month")
    return (
        *table(
            f"{code} figures",
            ("Figure", f"The {months} before", f"These {months}", "Change"),
            ((titled(row["indicator"], code), _value(row, "_before"), _value(row), _change(row)) for row in own),
            "No figure of this standard is loaded.",
        ),
        *((Paragraph("A difference between two counts is often chance."),) if own else ()),
    )


def _value(row: dict, when: str = "") -> str:
    numbers = [row[f"{name}{when}"] for name in ("numerator", "denominator", "month")]
    if not numbers[1]:
        return "No data"
    few = f"; {row[f'given{when}']} of {row['months']} months" if row[f"given{when}"] < row["months"] else ""
    return f"{told(indicator(row['indicator']), *numbers)}{few}"


def _change(row: dict) -> str:
    """Which way it went, without saying whether that is good; not where both are shown as the same."""
    if not row["denominator"] or not row["denominator_before"]:
        return "Cannot be told"
    now = row["numerator"] * row["denominator_before"]
    before = row["numerator_before"] * row["denominator"]
    if now == before:
        return "The same"
    of = indicator(row["indicator"])
    if shown(of, row["numerator"], row["denominator"]) == shown(of, row["numerator_before"], row["denominator_before"]):
        return "About the same"
    return "Higher" if now > before else "Lower"


def _finding(row: dict) -> tuple:
    told_by = f"{referred(row)}{row['told_by']}"
    return QUOTED[row["side"]], quoted(row["said"]), told_by, row["day"], told_in(row["sources"])


def _action(row: dict) -> tuple:
    due = f"due {british(row['due'])}" if row["due"] else "no due date"
    stands_so = f"Completed {british(row['completed'])}" if not row["live"] else f"Open, {due}"
    return (
        f"{given(row['reference']) or ''} {row['action']}".strip(),
        row["came_from"],
        f"{stands_so}, overdue" if row["late"] else stands_so,
        row["evidence"] or NOT_RECORDED,
        row["impact"] or NOT_RECORDED,
        told_in([row["source"]]),
    )
