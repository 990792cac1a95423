"""What is found and what chance raises: the table in the documents is what the code gives now, and it is good
enough.
"""

from pathlib import Path

import pytest

from tests.metrics.themes.simulating import WORLDS, simulated, table

DOCUMENT = Path(__file__).parents[3] / "docs" / "emerging-themes.md"


def test_the_document_tells_it():
    assert table() in DOCUMENT.read_text(encoding="utf-8")


def test_a_steady_service_is_nearly_silent():
    _, _, service, homes = simulated(WORLDS[0])
    assert service <= 0.15 and homes <= 0.25


@pytest.mark.parametrize(
    ("world", "least"),
    [(WORLDS[4], 0.95), (WORLDS[5], 0.9), (WORLDS[7], 0.9)],
    ids=lambda each: getattr(each, "said", None),
)
def test_a_rise_is_found(world, least):
    assert simulated(world)[1] >= least
