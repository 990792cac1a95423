"""How pages ask: one store a process and path, answers kept until the store changes."""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

import streamlit as st

from metrics.backtest import backtest
from metrics.benchmark import benchmark
from metrics.clinic import agenda, decided
from metrics.evidence.actions import actions
from metrics.evidence.clocks import clocks
from metrics.evidence.figures import home_figures, home_months, standard_figures
from metrics.evidence.findings import childrens_voice, findings
from metrics.evidence.homes import home_facts
from metrics.evidence.inspected import asked_by_ofsted, judgements, other_inspections
from metrics.evidence.judgements import judgement_history
from metrics.evidence.national import beside_england
from metrics.evidence.visiting import looked_at, unreached, unseen_by_visits, visit_gaps, visit_months, visit_sums
from metrics.evidence.visits import visits
from metrics.evidence.voice import said, voices
from metrics.evidence.owed import owed
from metrics.evidence.plans import plan_gaps, plan_lines, plan_progress
from metrics.evidence.search import search
from metrics.evidence.service import service_figures
from metrics.evidence.strengths import strengths, strengths_by_home
from metrics.evidence.tracker import action_ages, action_counts, actions_by_home, tracked
from metrics.lessons import candidates, lessons
from metrics.repeats import repeats
from metrics.settings import in_force, settings_history
from metrics.signals.charts import charts
from metrics.signals.moving import moving
from metrics.signals.rebasing import rebases
from metrics.status import cells, status
from metrics.themes.linked import theme_actions
from metrics.themes.sources import theme_findings
from metrics.themes.strengths import theme_strengths
from metrics.themes.themes import theme_counts
from metrics.warnings import warnings
from pages.parts import address
from qa_data.asking import Asking, as_utc
from qa_data.settled import settled_rows, settlements
from qa_data.store import Store, database_path, open_store
from qa_data.uploads import last_change, uploads, withdrawals

QUESTIONS = {question.__name__: question for question in (
    status, cells, home_facts, home_figures, home_months, judgement_history, findings, childrens_voice, visits, actions, uploads,
    in_force, settings_history, action_counts, action_ages, actions_by_home, tracked,
    plan_lines, plan_gaps, plan_progress, strengths, strengths_by_home, standard_figures, agenda, decided,
    judgements, other_inspections, asked_by_ofsted, beside_england, benchmark, theme_counts, theme_findings, theme_strengths, theme_actions,
    warnings, clocks, backtest, repeats, moving, charts, rebases, lessons, candidates,
    visit_sums, visit_months, visit_gaps, looked_at, unreached, unseen_by_visits, voices, said, service_figures, search, owed,
    settlements, settled_rows, withdrawals)}


@st.cache_resource(show_spinner=False)
def _opened(path: str) -> Store:
    return open_store(path)


def store() -> Store:
    """The store that QA_DATABASE names. StoreUnavailable when it cannot be opened."""
    return _opened(database_path())


ELSEWHERE: ContextVar[Asking | None] = ContextVar("elsewhere", default=None)
"""What is asked of where no page is being drawn: a pack is made when its button is pressed, on a thread that knows no address."""


@contextmanager
def of(asked: Asking):
    """All that is asked within is asked of that, whatever the address says."""
    token = ELSEWHERE.set(asked)
    try:
        yield
    finally:
        ELSEWHERE.reset(token)


def asking() -> Asking:
    """What this page is asked of: the day in the address, and the day by which it was known."""
    known = address.known_by()
    return ELSEWHERE.get() or Asking(address.as_at(), as_utc(known.isoformat()) if known else None)


def answer(question: str, *words, homes: list[str] | None = None):
    """The answer of that question of `metrics` or `qa_data` as the store stands, for these homes or for all that may be seen."""
    asked = asking() if homes is None else replace(asking(), homes=frozenset(homes))
    return _answer(question, words, asked, database_path(), last_change(store(), Asking()))


@st.cache_data(show_spinner="Working out the figures…", max_entries=500)
def _answer(question: str, words: tuple, asked: Asking, path: str, change):
    return QUESTIONS[question](_opened(path), asked, *words)
