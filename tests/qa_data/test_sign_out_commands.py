"""python -m qa_data sign-out ends access at once."""

import json
import subprocess
import sys

import pytest

from qa_data.audit import entries
from qa_data.sign_ins import SignIns, hashed


@pytest.fixture
def record(tmp_path):
    record = SignIns(str(tmp_path / "qa.duckdb"))
    for key, who in (("a", "ada"), ("b", "ada"), ("c", "ben")):
        record.begin(key, f"https://a.example {who}")
    return record


def ran(folder, *words: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "qa_data", "sign-out", "--db", str(folder / "qa.duckdb"), *words]
    return subprocess.run(command, capture_output=True, text=True)


def test_somebodys(record, tmp_path):
    assert ran(tmp_path, "--person", "ada").stdout == "Ended: 2 sign-ins.\n"
    assert (record.person("a"), record.person("c")) == (None, hashed("https://a.example ben"))


def test_everybodys(record, tmp_path):
    assert json.loads(ran(tmp_path, "--everyone", "--json").stdout) == {"ended": 3}


def test_nobodys(record, tmp_path):
    assert "docs/sign-in.md" in ran(tmp_path, "--person", "zoe").stdout


@pytest.mark.parametrize("words", [[], ["--person", "ada", "--everyone"]])
def test_whose_must_be_said(record, tmp_path, words):
    assert ran(tmp_path, *words).returncode == 2


def test_where_nobody_ever_signed_in(tmp_path):
    answer = ran(tmp_path, "--everyone")
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)


def test_on_a_server(address):
    SignIns(address).begin("k", "https://a.example ada")
    command = [sys.executable, "-m", "qa_data", "sign-out", "--db", address, "--person", "ada"]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "Ended: 1 sign-in.\n"
    assert [entry["about"]["sign_ins"] for entry in entries(address)] == [1]
