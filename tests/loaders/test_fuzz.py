"""A short run of `make fuzz`: broken workbooks get named problems and nothing else."""

from tests.fuzz.running import run


def test_whatever_comes_is_taken_or_refused_by_name():
    outcomes, broken = run(40, seed=7)
    assert broken == [] and sum(outcomes.values()) == 40 and len(outcomes) > 3
