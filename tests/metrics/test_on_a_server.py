"""Of councils drawn at random: what is answered of a store on a PostgreSQL server is what is answered of its file."""

import os
from datetime import UTC, date, datetime
from random import Random

import pytest

from metrics.actions.repeats import repeats
from metrics.rag.status import cells, status
from metrics.signals.signals import signals
from metrics.themes.themes import themes
from metrics.warnings.warnings import warnings
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.commands import command
from tests.filling import upload
from tests.metrics.asking import month_values
from tests.metrics.drawing import draw_council

LOADED, KNOWN = (datetime(2025, 4, day, tzinfo=UTC) for day in (1, 2))

SCOPE = of_every_home(date(2025, 3, 31), KNOWN)

COUNCILS = 30 if os.environ.get("SCALE") else 2

EXACT = (month_values, status, cells, signals, warnings, themes)


@pytest.fixture(params=range(COUNCILS))
def both(request, tmp_path, address):
    """A council's store in a file, and the same on a server."""
    path = str(tmp_path / "qa.duckdb")
    on_file = open_store(path)
    upload(on_file, LOADED, **draw_council(Random(request.param)))
    on_file.close()
    assert command("qa_data", "copy", path, address)[::2] == (0, "")
    stores = open_store(path), open_store(address)
    yield stores
    for store in stores:
        store.close()


def test_every_figure_and_what_follows_from_it_is_the_same(both):
    for question in EXACT:
        on_file, on_server = (question(store, SCOPE) for store in both)
        assert on_file == on_server and on_file, question.__name__
    found = [repeats(store, SCOPE) for store in both]
    alike = [[row.pop("similarity") for row in told] for told in found]
    assert found[0] == found[1] and alike[0] == pytest.approx(alike[1], rel=0, abs=1e-9)
    assert found[0]
