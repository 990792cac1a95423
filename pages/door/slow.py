"""Which questions are slow."""

import os

from qa_data.environment import SLOW_MS

UNLESS_TOLD = 1000
"""Milliseconds."""


def is_quick(event: str, about: dict[str, str | int]) -> bool:
    """Whether it is a question that was answered sooner than QA_SLOW_MS says."""
    told = os.environ.get(SLOW_MS, "")
    return event == "question" and int(about["ms"]) < (int(told) if told.isdecimal() else UNLESS_TOLD)
