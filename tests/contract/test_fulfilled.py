"""The program fulfils the contract's tables: commands, answers, problem codes and rules.

The tables of columns and of indicators are held against the program beside the tests of what declares them.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper

import pytest

from loaders.problems import CODES
from metrics.rag.rules import G1, HOME_RULES, OTHERWISE, RULES
from tests.contract.tables import table

COMMANDS = table("commands.csv")
ANSWERS = table("answers.csv")
CHECKED = ("loaders check", "loaders load")
WORDS = {"metrics benchmark": ["--council", "Darlington"]} | {
    f"metrics {name}": ["--as-at", "2026-10-31"] for name in ("indicators", "status", "signals", "themes")
}
"""What each command is given beside the database."""


def test_every_problem_code_and_no_other():
    assert table("problem_codes.csv") == [{"code": code, "severity": severity} for code, (severity, _) in CODES.items()]


def test_every_rule_and_no_other():
    declared = [("standard", rule) for rule in (*RULES, G1)] + [("home", rule) for rule in (*HOME_RULES, OTHERWISE)]
    assert table("rules.csv") == [
        {"rule": rule.id, "of": of, "colour": rule.colour, "sentence": rule.sentence} for of, rule in declared
    ]


@pytest.mark.parametrize("program", ["loaders", "metrics", "qa_data"])
def test_every_command_and_no_other(program, printed):
    there = re.findall(r"^ {4}([\w-]+)", printed(program, "--help"), re.MULTILINE)
    told = [row["command"].split()[1] for row in COMMANDS if row["command"].startswith(program)]
    assert sorted(there) == sorted(told)


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row["command"])
def test_what_a_command_takes(row, printed):
    usage = printed(row["command"], "--help").splitlines()[0].removeprefix(f"usage: python -m {row['command']}")
    assert set(re.findall(r"--[\w-]+", usage)) == set(row["options"].split())
    assert re.sub(r"\[-.*?\]|\s", "", usage) == row["takes"].replace("…", "[FILE...]")


@pytest.mark.parametrize("command", sorted({row["command"] for row in ANSWERS}))
def test_what_a_command_answers(command, answered, database, homes, monkeypatch):
    """Every key stands somewhere in the answer, and a key of few values has no other. Further keys are allowed."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"Two medicines were not signed for.\n")))
    given = [homes, "--db", homes.with_suffix(".duckdb")] if command in CHECKED else ["--db", database]
    found = list(said(answered(command, *WORDS.get(command, []), *given)))
    for row in (row for row in ANSWERS if row["command"] == command):
        values = {value for key, value in found if key == row["key"]}
        assert values, row["key"]
        assert not row["one_of"] or values <= set(row["one_of"].split("|")), row["key"]


def said(answer, key: str = "") -> Iterator[tuple[str, str]]:
    """Every key of an answer, with the keys that it stands under (cells.reasons.text), and each value that it has."""
    if isinstance(answer, list):
        for each in answer:
            yield from said(each, key)
    elif isinstance(answer, dict):
        for name, value in answer.items():
            yield from said(value, f"{key}.{name}".lstrip("."))
    else:
        yield key, str(answer)
