"""Visits: independent visits as the law asks for them, and what the visitor's contract brings."""

from htpy import fragment

from metrics.homes.homes import home_facts
from metrics.indicators.settings import in_force
from metrics.visits.records import unrecorded
from metrics.visits.visiting import looked_at, unreached, unseen_by_visits, visit_gaps, visit_months, visit_sums
from metrics.warnings.clocks import clocks, sending_unrecorded
from pages.parts import address, ask
from pages.parts.choosing import asked_home, filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.not_begun import not_begun
from pages.parts.visits.missed import missed
from pages.parts.visits.months import calendar, headline
from pages.parts.visits.reports import reports
from pages.parts.visits.sums import sums

through_front_door()
homes = list(ask.answer(home_facts))
home = asked if (asked := asked_home()) in homes else None
seen = [home] if home else None
months = ask.answer(visit_months, homes=seen)
static(headline(months, address.as_at()))
if months:
    filters("visits", homes, ("home",))
    settings = ask.answer(in_force)
    days = int(settings["visits.report_days"])
    links(calendar(months, ask.answer(visit_gaps, homes=seen), address.as_at()), key="calendar")
    links(fragment[not_begun(ask.answer(unrecorded, homes=seen))], key="not_begun")
    links(reports(ask.answer(clocks, homes=seen), ask.answer(sending_unrecorded, homes=seen)), key="reports")
    for who in ("visitor", "home"):
        static(
            sums(
                ask.answer(visit_sums, who, days, homes=seen),
                who.capitalize(),
                days,
                settings["visits.contract_value"] if home is None else None,
            )
        )
    links(
        missed(
            ask.answer(unreached, homes=seen),
            ask.answer(looked_at, homes=seen),
            ask.answer(unseen_by_visits, homes=seen),
            list(dict.fromkeys(row["home"] for row in months)),
        ),
        key="missed",
    )
