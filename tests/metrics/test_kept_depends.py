"""What is kept follows all that it depends on: the program's files, uploads, withdrawals and decisions."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns
from threading import Event, Thread

import pytest

from metrics.actions.repeats import REPEATS
from metrics.actions.tracker import PLACED
from metrics.clinic.decided import DECIDED
from metrics.clinic.lessons import put
from metrics.indicators.settings import change_setting
from metrics.kept import stands
from metrics.kept.kinds import Kept
from metrics.kept.laying import answered, lay
from metrics.months.values import MONTH_VALUES
from metrics.rag.cells import CELLS
from metrics.rag.status import status
from metrics.signals.answering import EXPLAINED, answer
from metrics.signals.latest import LATEST
from metrics.signals.monthly import FOUND
from metrics.signals.rebasing import rebase
from metrics.themes.mentions import CONCERN_COUNTS, TEXTS_READ, THEME_MENTIONS, THEME_VISITS
from metrics.themes.standing import THEME_MONTHS, THEME_RUNS
from metrics.warnings.clocks import CLOCKS
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from qa_data.uploads import restore, withdraw
from tests.filling import upload
from tests.questions import modules

ROOT = Path(__file__).parents[2]

AS_AT = of_every_home(date(2026, 10, 31))

MONTHS = [date(year, month, 1) for year in (2025, 2026) for month in range(1, 13) if (year, month) < (2026, 11)]


def rows(late: int = 6) -> dict[str, list[dict]]:
    """A home whose missing episodes rise, whose last visits name a repair, and where a recommendation comes back."""
    home = {"home": "Ash House"}
    asked = {"source": "Regulation 44 recommendation", "action": "Mend the fence", "status": "Open"}
    asked |= {"standards": ["QS06"], "decision": "Accepted"}
    visit = home | {"visit_type": "Regulation 44 visit"}
    decided = {"source": "Performance clinic", "source_date": date(2026, 9, late), "raised": date(2026, 9, late)}
    named = {"verdict_qs12": "Partly met", "concerns": f"Repair {late} is late."}
    return {
        "homes": [home | {"opened": date(2020, 1, 1), "service_type": "Residential care", "places": 3}],
        "returns": [
            home | {"month": month, "child_nights": 90, "missing_episodes": late if month > date(2026, 6, 1) else 1}
            for month in MONTHS
        ],
        "visits": [
            visit | {"visit_date": month.replace(day=late)} | (named if month > date(2026, 7, 1) else {})
            for month in MONTHS
        ],
        "actions": [
            home | asked | {"reference": f"A{late}{day.month}", "raised": day}
            for day in (date(2026, 3, late), date(2026, 8, late))
        ]
        + [home | asked | decided | {"reference": f"C{late}", "action": "Read every log"}],
    }


ASK = """
import json
from datetime import date
from metrics.months.answered import indicators
from metrics.signals.signals import signals
from metrics.themes.themes import themes
from qa_data.scope import of_every_home
from qa_data.store import open_store
store, scope = open_store("qa.duckdb"), of_every_home(date(2026, 10, 31))
print(json.dumps({
    "months": [each for each in indicators(store, scope)["values"] if each["indicator"] == "STD1"],
    "signals": [(each["indicator"], each["tier"]) for each in signals(store, scope)["signals"]],
    "themes": [(each["theme"], each["visits"]) for each in themes(store, scope)["themes"]],
}))
"""

EDITS = {
    "signals": ("metrics/signals/evidence/standing.py", "CHANCE = 1.0", "CHANCE = -99.0"),
    "themes": ("metrics/themes/taxonomy.toml", 'about = ["repair", ', "about = ["),
    "months": ("metrics/indicators/every_standard.sql", "(verdict = 'Met')", "(verdict in ('Met', 'Partly met'))"),
}
"""What is answered otherwise once that line of that file of the program is another."""


@pytest.fixture
def program(tmp_path) -> Path:
    """A copy of the program, with a store beside it."""
    for room in ("metrics", "qa_data"):
        copytree(ROOT / room, tmp_path / room, ignore=ignore_patterns("__pycache__"))
    store = open_store(str(tmp_path / "qa.duckdb"))
    upload(store, **rows())
    store.close()
    return tmp_path


def asked(program: Path) -> dict:
    """What a process of that copy answers."""
    told = subprocess.run([sys.executable, "-c", ASK], cwd=program, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def test_another_edition_of_the_program_answers_as_it_works(program):
    before = asked(program)
    assert asked(program) == before
    for changed, (name, old, new) in EDITS.items():
        path = program / name
        assert path.read_text(encoding="utf-8").count(old) == 1
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        after = asked(program)
        assert {part for part in after if after[part] != before[part]} == {changed}
        before = after


VARIANTS = {
    kind.name: (kind, variant)
    for kind, variant in (
        (MONTH_VALUES, "2026-11-01"),
        (LATEST, "2026-11-01"),
        (FOUND, "2026-11-01"),
        (REPEATS, ""),
        (TEXTS_READ, ""),
        (THEME_VISITS, ""),
        (CONCERN_COUNTS, ""),
        (THEME_MENTIONS, ""),
        (THEME_MONTHS, ""),
        (THEME_RUNS, "2026-11-01"),
        (CELLS, "2026-10-31"),
        (PLACED, "2026-10-31"),
        (DECIDED, ""),
        (CLOCKS, "2026-10-31"),
    )
}

EVERYTHING = set(VARIANTS)

EVERY = of_every_home()

JULY = date(2026, 7, 1)

CHANGES = {
    "an upload of the home": (lambda store: upload(store, **rows(late=9)), EVERYTHING - {"cells_rated"}),
    "a withdrawal": (lambda store: withdraw(store, EVERY, upload(store, **rows(late=8)), "Jo"), {"theme_texts_read"}),
    "a rebase": (
        lambda store: rebase(store, EVERY, "Jo", "Ash House", "QS12", "PRO1", date(2026, 8, 1), "Two children moved"),
        {"signals_latest", "concerns_found", "cells_rated"},
    ),
    "an answer to a concern": (
        lambda store: answer(store, EVERY, "Jo", "Ash House", "QS12", "PRO1", JULY, EXPLAINED, "The holidays", JULY),
        {"signals_latest", "concerns_found", "cells_rated"},
    ),
    "a setting": (lambda store: change_setting(store, EVERY, "Jo", "LAM1.target", 90.0, "Agreed"), set()),
    "a lesson": (
        lambda store: put(store, EVERY, "Jo", "Ash House", "theme", "premises", ["QS06"], "Mend it", date(2026, 10, 1)),
        set(),
    ),
}
"""What changes the store, and which kinds say something else after it."""


def test_every_kind_that_is_kept_is_looked_at():
    kinds = {each.name for module in modules() for each in vars(module).values() if isinstance(each, Kept)}
    assert kinds == EVERYTHING


def kept(store: Store) -> dict[str, list[str]]:
    """What is kept of each kind; those that need others are asked first, and bring those up to date themselves."""
    told = {}
    for name, (kind, variant) in reversed(VARIANTS.items()):
        with store.reading(AS_AT) as cursor:
            lay(store, cursor, kind, variant, whole_service=True)
            told[name] = sorted(map(repr, cursor.run(f"from {name}").fetchall()))
    return told


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_kept_is_what_a_store_that_keeps_nothing_says(change, monkeypatch):
    # What is kept of many homes is kept of this one.
    monkeypatch.setattr(stands, "MANY", 1)
    store = open_store(MEMORY)
    upload(store, **rows())
    before = kept(store)
    made, changed = CHANGES[change]
    made(store)
    after = kept(store)
    assert all(before.values()) and {name for name in after if after[name] != before[name]} == changed
    with store.writing(of_every_home()) as cursor:
        cursor.run("drop schema qa_kept cascade")
    assert kept(store) == after


def test_status_is_of_one_moment_whatever_is_written_beside_it():
    store = open_store(MEMORY)
    upload(store, **rows())
    second = upload(store, **rows(late=9))
    states = [told(store)]
    withdraw(store, EVERY, second, "Jo")
    states.append(told(store))
    assert states[0] != states[1]
    begun, done, flips = Event(), Event(), []
    writer = Thread(target=_flipping, args=(store, second, begun, done, flips))
    writer.start()
    for _ in range(6):
        begun.set()
        assert told(store) in states
    done.set()
    begun.set()
    writer.join()
    assert flips


def told(store: Store) -> list[dict]:
    """Every cell with its reasons and their rows."""
    return answered(status, store, AS_AT)["cells"]


def _flipping(store: Store, upload_id: str, begun: Event, done: Event, flips: list[str]) -> None:
    """Puts the upload back or takes it out again, once whenever a question has begun."""
    while begun.wait() and not done.is_set():
        begun.clear()
        (withdraw if len(flips) % 2 else restore)(store, EVERY, upload_id, "Jo")
        flips.append(upload_id)
