"""The homes' monthly returns: counts with the shares that the story gives them."""

from datetime import date
from random import Random

from sample_data.shares import FIXED, LEFT_OUT, RANGES, RATES, SHARES
from sample_data.story import ARRIVALS, DEPARTURES, UNMATCHED, UNPLANNED, level, text
from sample_data.world import ALDER, ELM, Home, dice, last_day, months_of

PARTS = {
    "keywork_held": "keywork_planned",
    "repairs_over_28_days": "repairs_open",
    "meetings_held": "meetings_planned",
    "issues_answered": "issues_raised",
    "complaints_on_time": "complaints_closed",
    "school_attended": "school_possible",
    "peps_current": "peps_eligible",
    "activity_weeks_met": "activity_weeks",
    "activities_cancelled": "activities_planned",
    "health_current": "health_eligible",
    "dental_current": "dental_eligible",
    "appointments_attended": "appointments_due",
    "incidents_deescalated": "incidents",
    "rhi_72h": "rhi_due",
    "notified_24h": "notifiable_events",
    "risk_assessments_current": "risk_assessments",
    "supervision_held": "supervision_due",
    "appraisals_current": "appraisals_due",
    "training_current": "training_due",
    "qualification_met": "qualification_due",
    "shifts_agency": "shifts",
    "placement_plans_current": "placement_plans",
    "reviews_on_time": "reviews_due",
}
"""Each count that is a share of another."""

SCHOOL_DAYS = {1: 19, 2: 15, 3: 20, 4: 11, 5: 16, 6: 21, 7: 14, 8: 0, 9: 20, 10: 18, 11: 20, 12: 14}
RESTRAINT_CLOCKS = ("restraints_recorded_24h", "restraints_signed_48h", "restraints_child_5d")


def returns(home: Home) -> list[dict]:
    """The home's returns, a row a month, with the columns of the dataset; a count that it does not keep is absent."""
    months = months_of(home)[:-1] if home == ELM else months_of(home)
    return [_month(home, month, children) for month, children in zip(months, _children(home, months), strict=True)]


def _children(home: Home, months: tuple[date, ...]) -> list[int]:
    """How many children the home looked after in each month."""
    if home in (ALDER, ELM):
        usual = (12, 15) if home == ALDER else (3, 4)
        return [_between("children_living", home, month, *usual) for month in months]
    at_start, counts = 3, []
    for month in months:
        counts.append(at_start + ARRIVALS.get((home, text(month)), 0))
        at_start = counts[-1] - DEPARTURES.get((home, text(month)), 0)
    return counts


def _month(home: Home, month: date, children: int) -> dict:
    row = {"home": home.name, "month": month, "children_living": children} | _wholes(home, month, children)
    for part, whole in PARTS.items():
        row[part] = _part(part, row[whole], home, month)
    row["school_lost"] = min(
        row["school_possible"] - row["school_attended"], _part("school_lost", row["school_possible"], home, month)
    )
    for clock in RESTRAINT_CLOCKS:
        row[clock] = _part(clock, row["restraints"] - row["restraints_exempt"], home, month)
    row |= FIXED.get((home, text(month)), {})
    return {name: count for name, count in row.items() if name not in LEFT_OUT.get(home, ())}


def _part(name: str, whole: int, home: Home, month: date) -> int:
    shares = SHARES["restraints_in_time" if name in RESTRAINT_CLOCKS else name]
    return _share(whole, level(shares.get(home, shares[None]), month), dice(name, home.name, month))


def _wholes(home: Home, month: date, children: int) -> dict:
    lived = min(children, home.places) if home in (ALDER, ELM) else children
    counts = {
        name: _events(level(curves.get(home, curves[None]), month), dice(name, home.name, month))
        for name, curves in RATES.items()
    }
    counts |= {name: _between(name, home, month, *usual) for name, usual in RANGES.items()}
    return (
        counts
        | _nights(home, month, children)
        | {
            "keywork_planned": 4 * lived + _between("keywork_planned", home, month, 0, 2),
            "meetings_planned": 4,
            "school_possible": 2 * SCHOOL_DAYS[month.month] * lived,
            "peps_eligible": lived,
            "activity_weeks": 4 * lived,
            "health_eligible": lived,
            "dental_eligible": lived,
            "restraints_exempt": 0,
            "rhi_due": counts["missing_episodes"],
            "risk_assessments": 4 * lived,
            "supervision_due": home.staff,
            "appraisals_due": home.staff - 1,
            "training_due": 12 * home.staff,
            "qualification_due": home.staff - 1,
            "shifts": 20 * home.staff + _between("shifts", home, month, -6, 6),
            "placement_plans": children,
        }
    )


def _nights(home: Home, month: date, children: int) -> dict:
    """Child-nights, and who came and went."""
    nights, name = last_day(month).day, (home, text(month))
    if home in (ALDER, ELM):
        open_nights = nights - (home.opened.day if text(month) == text(home.opened) else 0)
        came = _between("admissions", home, month, *((0, 1) if home == ALDER else (3, 4)))
        matched = came if home == ALDER else _share(came, 0.4, dice("admissions_matched", home.name, month))
        filled = dice("child_nights", home.name, month).uniform(0.52, 0.78)
        return {
            "child_nights": round(home.places * open_nights * filled),
            "admissions": came,
            "admissions_matched": matched,
            "endings": 0 if home == ALDER else max(0, came - 1),
            "endings_unplanned": 0 if home == ALDER else _between("endings_unplanned", home, month, 0, 1),
        }
    came, left = ARRIVALS.get(name, 0), DEPARTURES.get(name, 0)
    away = _between("child_nights", home, month, 0, 4) + 12 * came + 15 * left
    return {
        "child_nights": children * nights - away,
        "admissions": came,
        "endings": left,
        "admissions_matched": 0 if name in UNMATCHED else came,
        "endings_unplanned": left if name in UNPLANNED else 0,
    }


def _between(name: str, home: Home, month: date, least: int, most: int) -> int:
    return dice(name, home.name, month).randint(least, most)


def _share(whole: int, share: float, rng: Random) -> int:
    return sum(rng.random() < share for _ in range(whole))


def _events(mean: float, rng: Random) -> int:
    """A count of rare events with that mean: thirty chances a month."""
    return _share(30, mean / 30, rng)
