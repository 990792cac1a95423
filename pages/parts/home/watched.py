"""What is to be watched at one home: its early warnings, and the themes of its independent visits."""

from html import escape

from metrics.themes.emerging import EMERGING, FIRST
from pages.parts.address import link
from pages.parts.overview.changes import theme_line
from pages.parts.warnings.shown import listed_reasons
from qa_data.words import counted

MOST = 4
"""So many themes are named that are steady."""


def watched(warning: dict, themes: list[dict]) -> str:
    """Two panels in HTML; `warning` the home's of `metrics.warnings.warnings`, `themes` the home's own."""
    return f'<div class="panels">{_warned(warning)}{_themes(warning["home"], themes)}</div>'


def _warned(warning: dict) -> str:
    if not warning["reasons"]:
        return (
            '<section class="panel"><h2>Early warnings</h2><p class="small">None: nothing worsened, signals, runs out'
            " or came back, as far as the uploads tell.</p></section>"
        )
    return (
        "<section"
        f' class="panel"><h2>{counted(len(warning["reasons"]), "early warning")}</h2>{listed_reasons(warning)}</section>'
    )


def _themes(home: str, themes: list[dict]) -> str:
    moving = [theme for theme in themes if theme["state"] in (EMERGING, FIRST)]
    steady = sorted(
        (theme for theme in themes if theme not in moving and theme["visits"]), key=lambda theme: -theme["visits"]
    )
    rows = (
        f'<ul class="l">{"".join(str(theme_line(theme)) for theme in moving)}</ul>'
        if moving
        else '<p class="small">No concern is mentioned more than would be expected.</p>'
    )
    often = "; ".join(f"{theme['label']} {theme['visits']} of {theme['of']}" for theme in steady[:MOST])
    also = f'<p class="small">Also mentioned, no more than expected: {escape(often)}.</p>' if often else ""
    return (
        '<section class="panel"><h2>What its visits say</h2><p class="small">Concerns in independent visits, the last'
        f' 3 months against the 12 before</p>{rows}{also}<p><a href="{escape(link("themes", home=home))}">All of its'
        " themes</a></p></section>"
    )
