"""Service plan: what each home intends for children under each standard, and how it will be known."""

from metrics.homes.homes import home_facts
from metrics.homes.plans import plan_gaps, plan_lines, plan_progress
from pages.parts import ask, marks
from pages.parts.choosing import filters
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.plan_shown import gaps, headline, lines
from pages.parts.position import every_cell

MOST = 60

through_front_door()
progress = ask.answer(plan_progress, None, None)
static(headline(progress, ask.answer(plan_gaps, None, None)))
home, standard = filters("plan", list(ask.shared(home_facts)))
if progress["lines"]:
    links(gaps(ask.answer(plan_gaps, home, standard)), key="gaps")
    rags = {(each["home"], each["standard"]): marks.rating(each) for each in every_cell()}
    links(lines(ask.answer(plan_lines, home, standard, MOST), rags, MOST), key="lines")
