"""What a council may set for itself: targets, floors and local standards. Law is not a setting: a legal target
stays.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, cast

from metrics.indicators.indicator import LEGAL, LOWER, Indicator
from metrics.indicators.registry import INDICATORS
from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.store import Store


class NotSettable(Exception):
    """The setting cannot be changed so; the message says why and what to do."""


@dataclass(frozen=True)
class Setting:
    """`default` is None where nothing is set at first; a value is between `least` and `most`, in `unit`, and goes up or
    down by a `step`; `means` says what a number of them brings, where its title does not."""

    id: str
    title: str
    unit: str
    default: float | None
    least: float = 0
    most: float = 100
    step: float = 1
    means: str = ""


class Changed(TypedDict):
    """A change of a setting; `value` is None where it went back to the default."""

    setting: str
    value: float | None
    reason: str
    made_by: str
    moment: datetime


def _of(indicator: Indicator) -> list[Setting]:
    floor = Setting(f"{indicator.id}.floor", f"{indicator.title}: floor", "%", indicator.floor)
    return (
        [floor]
        if indicator.basis == LEGAL
        else [Setting(f"{indicator.id}.target", f"{indicator.title}: target", "%", indicator.target), floor]
    )


BUDGET = (
    "So many would begin, for the worse, in a home of 35 figures in which nothing changes: 0.1 is one every ten months."
    " More finds a change sooner and raises more that are chance; a Watch is listed, a Flag colours amber."
)

LOCAL_STANDARDS = (
    Setting("visits.report_days", "Independent visit report received within", "days of the visit", 10, 1, 90),
    Setting("signals.watch", "New Watches by chance alone", "a month in a home", 0.1, 0.001, 5, 0.01, BUDGET),
    Setting("signals.flag", "New Flags by chance alone", "a month in a home", 0.02, 0.001, 5, 0.01, BUDGET),
    Setting("audit.months", "The audit is kept for", "months", None, 3, 240),
    Setting("visits.contract_value", "Independent visitor contract", "£ a year", None, 0, 10_000_000),
)

SETTINGS = (*(setting for each in INDICATORS if each.target is not None for setting in _of(each)), *LOCAL_STANDARDS)


def setting(id: str) -> Setting:
    """The setting of that id; KeyError if there is none."""
    return {each.id: each for each in SETTINGS}[id]


def default_of(id: str) -> float:
    """The default of a setting that has one; KeyError if there is no such setting."""
    return cast(float, setting(id).default)


def in_force(store: Store, scope: Scope) -> dict[str, float | None]:
    """The value of every setting as known at the moment asked of: the council's, else the default."""
    told = {
        row["setting"]: row["value"]
        for row in store.rows(scope, "select setting, value from settings where value is not null")
    }
    return {each.id: told.get(each.id, each.default) for each in SETTINGS}


def targets(store: Store, scope: Scope) -> dict[str, float | None]:
    """The target of every indicator as set, by its id; None where it has none."""
    values = in_force(store, scope)
    return {each.id: values.get(f"{each.id}.target", each.target) for each in INDICATORS}


def settings_history(store: Store, scope: Scope) -> list[Changed]:
    """Every change, newest first: setting, value (None: back to the default), reason, made_by, moment (UTC)."""
    told = store.rows(scope, "select * from main.settings where moment <= known() order by moment desc")
    return [each for each in told if each["setting"] in {known.id for known in SETTINGS}]


def change_setting(store: Store, scope: Scope, by: str, id: str, value: float | None, reason: str) -> None:
    """Sets it from now on; None goes back to the default. NotSettable without a name or a reason, or for a value
    that cannot be; OutOfScope unless the scope is every home, since a setting holds for all of them.
    """
    if unsigned(by, reason):
        raise NotSettable("A change needs your name and a reason, for example: agreed at the clinic of 14 Oct 2026.")
    check(id, value, in_force(store, scope.now()))
    record(store, scope, "settings", by.strip(), setting=id, value=value, reason=reason.strip())


def check(id: str, value: float | None, others: dict[str, float | None]) -> None:
    """Raises NotSettable where the value is out of bounds, or a floor would be beyond its target."""
    known = setting(id)
    if value is None:
        value = known.default
    if value is not None and not known.least <= value <= known.most:
        raise NotSettable(f"{known.title} has to be from {known.least:,g} to {known.most:,g} {known.unit}.")
    _check_order(id, others | {id: value})


def _check_order(id: str, values: dict[str, float | None]) -> None:
    if cast(float, values["signals.flag"]) > cast(float, values["signals.watch"]):
        raise NotSettable(
            f"Flags cannot be more ({values['signals.flag']:g}) than Watches ({values['signals.watch']:g}): what is a"
            " Flag is a Watch first. Set the Watches first."
        )
    indicator = next((each for each in INDICATORS if id.startswith(f"{each.id}.")), None)
    if indicator is None:
        return
    # What may be set has both.
    target = cast(float, values.get(f"{indicator.id}.target", indicator.target))
    floor = cast(float, values[f"{indicator.id}.floor"])
    beyond = floor < target if indicator.better == LOWER else floor > target
    if beyond:
        raise NotSettable(
            f"{indicator.title}: the floor ({floor:g} %) cannot be better than the target ({target:g} %). "
            "A value between the two is amber; set the target first."
        )
