"""Every question's answer is of the type that it says: each key that a row has is named there, and nothing else."""

from collections.abc import Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from metrics.visits.shapes import VisitGap
from qa_data.scope import of_every_home
from tests.questions import answers, questions

ON = of_every_home(date(2026, 10, 31))

CHECKED = (str, int, float, bool, date, list, dict, tuple, NoneType)


def test_every_answer_is_of_the_type_that_its_question_says(sample):
    told = {f"{each.__module__}.{each.__name__}": get_type_hints(each)["return"] for each in questions()}
    wrong = {name: fault for name, answer in answers(sample, ON) if (fault := _fault(answer, told[name]))}
    assert wrong == {}


def _fault(value: Any, kind: Any) -> str | None:
    """What in the value is not of the kind; None where all of it is."""
    if is_typeddict(kind):
        return _fault_of_keys(value, kind)
    if get_origin(kind) is UnionType:
        faults = [_fault(value, each) for each in get_args(kind)]
        return None if None in faults else faults[0]
    base = get_origin(kind) or kind
    if base in CHECKED and not isinstance(value, (int, float) if base is float else base):
        return f"{value!r} is no {kind}"
    if base in (list, dict):
        parts = value if base is list else value.values()
        return next((fault for each in parts if (fault := _fault(each, get_args(kind)[-1]))), None)
    return None


def _fault_of_keys(value: Any, kind: Any) -> str | None:
    if not isinstance(value, Mapping):
        return f"{value!r} is no {kind.__name__}"
    if differing := (kind.__required_keys__ - set(value)) | (set(value) - set(kind.__annotations__)):
        return f"{kind.__name__}: {sorted(differing)}"
    hints = get_type_hints(kind)
    return next((f"{key}: {fault}" for key in value if (fault := _fault(value[key], hints[key]))), None)


def test_what_does_not_fit_is_found():
    gap = {"home": "Ash House", "longest": 31, "last": date(2026, 10, 1)}
    assert _fault([gap], list[VisitGap]) is None
    assert _fault([gap | {"more": 1}], list[VisitGap]) == "VisitGap: ['more']"
    assert _fault([gap | {"longest": None}], list[VisitGap]) == "longest: None is no <class 'int'>"
