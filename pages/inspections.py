"""Inspections: each home's judgements through time, what Ofsted requires, and the national picture."""

from metrics.homes.homes import home_facts
from metrics.inspections.compared import compared
from metrics.inspections.inspected import asked_by_ofsted, judgements, other_inspections
from metrics.inspections.national import beside_england
from pages.parts import address, ask
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.inspections.asked import others, required
from pages.parts.inspections.councils import asked_councils, compare_with
from pages.parts.inspections.judged import headline, histories
from pages.parts.inspections.national import national
from pages.parts.links import links, static

through_front_door()
every = ask.answer(judgements, None)
static(headline(every))
home, _ = filters("inspections", list(ask.shared(home_facts)), ("home",))
if every:
    links(histories([row for row in every if home in (None, row["home"])], address.as_at()), key="histories")
    links(required(ask.answer(asked_by_ofsted, home)), key="required")
    static(others(ask.answer(other_inspections, home)))
    comparison = ask.answer(compared, asked_councils())
    if comparison["groups"]:
        compare_with(comparison["councils"])
    static(national(ask.answer(beside_england), comparison, address.as_at()))
