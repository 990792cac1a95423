"""Visits: independent visits as the law asks for them, and what the visitor's contract brings."""

from htpy import fragment

from metrics.homes.homes import open_homes
from metrics.indicators.settings import in_force
from metrics.visits.records import unrecorded
from metrics.visits.visiting import looked_at, unreached, unseen_by_visits, visit_gaps, visit_months, visit_sums
from metrics.warnings.clocks import reports_owed, sending_unrecorded
from pages.parts import address, ask, who
from pages.parts.choosing import asked_home, filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.not_begun import not_begun
from pages.parts.visits.missed import missed
from pages.parts.visits.months import calendar, headline
from pages.parts.visits.reports import reports
from pages.parts.visits.sums import sums
from qa_data.access import Right

through_front_door()
homes = ask.answer(open_homes)
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
    links(reports(ask.answer(reports_owed, homes=seen), ask.answer(sending_unrecorded, homes=seen)), key="reports")
    for by in ("visitor", "home"):
        static(
            sums(
                ask.answer(visit_sums, by, days, homes=seen),
                by.capitalize(),
                days,
                settings["visits.contract_value"] if home is None else None,
            )
        )
    links(
        missed(
            ask.answer(unreached, homes=seen),
            ask.answer(looked_at, homes=seen),
            ask.answer(unseen_by_visits, homes=seen) if who.may(Right.READ) else None,
            list(dict.fromkeys(row["home"] for row in months)),
        ),
        key="missed",
    )
