"""What the Regulations ask of every home again and again: a kind of visit or review, and how often."""

from dataclasses import dataclass

from metrics.indicators.indicator import Counting


@dataclass(frozen=True)
class Duty:
    """A visit or review of that `kind` must fall in every stretch of so many calendar `months` (Children's Homes
    (England) Regulations 2015), from the day on which the home's records of it begin. `soon`: from how many days before
    its date it is called soon, a local span, not law."""

    kind: str
    months: int
    regulation: str
    soon: int

    @property
    def counting(self) -> Counting:
        """Months for which the home had been open as long as the duty spans, and whether a visit served them. Behind
        a month without one stands the home's own row: it was open and owed it."""
        return Counting(
            months=f"select home, month, served::bigint as numerator, 1 as denominator"
            f" from duty_months('{self.kind}', {self.months}, $after)",
            rows=f"from duty_rows('{self.kind}', {self.months}, month_of(as_at() + 1))",
            cited=f"select home, visit_date as since, {self._looked_at} as until, row_at, 'visit_date' as named"
            f" from visits where visit_type = '{self.kind}'",
        )

    @property
    def _looked_at(self) -> str:
        """Until which day a visit is what one looks at: a review until the next, however long ago it was."""
        following = "lead(visit_date) over (partition by home order by visit_date) - 1"
        return "visit_date" if self.months == 1 else f"coalesce({following}, 'infinity'::date)"


INDEPENDENT_VISIT = Duty("Regulation 44 visit", 1, "44(1)", 10)
QUALITY_OF_CARE_REVIEW = Duty("Regulation 45 review", 6, "45(1)", 30)
LOCATION_REVIEW = Duty("Regulation 46 location review", 12, "46", 30)

DUTIES = (INDEPENDENT_VISIT, QUALITY_OF_CARE_REVIEW, LOCATION_REVIEW)

REPORT_DAYS = 28
"""Within so many days of the review its report goes to Ofsted (regulation 45(4))."""
