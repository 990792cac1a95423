"""The pack for an inspection of one home: what it can show, with its rows, and what is missing. It judges nothing."""

from datetime import date

from metrics.actions.repeats import repeats
from metrics.actions.tracker import tracked
from metrics.inspections.inspected import judgement_history
from metrics.rag.voices import CALLED
from metrics.readiness.annex import ALSO, ANNEX_A, LIVING, annex, living
from metrics.readiness.evidence import UNDER, evidence
from metrics.readiness.gaps import gaps
from metrics.readiness.spans import INSPECTION
from metrics.warnings.clocks import RUNNING, clocks
from metrics.warnings.wording import clock_said
from pages.packs.content import standards_of, standing, table, told_in
from pages.packs.one_home import span_of, without
from pages.packs.pack import Bullets, Pack, Paragraph, Section, Table
from pages.parts import ask
from pages.parts.ready.asked import again, cited, due
from pages.parts.ready.form import ASKED_BY
from pages.parts.ready.said import counting, figure, header, missing, piece, since, summed
from pages.parts.ready.shown import NOTHING, SIDES, ofsted_said
from qa_data.judgements import JUDGED
from qa_data.standards import standard

MOST = 6
"""So many pieces of evidence of a side of a standard are in the pack; the page has all."""


def ready(day: date, home: str | None = None) -> Pack:
    """What the home can show an inspector since its last full inspection."""
    span = span_of(home, INSPECTION)
    if span is None:
        return without("Ready for inspection", day)
    evidenced = ask.answer(evidence, homes=[home])
    history = ask.answer(judgement_history, home)
    sections = (
        Section("What Ofsted asks at a full inspection (Annex A)", _form(span, home)),
        Section("What is missing", gaps_of(span, home, INSPECTION)),
        Section("What is asked and not done", _asked(home)),
        *(Section(f"Evidence: {title}", _judgement(which, history, evidenced)) for title, which in JUDGED),
    )
    return Pack(f"Ready for inspection: {home}", standing(day), sections)


def _form(span: dict, home: str) -> tuple:
    counts = {each["column"]: each for each in ask.answer(annex, homes=[home])}
    lived = next(iter(ask.answer(living, homes=[home])), None)
    items = tuple(
        (
            each.number,
            each.asks,
            figure(each, counts.get(each.column), lived),
            each.add,
            _behind([lived] if each.number == LIVING and lived else counts.get(each.column, {}).get("rows", [])),
        )
        for each in ANNEX_A
    )
    also = tuple((header(name), summed(counts[name]), _behind(counts[name]["rows"])) for name in ALSO)
    return (
        Paragraph("This lists what is loaded. It judges nothing: you do."),
        Paragraph(f"{since(span)} {counting(span)} {ASKED_BY}"),
        Table("Annex A", ("No.", "Asked", "The figures", "You must add or check", "Where it stands"), items),
        Paragraph("What else the returns of this time count:"),
        Table("Also counted", ("Counted", "The figures", "Where it stands"), also),
    )


def _behind(rows: list[dict]) -> str:
    return told_in([row["source"] for row in rows])


def gaps_of(span: dict, home: str, of: str) -> tuple:
    """What is missing of the span, and the dates that were missed or come soon."""
    [missed] = ask.answer(gaps, None, of, homes=[home])
    near = [clock_said(each) for each in ask.answer(clocks, homes=[home]) if each["state"] != RUNNING]
    told = (*missing(span, missed), *near)
    return (Bullets(told) if told else Paragraph("Nothing, as far as the uploads tell."),)


def _asked(home: str) -> tuple:
    heads = ("Standard", "What is asked", "Due", "Asked by", "Where it stands")
    again_heads = ("Asked for again", "Where it stands")
    return (
        Paragraph("Requirements of Ofsted, cited by regulation:"),
        *table("Requirements", heads, _open(home, "requirement"), "No requirement of Ofsted’s is known to be open."),
        Paragraph("Recommendations of Ofsted and of independent visitors:"),
        *table("Recommendations", heads, _open(home, "recommendation"), "No recommendation is known to be open."),
        Paragraph("Asked for again within 12 months:"),
        *table("Asked for again", again_heads, _again(home), "Nothing is known to have been asked for again."),
    )


def _open(home: str, kind: str) -> tuple:
    return tuple(
        (standards_of(row), row["action"], due(row), cited(row), told_in([row["source"]]))
        for row in ask.answer(tracked, home, None, kind)
    )


def _again(home: str) -> tuple:
    return tuple(
        (again(pair), told_in([pair["first"]["source"], pair["later"]["source"]]))
        for pair in ask.answer(repeats, homes=[home])
    )


def _judgement(which: str, history: list[dict], rows: list[dict]) -> tuple:
    said = ofsted_said(history[-1] if history else None, which)
    told = tuple(line for code in UNDER[which] for line in _standard(code, rows))
    return Paragraph(said), Table(
        f"Evidence, {CALLED[which]}", ("Standard", "Side", "Evidence", "Where it stands"), told
    )


def _standard(code: str, rows: list[dict]) -> tuple:
    lines = []
    for side, title in SIDES.items():
        found = [row for row in rows if (row["standard"], row["side"]) == (code, side)]
        lines += [(standard(code).short, title, piece(row), told_in(row["sources"])) for row in found[:MOST]]
        if len(found) > MOST:
            lines.append((standard(code).short, title, f"and {len(found) - MOST} more, on the page", ""))
        if not found and side in NOTHING:
            lines.append((standard(code).short, title, NOTHING[side], ""))
    return tuple(lines)
