"""The method as its text has it, slowly: a series, a month and a beginning at a time, in plain numbers and loops. What
the arrays of the program are compared with.
"""

from dataclasses import dataclass, field
from math import exp, inf, isnan, log, nan

import numpy as np

RATES = ((1.5, 1.7), (2, 2.5), (3, 4), (6, 8))
COMMON = ((1.5, 1.7), (2, 2.5))

Month = tuple[float, float] | None
"""Bad and size; None where it is not known."""


@dataclass
class Plain:
    """One series: its months, and whose they are."""

    part: bool
    stock: bool
    worse: int
    home: int
    key: int
    months: list[Month] = field(default_factory=list)
    explained: frozenset[int] = frozenset()

    @property
    def turned(self) -> int:
        """-1 of a count of which fewer are worse."""
        return -1 if self.worse < 0 and not self.part else 1


def service(events, exposure, parts, home, key, stock, worse, explained=None) -> list[Plain]:
    """The series of a service, as `metrics.signals.stands` is given them; `explained`: whether a month is."""
    found = []
    for row in range(len(events)):
        each = Plain(bool(parts[row]), bool(stock[row]), int(worse[row]), int(home[row]), int(key[row]))
        if explained is not None:
            each.explained = frozenset(np.flatnonzero(explained[row]).tolist())
        told = [nan if month in each.explained else y for month, y in enumerate(events[row])]
        each.months = months_of(each, told, list(exposure[row]))
        found.append(each)
    return found


def months_of(series: Plain, events: list[float], exposure: list[float]) -> list[Month]:
    """What of each month counts: of a stock only what is new since the last known month."""
    told: list[Month] = []
    last = None
    for y, n in zip(events, exposure, strict=True):
        if isnan(y) or isnan(n) or n <= 0:
            told.append(None)
            continue
        if series.part:
            y = min(y, n)
            y = n - y if series.worse < 0 else y
        new = series.stock and last is not None
        told.append((max(0.0, y - 0.85 * n * last[0] / last[1]), 0.15 * n) if new else (y, n))
        last = (y, n)
    return told


def summed(months: list[Month]) -> tuple[float, float]:
    """Y and N."""
    known = [each for each in months if each]
    return sum(each[0] for each in known), sum(each[1] for each in known)


def usual(all_series: list[Plain], key: int, month: int) -> float:
    """m: of an indicator over all homes."""
    sums = [summed(each.months[: month + 1]) for each in all_series if each.key == key]
    return (sum(each[0] for each in sums) + 0.5) / (sum(each[1] for each in sums) + 1)


def share(series: Plain, month: int) -> float:
    """q."""
    y, n = summed(series.months[: month + 1])
    return (y + 0.5) / (n + 1)


def left(series: Plain, q: float) -> float:
    """By what phi is multiplied: 1 - q of a part, held off 0."""
    return max(1 - q, 0.05) if series.part else 1.0


def scatter(series: Plain, month: int) -> float:
    """phi."""
    q = share(series, month)
    v = q * left(series, q)
    known = [each for each in series.months[: month + 1] if each]
    apart, pairs = 0.0, 0
    for (y0, n0), (y1, n1) in zip(known, known[1:], strict=False):
        apart += (y1 / n1 - y0 / n0) ** 2 / (1 / n1 + 1 / n0)
        pairs += 1
    return max(1.5 if series.stock else 1.0, (apart / v + 12) / (pairs + 12))


def ratio(series: Plain, change: tuple[float, float], q: float, toward: int) -> float:
    """r."""
    times, odds = change
    if series.part:
        o = odds if toward > 0 else 1 / odds
        return o / (1 + min(q, 1) * (o - 1))
    return times if toward * series.turned > 0 else 1 / times


def log_factor(series: Plain, month: int, k: int, change, toward: int, m: float, phi: float) -> float:
    """ln BF_k(r) at the end of the month."""
    y, n = summed(series.months[: month + 1])
    y1, n1 = summed(series.months[k : month + 1])
    q, a, b = share(series, month), 2, 2 / m
    g, r = phi * left(series, q), ratio(series, change, q, toward)
    return (y1 / g) * log(r) + (a + y / g) * (log(b + n / g) - log(b + (n - n1 + r * n1) / g))


def beginnings(series: Plain, month: int, window: int) -> list[int]:
    """Every k: a known month of the last so many, with at least three known before it."""
    found = []
    for k in range(max(0, month - window + 1), month + 1):
        if series.months[k] and sum(each is not None for each in series.months[:k]) >= 3:
            found.append(k)
    return found


