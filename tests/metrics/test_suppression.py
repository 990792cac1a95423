"""Nobody can work out a small number from what is shown: every small table is attacked."""

from collections import defaultdict
from itertools import product

import pytest

from metrics.suppression import share_shown, suppressed


@pytest.mark.parametrize("parts", [2, 3])
def test_what_is_hidden_could_be_more_than_one_number(parts):
    """All tables that look the same: in none of their hidden cells do they agree."""
    alike = defaultdict(list)
    for table in product(range(12), repeat=parts):
        shown, total = suppressed(list(table))
        alike[tuple(shown), total].append(table)
    for (shown, _), tables in alike.items():
        assert all(len({table[place] for table in tables}) > 1 for place, part in enumerate(shown) if part is None)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ([5, 10], ([5, 10], 15)),
        ([0, 10], ([0, 10], 10)),
        ([3, 20], ([None, None], 23)),
        ([3, 20, 8], ([None, 20, None], None)),
        ([3, 0], ([None, 0], None)),
        ([2, 1], ([None, None], None)),
    ],
)
def test_small_parts_and_what_would_give_them_away(parts, shown):
    assert suppressed(parts) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (50, 60, (50, 60)),
        (3, 60, (None, 60)),
        (58, 60, (None, 60)),
        (0, 60, (0, 60)),
        (60, 60, (60, 60)),
        (2, 3, (None, None)),
        (0, 3, (0, None)),
    ],
)
def test_a_share(part, whole, shown):
    assert share_shown(part, whole) == shown
