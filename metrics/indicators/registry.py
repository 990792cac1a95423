"""Every indicator there is, in the order of the standards."""

from metrics.indicators.care_planning import CARE_PLANNING
from metrics.indicators.education import EDUCATION
from metrics.indicators.enjoyment_and_achievement import ENJOYMENT_AND_ACHIEVEMENT
from metrics.indicators.every_standard import EVERY_STANDARD
from metrics.indicators.health_and_wellbeing import HEALTH_AND_WELLBEING
from metrics.indicators.indicator import Indicator
from metrics.indicators.leadership_and_management import LEADERSHIP_AND_MANAGEMENT
from metrics.indicators.positive_relationships import POSITIVE_RELATIONSHIPS
from metrics.indicators.protection_of_children import PROTECTION_OF_CHILDREN
from metrics.indicators.quality_and_purpose import QUALITY_AND_PURPOSE
from metrics.indicators.views_wishes_and_feelings import VIEWS_WISHES_AND_FEELINGS
from qa_data.standards import CODES, standard

INDICATORS: tuple[Indicator, ...] = (
    *QUALITY_AND_PURPOSE,
    *VIEWS_WISHES_AND_FEELINGS,
    *EDUCATION,
    *ENJOYMENT_AND_ACHIEVEMENT,
    *HEALTH_AND_WELLBEING,
    *POSITIVE_RELATIONSHIPS,
    *PROTECTION_OF_CHILDREN,
    *LEADERSHIP_AND_MANAGEMENT,
    *CARE_PLANNING,
    *EVERY_STANDARD,
)


_BY_ID = {each.id: each for each in INDICATORS}


def indicator(id: str) -> Indicator:
    """The indicator of that id; KeyError if there is none."""
    return _BY_ID[id]


def titled(id: str, code: str) -> str:
    """The indicator's title at that standard: one that every standard has names it."""
    known = indicator(id)
    return known.title_at.format(standard(code).name) if known.title_at else known.title


def standards_of(indicator: Indicator) -> tuple[str, ...]:
    """The codes of the standards that it is counted for: its own, or all nine."""
    return (indicator.standard,) if indicator.standard else CODES


def of_standard(code: str) -> tuple[Indicator, ...]:
    """A standard's indicators: its own, then those that every standard has."""
    return tuple(each for each in INDICATORS if code in standards_of(each))
