"""Scrutiny: all homes together, with small numbers hidden: the pack for scrutiny, and nothing beside it."""

from htpy import fragment, h1, li, p, ul

from pages.packs.offered import SCRUTINY, offered
from pages.packs.scrutiny import RULES
from pages.parts import meaning
from pages.parts.entry import through_front_door
from pages.parts.links import static

through_front_door()
static(
    fragment[
        h1["The report to scrutiny"],
        p(".lede")["It says of all homes together how they stand on the day in the sidebar. No home is named in it."],
        ul(".l")[(li[rule] for rule in RULES)],
        meaning.owed(),
    ]
)
offered((SCRUTINY,))
