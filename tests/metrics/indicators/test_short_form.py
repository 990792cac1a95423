"""The forms ask for what the indicators need: counted out anew from the indicators themselves."""

import re
from collections import Counter

import pytest

from metrics.indicators.indicator import CONTEXT, LEGAL, LOCAL, Rate
from metrics.indicators.registry import INDICATORS
from qa_data.dictionary import dataset
from qa_data.dictionary.groups import RETURNS
from qa_data.dictionary.short_form import MOST, short_form

COUNTED = [each for each in INDICATORS if each.in_return and each.counting is None]


def figures(indicator) -> set[str]:
    """The figures of a return that it is counted from."""
    nights = {"child_nights"} if isinstance(indicator, Rate) else set()
    return nights | set(re.findall(r"returns\.(\w+)", f"{indicator.numerator} {indicator.denominator}"))


def worth_most(service: str) -> set[str]:
    """The figures of the form when it takes, one after the other, the indicator that needs the fewest more."""
    left = [each for each in COUNTED if each.not_for != service]
    taken: set[str] = set()
    standards: Counter = Counter()
    while left:
        best = min(left, key=lambda each: (len(figures(each) - taken), *_order(each, standards)))
        if len(taken | figures(best)) > MOST:
            return taken
        taken |= figures(best)
        standards[best.standard] += 1
        left.remove(best)
    return taken


def _order(indicator, standards: Counter) -> tuple[int, int]:
    return (LEGAL, LOCAL, CONTEXT).index(indicator.basis), standards[indicator.standard]


@pytest.mark.parametrize("service", dataset("homes").column("service_type").choices)
def test_the_short_form_asks_for_the_figures_that_bring_the_most_indicators(service):
    assert set(short_form(service)) == worth_most(service)


@pytest.mark.parametrize("service", dataset("homes").column("service_type").choices)
def test_no_figure_of_it_is_asked_for_nothing(service):
    asked = set(short_form(service))
    brought = [figures(each) for each in COUNTED if figures(each) <= asked and each.not_for != service]
    assert len(brought) == 14 and set().union(*brought) == asked


@pytest.mark.parametrize("each", COUNTED, ids=lambda each: each.id)
def test_a_figure_stands_in_a_group_of_its_indicators_standard_and_service_types(each):
    [told] = {(group.standard, group.not_for) for group in RETURNS if each.numerator.split(".")[1] in group.columns}
    assert told == (each.standard, each.not_for)
