"""The bench still measures: every part of it runs, on next to nothing."""

from tests.bench.__main__ import evidence_bench, figures, moving, one_more


def test_what_is_measured_of_homes_runs(tmp_path, capsys):
    path = figures(tmp_path, 2, "")
    moving(path, 2)
    one_more(path)
    evidence_bench()
    assert len(capsys.readouterr().out.splitlines()) == 10
