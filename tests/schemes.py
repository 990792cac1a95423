"""A scheme of Ofsted's that gives no overall judgement, drawn for tests: none such is published for homes."""

from dataclasses import replace
from datetime import date, timedelta

from qa_data import judgements

BEGINS = date(2026, 4, 1)


def without_overall(monkeypatch, begins: date = BEGINS) -> None:
    """From that day on Ofsted judges in the words of today, but gives no overall judgement."""
    newest, *older = judgements.SCHEMES
    drawn = replace(newest, name="Drawn", begins=begins, gives=("protection", "leadership"))
    ended = replace(newest, ends=begins - timedelta(days=1))
    monkeypatch.setattr(judgements, "SCHEMES", (drawn, ended, *older))
