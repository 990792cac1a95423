"""Visits and reviews: the independent visitor each month, the six-monthly and yearly reviews, management's own
checks.
"""

from datetime import date, timedelta
from functools import partial

from sample_data.findings import CONCERN, GOOD, VOICE, Finding, at_review, at_visit
from sample_data.story import (
    LEVEL,
    NO_VISIT,
    NOT_CLEAR_FROM,
    SAFEGUARDED,
    STANDARD_LEVEL,
    UNREACHED_FROM,
    VERDICTS,
    level,
    take,
    text,
)
from sample_data.words import CODES, one_of, words
from sample_data.world import (
    ALDER,
    BEECH,
    CEDAR,
    DAMSON,
    ELM,
    Home,
    Stream,
    add_months,
    days_on,
    dice,
    last_day,
    months_of,
)

FIRST_VISITOR, SECOND_VISITOR = "J. Marlowe", "R. Tansley"
VERDICT = {"M": "Met", "P": "Partly met", "N": "Not met", "-": "Not looked at"}

LIVING = {ALDER: (3, 4), ELM: (1, 2)}
"""The fewest and the most children who live there on the day of a visit; three elsewhere."""

REG45 = {
    ALDER: ("2023-07-12", "2024-01-10", "2024-07-09", "2025-01-08", "2025-07-08", "2026-01-07", "2026-07-07"),
    BEECH: ("2023-08-15", "2024-02-13", "2024-08-13", "2025-02-11", "2025-08-11", "2026-02-10", "2026-08-10"),
    CEDAR: ("2023-09-20", "2024-03-19", "2024-09-18", "2025-03-18", "2025-09-17", "2026-05-19"),
    DAMSON: ("2023-10-11", "2024-04-10", "2024-10-09", "2025-04-09", "2025-10-08", "2026-04-08", "2026-10-07"),
    ELM: ("2026-07-08",),
}
"""Cedar View's review of March 2026 came two months late."""

REG46 = {
    ALDER: ("2023-06-14", "2024-06-12", "2025-06-11", "2026-06-10"),
    BEECH: ("2023-05-17", "2024-05-15", "2025-05-14", "2026-05-13"),
    CEDAR: ("2023-04-19", "2024-04-17", "2025-04-16", "2026-04-15"),
    DAMSON: ("2023-09-06", "2024-09-04", "2025-09-03", "2026-09-02"),
    ELM: (),
}


def independent_visits(home: Home) -> list[tuple[dict, list[Finding]]]:
    """Each Regulation 44 visit with its findings, oldest first."""
    months = [month for month in months_of(home) if (home, text(month)) not in NO_VISIT]
    return [_visit(home, month) for month in months]


def _visit(home: Home, month: date) -> tuple[dict, list[Finding]]:
    of = partial(take, home, "visit", month)
    first = home.opened.day + 9 if text(month) == text(home.opened) else 4
    day = month.replace(day=dice("visit", home.name, month).randint(first, last_day(month).day - 4))
    verdicts = _verdicts(home, month)
    found = at_visit(home, month, day, verdicts)
    row = {"home": home.name, "visit_date": day, "visit_type": "Regulation 44 visit"}
    row |= {"announced": of("announced").random() < 0.3}
    row |= _report(home, month, day, of) | _people(home, month, of)
    row |= {f"verdict_{code.lower()}": VERDICT[letter] for code, letter in verdicts.items()}
    return row | _in_words(found, of), found


def _second(home: Home, month: date) -> bool:
    """Whether the second visitor has the home in that month."""
    return home in (CEDAR, ELM) and text(month) >= UNREACHED_FROM


def _verdicts(home: Home, month: date) -> dict[str, str]:
    """A letter for each standard: as the story has it, else by the home's level."""
    if (home, text(month)) in VERDICTS:
        return dict(zip(CODES, VERDICTS[home, text(month)], strict=False))
    return {code: _verdict(home, month, code) for code in CODES}


