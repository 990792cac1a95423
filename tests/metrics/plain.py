"""The figures counted slowly and plainly from lists of rows: what the program's own counting is compared with."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from metrics.indicators.registry import INDICATORS, of_standard
from qa_data.dictionary import dataset
from qa_data.standards import CODES

DUTIES = {
    "LAM7": ("Regulation 44 visit", 1),
    "LAM8": ("Regulation 45 review", 6),
    "LAM9": ("Regulation 46 location review", 12),
}


def later(month: date, months: int) -> date:
    """The first day of the month so many months later, or earlier."""
    place = month.year * 12 + month.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def end(month: date) -> date:
    """The month's last day."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def complete(first: date, as_at: date) -> list[date]:
    """The months from the first on that are complete at the day."""
    months = [first]
    while end(months[-1]) <= as_at:
        months.append(later(months[-1], 1))
    return months[:-1]


def begins(told: dict[str, list[dict]], home: str, kind: str) -> date | None:
    """From which day the home's records of the kind of visit count; None where they have not begun."""
    days = [row["visit_date"] for row in told["visits"] if row["visit_type"] == kind]
    own = [row["visit_date"] for row in told["visits"] if row["visit_type"] == kind and row["home"] == home]
    for row in told.get("records_set", ()):
        if (row["home"], row["kind"]) == (home, kind) and row["begins"]:
            return row["begins"]
    opened = [row["opened"] for row in told["homes"] if row["home"] == home]
    if days and opened and opened[0] >= min(days).replace(day=1):
        return opened[0]
    return min(own).replace(day=1) if own else None


def month_values(told: dict[str, list[dict]], first: date, as_at: date) -> dict[tuple, tuple[int, int]]:
    """Numerator and denominator by home, standard, indicator and month, from rows by dataset."""
    homes = sorted({row["home"] for rows in told.values() for row in rows})
    counted = {}
    for month in complete(first, as_at):
        for home in homes:
            own = {name: [row for row in rows if row["home"] == home] for name, rows in told.items()}
            own["begins"] = {kind: begins(told, home, kind) for kind, _ in DUTIES.values()}
            for standard, indicator, numerator, denominator in [
                *returned(own, month),
                *visited(own, month),
                *undertaken(own, month),
            ]:
                if numerator is not None and denominator:
                    counted[home, standard, indicator, month] = (numerator, denominator)
    return counted


def returned(own, month):
    """What the home's return of the month gives."""
    for row in own["returns"]:
        if row["month"] == month:
            for each in INDICATORS:
                if each.numerator.startswith("returns."):
                    yield each.standard, each.id, row.get(each.numerator[8:]), whole(each.denominator, own, row)


def whole(words, own, row):
    """The denominator that the words name, or None where a part of it is blank."""
    if words == "places x nights in month":
        return own["homes"][0]["places"] * end(row["month"]).day if own["homes"] else None
    parts = [row.get(name.removeprefix("returns.")) for name in words.split(" - ")]
    return None if None in parts else parts[0] - sum(parts[1:])


def visited(own, month):
    """What the visits of the month give, and what was owed."""
    visits = [
        row
        for row in own["visits"]
        if row["visit_type"] == "Regulation 44 visit" and month <= row["visit_date"] <= end(month)
    ]
    for each in INDICATORS:
        if each.dataset == "visits" and each.denominator.removeprefix("visits.") in dataset("visits").names:
            part, of = each.numerator.removeprefix("visits."), each.denominator.removeprefix("visits.")
            both = [row for row in visits if row.get(part) is not None and row.get(of) is not None]
            yield each.standard, each.id, sum(row[part] for row in both), sum(row[of] for row in both)
    for code in CODES:
        verdicts = [row.get(f"verdict_{code.lower()}") for row in visits]
        yield (
            code,
            "STD1",
            verdicts.count("Met"),
            sum(verdict in ("Met", "Partly met", "Not met") for verdict in verdicts),
        )
    for indicator, (visit_type, months) in DUTIES.items():
        start = later(month, 1 - months)
        owed = any(
            row["opened"] <= start and (row.get("closed") is None or row["closed"] >= end(month))
            for row in own["homes"]
        )
        fell = any(
            row["visit_type"] == visit_type and start <= row["visit_date"] <= end(month) for row in own["visits"]
        )
        begun = own["begins"][visit_type]
        told_of = (begun is not None and begun <= start) or (months > 1 and fell)
        yield "QS13", indicator, int(fell), int(owed and told_of)


def undertaken(own, month):
    """What the actions give at the month's end."""
    actions = [row for row in own["actions"] if row["status"] != "Cancelled"]
    required = [row for row in actions if row["source"] == "Ofsted requirement" and due_in(row, month)]
    yield "QS13", "LAM10", sum(map(on_time, required)), len(required)
    for code in CODES:
        own_actions = [row for row in actions if code in row["standards"] and row.get("decision") in (None, "Accepted")]
        live = [
            row
            for row in own_actions
            if row["raised"] <= end(month) and not (row.get("completed") and row["completed"] <= end(month))
        ]
        yield code, "STD2", sum(bool(row.get("due") and row["due"] <= end(month)) for row in live), len(live)
        due = [row for row in own_actions if due_in(row, month)]
        yield code, "STD3", sum(map(on_time, due)), len(due)


def due_in(row, month):
    """Whether the action was due in the month."""
    return row.get("due") is not None and month <= row["due"] <= end(month)


def on_time(row):
    """Whether the action was completed by its due date."""
    return row.get("completed") is not None and row["completed"] <= row["due"]


def rated(told, values, as_at: date) -> dict[tuple, tuple]:
    """Pooled numerator and denominator, colour, whether it counts, and recent months with a value, by home, standard
    and indicator.
    """
    last = later((as_at + timedelta(days=1)).replace(day=1), -1)
    answer = {}
    for home in told["homes"]:
        for code in CODES:
            for each in of_standard(code):
                months = [later(last, -back) for back in range(12 if each.id == "LAM7" else 3)]
                known = [values[key] for month in months if (key := (home["home"], code, each.id, month)) in values]
                recent = sum((home["home"], code, each.id, month) in values for month in months[:3])
                known = known[:1] if each.measured == "stock" else known
                pooled = (sum(part for part, _ in known), sum(of for _, of in known)) if known else (None, None)
                counts = each.not_for != home["service_type"]
                answer[home["home"], code, each.id] = (
                    *pooled,
                    colour(each, *pooled) if counts else "grey",
                    counts,
                    recent,
                )
    return answer


def colour(indicator, numerator, denominator):
    """The colour of a pooled count."""
    local_flow = indicator.basis == "local" and indicator.measured == "flow"
    if indicator.target is None or denominator is None or denominator < (5 if local_flow else 1):
        return "grey"
    value = Fraction(100 * numerator, denominator)
    for name, bar in (("green", indicator.target), ("amber", indicator.floor)):
        if value <= bar if indicator.better == "lower" else value >= bar:
            return name
    if indicator.basis == "local" and indicator.measured == "stock":
        return "red" if (numerator if indicator.better == "lower" else denominator - numerator) >= 2 else "amber"
    return "red"
