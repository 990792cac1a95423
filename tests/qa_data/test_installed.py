"""A Python without the packages: one sentence, and what makes them."""

import subprocess
import sys

import pytest

from qa_data.installed import packages_needed
from tests.serving import ROOT

WITHOUT = [sys.executable, "-S"]
"""This Python, without what is installed for it."""


@pytest.mark.parametrize("words", [("-m", "loaders"), ("-m", "metrics"), ("-m", "qa_data"), ("dashboard.py",)])
def test_every_beginning_says_in_a_sentence_what_is_not_installed(words):
    ended = subprocess.run([*WITHOUT, *words, "status"], cwd=ROOT, capture_output=True, check=False, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1), ended.stderr
    assert "duckdb, " in ended.stderr and "`make run` once" in ended.stderr


def test_what_else_is_missing_is_a_fault_and_not_hidden():
    with pytest.raises(ModuleNotFoundError), packages_needed():
        import no_such_room  # noqa: F401
