"""Standards: one quality standard across the homes, what good looks like, and its indicators side by side."""

from metrics.homes.homes import last_complete_month
from metrics.months.figures import standard_figures
from metrics.rag.cells import month_before
from metrics.rag.voices import voices
from pages.parts import address, ask
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.position import position
from pages.parts.standards.shown import chosen, good, headline, picker, standing
from pages.parts.standards.side_by_side import indicators

through_front_door()
day = address.as_at()
code = chosen()
links(picker(code), key="picker")
every = position()
static(headline(code, every))
if every.cells:
    static(good(code))
    named = sorted(every.drawn)
    links(standing(code, every, month_before(day), ask.answer(voices, code, homes=named)), key="standing")
    links(
        indicators(code, named, ask.answer(standard_figures, code, tuple(named)), last_complete_month(day)),
        key="indicators",
    )
