"""What is to be watched at one home: its early warnings, and the themes of its independent visits."""

from htpy import Element, a, div, h2, p, section, strong, ul

from metrics.themes.emerging import EMERGING, FADING, FIRST, STEADY, WATCH
from metrics.warnings.concerned import WHOLE
from pages.parts import marks
from pages.parts.address import link
from pages.parts.not_begun import not_begun
from pages.parts.overview.changes import theme_line
from pages.parts.spoken import spoken
from pages.parts.themes.said import at_every_visit, nothing_moves
from pages.parts.warnings.reasons import over, reasons
from pages.parts.warnings.shown import NOTHING
from pages.parts.wording import lower
from qa_data.wording import counted

MOST = 4
"""So many themes are named that are steady."""

BUT_WHOLE = "None beside that it gets worse as a whole, as told above."


def watched(warning: dict, unrecorded: list[dict], themes: dict, against: list[dict]) -> Element:
    """Its panels; `warning` the home's of `metrics.warnings.warnings`, `themes` and what was said `against` a standard
    the home's own."""
    return div(".panels")[_warned(warning, unrecorded), _themes(warning["home"], themes), spoken(against)]


def _warned(warning: dict, unrecorded: list[dict]) -> Element:
    number = sum(each["kind"] != WHOLE for each in warning["reasons"])
    if not number:
        return section(".panel")[
            h2["Early warnings"],
            p(".small")[BUT_WHOLE if warning["reasons"] else f"None: {lower(NOTHING)}"],
            over(warning["over"]),
            not_begun(unrecorded),
        ]
    return section(".panel")[
        h2[counted(number, "early warning")],
        reasons(warning),
        not_begun(unrecorded),
    ]


def _themes(home: str, answer: dict) -> Element:
    themes = answer["themes"]
    moving = [theme for theme in themes if theme["state"] in (EMERGING, FIRST)]
    every, watch = at_every_visit(themes), _often([theme for theme in themes if theme["state"] == WATCH])
    often = _often([theme for theme in themes if theme["state"] in (STEADY, FADING) and _sometimes(theme)])
    lines = ul(".l")[[theme_line(theme) for theme in moving]]
    return section(".panel")[
        h2["What its visits say"],
        p(".small")["Concerns in independent visits, the last 3 months against the 12 before"],
        every and p[strong["At every visit: "], f"{every}."],
        (lines, marks.key_to(lines)) if moving else p(".small")[nothing_moves(themes, answer["visits"])],
        watch and p(".small")[f"More often, though chance alone may have it: {watch}."],
        often and p(".small")[f"Also mentioned: {often}."],
        p[a(href=link("themes", home=home))["All of its themes"]],
    ]


def _sometimes(theme: dict) -> bool:
    """Whether visits mention it, but not all: those that every visit mentions are named before."""
    return theme["visits"] > 0 and not theme["every_since"]


def _often(steady: list[dict]) -> str:
    most = sorted(steady, key=lambda theme: -theme["visits"])[:MOST]
    return "; ".join(f"{theme['label']} {theme['visits']} of {theme['of']}" for theme in most)
