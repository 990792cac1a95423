"""What makes a home worse as a whole: its indicators, the verdicts of its visits and their themes, by standard."""

from htpy import Element, details, li, strong, summary, ul

from metrics.indicators.registry import titled
from metrics.signals.grid import THEMES, VERDICT
from qa_data.standards import CODES, standard

EVERY = "Every standard"
"""Under which the themes stand: they are of a visit, not of a standard."""


def parts(whole: dict) -> dict[str, list[str]]:
    """What makes it up (as in `metrics.signals.as_whole`), in words, by the name of the standard."""
    found: dict[str, list[str]] = {}
    for each in sorted(whole["made_of"], key=lambda each: [*CODES, ""].index(each["standard"])):
        name = standard(each["standard"]).name if each["standard"] else EVERY
        found.setdefault(name, []).append(_titled(each))
    return found


def _titled(part: dict) -> str:
    if part["indicator"] == VERDICT:
        return "the verdicts of independent visits"
    if part["indicator"] == THEMES:
        return "how many themes of concern its visits raise"
    return titled(part["indicator"], part["standard"])


def made_of(whole: dict) -> Element:
    """The same in HTML, folded; how many they are the sentence before says."""
    return details[
        summary["What makes it up"],
        ul(".plain")[[li[strong[f"{name}: "], f"{'; '.join(titles)}."] for name, titles in parts(whole).items()]],
    ]
