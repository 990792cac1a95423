"""The bench still measures: every part of it runs, on next to nothing."""

from tests.bench.__main__ import evidence_bench, figures
from tests.bench.england import TIMES, costs, exponents, questions


def test_what_is_measured_of_homes_runs(tmp_path, capsys):
    figures(tmp_path, 2, "")
    evidence_bench()
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_every_question_about_many_homes_is_measured_at_every_time(tmp_path):
    measured = [(each["question"], each["when"]) for each in costs(2, str(tmp_path / "two.duckdb"))]
    assert measured == [(question, when) for when in TIMES for question in questions()]


def test_what_grows_with_the_homes_and_with_their_square():
    assert exponents({1_000: 2.0, 2_000: 4.0, 4_000: 16.0}) == "1.00 and 2.00"
