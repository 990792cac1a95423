"""The symbols of the page for young people: plain shapes, drawn on screen and on paper alike."""

from metrics.young_people.issues import CHANGED, UNCHANGED, WORKING
from metrics.young_people.wording import DOING, LIKED, SAID, WAITING

FRAME = '<circle cx="24" cy="24" r="21" fill="none" stroke="{ink}" stroke-width="4"/>'

SHAPES = {
    SAID: '<path d="M5 7h38v26H22l-10 10v-10H5z" fill="none" stroke="{ink}" stroke-width="4" stroke-linejoin="round"/>',
    CHANGED: FRAME + '<path d="M13 25l8 8 14-17" fill="none" stroke="{ink}" stroke-width="5"/>',
    WORKING: FRAME
    + '<g fill="{ink}"><circle cx="13" cy="24" r="3.5"/><circle cx="24" cy="24" r="3.5"/>'
    + '<circle cx="35" cy="24" r="3.5"/></g>',
    UNCHANGED: FRAME + '<path d="M12 24h24" stroke="{ink}" stroke-width="6"/>',
    WAITING: FRAME
    + '<path d="M17 19c0-9 14-9 14 0 0 5-7 5-7 10" fill="none" stroke="{ink}" stroke-width="4.5"/>'
    + '<circle cx="24" cy="35.5" r="3" fill="{ink}"/>',
    LIKED: '<path d="M24 4l6 13 14 2-10 10 3 14-13-7-13 7 3-14L4 19l14-2z" fill="none" stroke="{ink}"'
    + ' stroke-width="4" stroke-linejoin="round"/>',
    DOING: '<path d="M4 42h12V31h12V20h12V9" fill="none" stroke="{ink}" stroke-width="5"/>',
}


def drawn(sign: str, ink: str = "currentColor") -> str:
    """The symbol as SVG, in that colour; what it means is said beside it."""
    shape = SHAPES[sign].format(ink=ink)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" aria-hidden="true">{shape}</svg>'
