"""The page for young people as it will be made, in large print; and beside it, for those who answer for it, all that
was said and how it stands on the page.
"""

from htpy import Element, article, div, h2, h3, li, p, section, span, strong, ul
from markupsafe import Markup

from metrics.young_people.page import OUT, QUOTE, SUBJECT, Item, Page
from metrics.young_people.page import Section as Part
from metrics.young_people.wording import KEY, SAID, SAYING_MORE, SIGNS, WAITING
from pages.parts import sources
from pages.parts.lists import folded
from pages.parts.young_people.answers import stated
from pages.parts.young_people.signs import drawn
from qa_data.wording import british, capital, counted, listed

MOST = 12

SHOWN = {QUOTE: "In their own words", SUBJECT: "By its subject", OUT: "Left out"}


def sheet(page: Page) -> Element:
    """The page itself."""
    return article(".young", aria_label="The page as it will be made")[
        h2(".title")[page.title],
        p[page.months],
        [_part(each) for each in page.sections],
        p[strong[SAYING_MORE]],
        h3[KEY],
        ul(".signs")[[li[_sign(name), span[told]] for name, told in SIGNS.items()]],
    ]


def _sign(name: str) -> Element:
    return span(".sign")[Markup(drawn(name))]


def _part(part: Part) -> Element:
    return section[
        h3[_sign(part.sign), span[part.heading]],
        part.items and ul(".told")[[_told(part.sign, *each) for each in part.items]],
        part.text and p[part.text],
    ]


def _told(sign: str, said: str, answer: str) -> Element:
    return li[
        p[_sign(SAID), span[said]],
        p[_sign(WAITING if sign == SAID else sign), span[answer]],
    ]


def every(page: Page) -> Element:
    """All that was said in the page's time: its reference, how it stands on the page and why."""
    none = "Nothing of this time is known that a child said. It is loaded with findings whose source is Child or young"
    if not page.items:
        return section(".panel")[h2["What was said, and how it stands on the page"], p[none, " person."]]
    return section(".panel")[
        h2["What was said, and how it stands on the page"],
        p(".small")[f"{counted(len(page.items), 'issue')}, each as it was loaded; only you see this."],
        folded(list(map(_item, page.items)), MOST, counted(len(page.items) - MOST, "more issue")),
    ]


def _item(each: Item) -> Element:
    told = each.issue
    return li[
        div[
            strong[told["reference"]],
            f" {told['finding']} ",
            div[span(".chip")[SHOWN[each.shown_as]], each.why and f" {capital(listed(list(each.why)))}."],
            stated(told),
            each.wrong and div(".bad")[each.wrong],
            div(".source")[f"{told['came_from']}, {british(told['found_on'])} · ", sources.source(told["source"])],
        ]
    ]