def factors(all_series: list[Plain], series: Plain, month: int, toward: int) -> dict[int, float]:
    """The mean over r of BF_k(r) for every k."""
    m, phi = usual(all_series, series.key, month), scatter(series, month)
    found = {}
    for k in beginnings(series, month, 36):
        each = [exp(log_factor(series, month, k, change, toward, m, phi)) for change in RATES]
        found[k] = sum(each) / len(each)
    return found


def threshold(all_series: list[Plain], series: Plain, month: int, budget: float, alone: bool = True) -> float:
    """h of the series' home, or of the service where not `alone`."""
    count = 0
    for each in all_series:
        known = sum(value is not None for value in each.months[: month + 1])
        count += (each.home == series.home or not alone) and known > 3
    return log(max(count, 1) / budget) - 1


@dataclass
class Held:
    """How a concern stands."""

    stands: bool = False
    since: int = -1
    first: int = -1
    began: int = -1
    over: int = -1
    base: float = nan
    times: float = nan
    against: float = 0.0
    evidence: float = nan
    threshold: float = nan


def story(all_series: list[Plain], series: Plain, budget: float, toward: int, alone: bool = True) -> list[Held]:
    """How the concern of one series stands after each month."""
    now, told = Held(), []
    for month in range(len(series.months)):
        now = Held(**vars(now))
        if series.months[month]:
            cleared(series, month, now)
            weigh(all_series, series, month, now, toward, threshold(all_series, series, month, budget, alone))
        told.append(now)
    return told


def cleared(series: Plain, month: int, now: Held) -> None:
    """C."""
    if not now.stands:
        return
    y, n = series.months[month]
    gained = (now.times - 1) * now.base * n - y * log(now.times)
    now.against = max(0.0, now.against + gained / scatter(series, month) / left(series, now.base))
    if now.against >= 1:
        now.stands, now.over = False, month


def weigh(all_series: list[Plain], series: Plain, month: int, now: Held, toward: int, h: float) -> None:
    """W against h; what is raised keeps k*, base and rho."""
    answered = max([now.over, *(each for each in series.explained if each <= month)])
    found = {k: value for k, value in factors(all_series, series, month, toward).items() if k > answered}
    now.evidence, now.threshold = log(sum(found.values())) if found else nan, h
    if now.stands or not found or now.evidence < h:
        return
    k = max(found, key=lambda each: (found[each], -each))
    (y0, n0), (y1, n1) = summed(series.months[:k]), summed(series.months[k : month + 1])
    way = toward * series.turned
    # Not of the text: no beginning likelier than none, or the months since went the other way.
    if found[k] <= 1 + 1e-9 or way * (y1 * n0 - y0 * n1) <= 0:
        return
    base = (y0 + 2) / (n0 + 2 / usual(all_series, series.key, month))
    rho = (y1 + 1) / (base * n1 + 1)
    now.times = min(2.0, max(1.5, rho)) if way > 0 else min(1 / 1.5, max(0.5, rho))
    now.stands, now.since, now.began, now.base, now.against = True, month, k, base, 0.0
    now.first = month


def as_whole(all_series: list[Plain], home: int, month: int) -> float:
    """H of a home; -inf where no change can begin."""
    own = [each for each in all_series if each.home == home]
    settings = [(usual(all_series, each.key, month), scatter(each, month)) for each in own]
    terms = []
    for k in sorted({k for each in own for k in beginnings(each, month, 12)}):
        for change in COMMON:
            for pi in (0.1, 0.3, 1):
                terms.append(_product(own, settings, month, k, change, pi))
    if not terms:
        return -inf
    most = max(terms)
    return most + log(sum(exp(each - most) for each in terms) / 6)


def _product(own, settings, month: int, k: int, change, pi: float) -> float:
    """ln of the product over the series of (1 - pi + pi BF)."""
    total = 0.0
    for each, (m, phi) in zip(own, settings, strict=True):
        if k in beginnings(each, month, 12):
            factor = min(60.0, log_factor(each, month, k, change, 1, m, phi))
            total += log(1 - pi + pi * exp(factor)) if pi < 1 else factor
    return total


def homes_stand(evidence: list[float], known: list[bool], starts: float, ends: float) -> list[bool]:
    """Whether the signal stands after each month."""
    stands, told = False, []
    for value, is_known in zip(evidence, known, strict=True):
        if is_known:
            stands = value >= (ends if stands else starts)
        told.append(stands)
    return told
