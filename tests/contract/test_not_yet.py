"""Every difference from the contract beside the project is named in the list, and nothing that is done."""

import pytest

from tests.contract.differing import differences
from tests.contract.not_yet import NOT_YET
from tests.contract.tables import BESIDE

NAMED = [name for _, names in NOT_YET for name in names]


@pytest.fixture(scope="module")
def standing() -> set[str]:
    if not BESIDE.exists():
        pytest.skip(f"the whole contract is not in {BESIDE}")
    return differences()


def test_every_difference_is_named(standing):
    assert sorted(standing - set(NAMED)) == []


def test_nothing_that_is_done_is_named(standing):
    assert sorted(set(NAMED) - standing) == []


def test_each_is_named_once_in_a_sentence():
    assert len(NAMED) == len(set(NAMED))
    assert all(sentence.endswith(".") and names for sentence, names in NOT_YET)
