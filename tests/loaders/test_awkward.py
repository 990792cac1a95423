"""Awkward files: loaded right or refused with their own code and sentence."""

import pytest

from loaders.loading import load
from qa_data.scope import of_every_home
from tests.documents import FILES, gets
from tests.loaders.awkward import AWKWARD, LOADED, with_two_homes


@pytest.mark.parametrize("awkward", AWKWARD, ids=lambda each: each.what)
def test_gets_what_the_table_says(tmp_path, awkward):
    store = with_two_homes()
    path = tmp_path / awkward.name
    path.write_bytes(awkward.made())
    answer = load(store, of_every_home(), path, "Jo")
    errors = {problem["code"] for problem in answer["problems"] if problem["severity"] == "error"}
    assert errors == (set() if awkward.gets == LOADED else {awkward.gets}) and answer["accepted"] == (
        awkward.gets == LOADED
    )
    stored = store.rows(
        of_every_home(), "select home, visit_date, concerns, children_spoken_to from visits order by visit_date"
    )
    if awkward.gets != LOADED:
        assert stored == []
    elif awkward.holds:
        assert (
            stored[0]["home"],
            str(stored[0]["visit_date"]),
            stored[0]["concerns"],
            stored[0]["children_spoken_to"],
        ) == ("Ash House", "2026-10-14", awkward.holds, 2)
    assert all(". " in problem["message"] for problem in answer["problems"] if problem["severity"] == "error")
    assert gets(awkward, answer["problems"]) in FILES.read_text().splitlines(), "Run python -m tests.documents"
