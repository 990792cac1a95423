"""The homes' service plans: a line a home and standard, as far as they have been written."""

from datetime import date

from sample_data.words import FOLDER
from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM, Home, dice

MISSING = {
    ALDER: (),
    BEECH: (),
    CEDAR: ("QS09", "QS14"),
    DAMSON: ("QS08",),
    ELM: ("QS07", "QS08", "QS09", "QS10", "QS11"),
}
OFF_TRACK = {CEDAR: ("QS12", "QS13"), ELM: ("QS14",)}
SOME_CONCERNS = {
    ALDER: ("QS10",),
    BEECH: ("QS08", "QS14"),
    CEDAR: ("QS06", "QS07", "QS11"),
    DAMSON: ("QS10", "QS12"),
    ELM: ("QS06", "QS13"),
}
ACHIEVED = {BEECH: ("QS11",), DAMSON: ("QS09",)}
PEOPLE = ("Registered manager", "Deputy manager", "Senior residential worker")
EVIDENCE = (
    "Last review of quality of care; independent visitor's reports.",
    "Monthly return and sampled records.",
    None,
)
PARTICIPATION = (
    "Talked through at the house meeting in September.",
    "Each child says what matters to them at key-work.",
    "Two young people helped to write this line.",
    None,
)


def plan(home: Home) -> list[dict]:
    """The lines of the home's plan, with the columns of the dataset."""
    lines = [line.split(" | ") for line in (FOLDER / "plans.txt").read_text(encoding="utf-8").splitlines()]
    return [_line(home, *line) for line in lines if line[0] not in MISSING[home]]


def _line(home: Home, code: str, outcome: str, delivery: str, measure: str, sccif: str) -> dict:
    return {
        "home": home.name,
        "standard": code,
        "outcome": outcome,
        "delivery": delivery,
        "measure": measure,
        "sccif": sccif,
        "evidence": dice("plan evidence", home.name, code).choice(EVIDENCE),
        "participation": dice("plan participation", home.name, code).choice(PARTICIPATION),
        "lead": dice("plan lead", home.name, code).choice(PEOPLE),
        "review_date": date(2026, 12, 1) if code < "QS10" else date(2027, 1, 12),
        "status": _progress(home, code),
    }


def _progress(home: Home, code: str) -> str:
    for word, which in (("Off track", OFF_TRACK), ("Some concerns", SOME_CONCERNS), ("Achieved", ACHIEVED)):
        if code in which.get(home, ()):
            return word
    return "On track"