def _verdict(home: Home, month: date, code: str) -> str:
    rng = dice("verdict", home.name, month, code)
    met = level(LEVEL.get((home, code), STANDARD_LEVEL[home]), month)
    if code not in ("QS12", "QS13") and rng.random() < 0.12:
        return "-"
    drawn = rng.random()
    partly = 0.7 if met < 0.8 else 0.95
    return "M" if drawn < met else "P" if drawn < met + (1 - met) * partly else "N"


def _report(home: Home, month: date, day: date, of: Stream) -> dict:
    second = _second(home, month)
    received = days_on(day, of("report_received"), *((18, 31) if second else (5, 13)))
    unclear = home == CEDAR and text(month) >= NOT_CLEAR_FROM
    quality = "Not clear" if unclear else "Partly clear" if second or of("report_quality").random() < 0.08 else "Clear"
    return {
        "visitor": SECOND_VISITOR if second else FIRST_VISITOR,
        "report_received": received if received <= date(2026, 11, 6) else None,
        "report_sent_to_ofsted": received + timedelta(3) if received <= date(2026, 11, 1) else None,
        "report_quality": quality,
        "safeguarded": SAFEGUARDED.get((home, text(month)), "Yes"),
        "wellbeing_promoted": "No" if SAFEGUARDED.get((home, text(month))) == "No" else "Yes",
    }


def _people(home: Home, month: date, of: Stream) -> dict:
    second = _second(home, month)
    living = of("children_living").randint(*LIVING.get(home, (3, 3)))
    away = of("children_spoken_to").random()
    spoken = 2 - (away < 0.2) if home == CEDAR and second else living - (home != ELM and away < 0.25)
    return {
        "children_living": living,
        "children_spoken_to": spoken,
        "children_in_private": max(0, spoken - (of("children_in_private").random() < 0.4)),
        "families_contacted": of("families_contacted").choice((0, None) if second else (1, 2, 3)),
        "professionals_contacted": of("professionals_contacted").choice((0, 1) if second else (1, 2, 3)),
        "staff_spoken_to": of("staff_spoken_to").randint(2, 4),
    }


def _in_words(found: list[Finding], of: Stream) -> dict:
    """The visit's long texts: a line from each kind of finding, said over again."""
    concerns = [each for each in found if each.kind == CONCERN]
    rng = of("concerns")
    again = [one_of(words(each.standards[0]).concerns[each.topic], rng) for each in concerns[:3]]
    voices = [each.finding for each in found if each.kind == VOICE]
    answered = [one_of(words("QS07").good, of("what_changed"))] if of("whether").random() < 0.4 else []
    return {
        "concerns": " ".join(dict.fromkeys(again)) or None,
        "good_practice": " ".join(each.finding for each in found if each.kind == GOOD) or None,
        "childrens_views": " ".join(voices) or None,
        "what_changed": " ".join(answered) or None,
    }


def reviews(home: Home) -> list[tuple[dict, list[Finding]]]:
    """Reviews of quality of care and of location, a management check a quarter, each with its findings, oldest
    first.
    """
    held = [(date.fromisoformat(day), "Regulation 45 review", 4) for day in REG45[home]]
    held += [(date.fromisoformat(day), "Regulation 46 location review", 2) for day in REG46[home]]
    held += [(add_months(month, 1) - timedelta(5), "Management check", 2) for month in months_of(home)[2::3]]
    return [_review(home, *each) for each in sorted(held)]


def _review(home: Home, day: date, kind: str, how_many: int) -> tuple[dict, list[Finding]]:
    by = home.manager.removeprefix("Vacant - interim ") if kind == "Regulation 45 review" else "Service manager"
    found = at_review(home, day, kind, how_many)
    of = partial(take, home, "visit", kind, day)
    row = {
        "home": home.name,
        "visit_date": day,
        "visit_type": kind,
        "visitor": by,
        "announced": kind != "Management check",
        "report_received": days_on(day, of("report_received"), 3, 20),
        "staff_spoken_to": of("staff_spoken_to").randint(2, 5),
    }
    return row | _in_words(found, of), found
