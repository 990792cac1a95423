"""For young people: a page for the children of a home: what they said, what changed, what did not and why."""

import streamlit as st
from htpy import div, fragment, h1, p

from metrics.homes.homes import open_homes
from metrics.young_people.issues import page_months
from metrics.young_people.page import young_people_page
from pages.packs.offered import YOUNG, offered_alone
from pages.parts import address, ask
from pages.parts.choosing import chosen_home, no_such_home
from pages.parts.entry import through_front_door
from pages.parts.links import links, static
from pages.parts.wording import long_day
from pages.parts.young_people import approval, forms, shown
from qa_data.access import Right

through_front_door()
day, homes = address.as_at(), ask.answer(open_homes)
if not homes:
    load = "Load a workbook with a sheet of homes on the Upload page, or choose another day in the sidebar."
    static(fragment[h1[f"No home was open on {long_day(day)}"], p(".lede")[load]])
    st.stop()
home = chosen_home(homes)
if home is None:
    why = f"{no_such_home(homes)} Choose one from the list."
    static(fragment[h1[f"No home of that name was open on {long_day(day)}"], p(".lede")[why]])
    st.stop()

page = ask.answer(young_people_page, home, homes=[home])
static(
    fragment[
        div(".small")[f"Position at {long_day(day)}"],
        h1[f"{home}: a page for its young people"],
        p(".lede")[
            "What they said, what changed, what did not and why. Somebody reads it and approves it before it is made."
        ],
    ]
)
may_write = bool(ask.those_for(Right.DECIDE, [home]))
sheet, beside = st.columns([5, 4], gap="medium")
with sheet:
    links(shown.sheet(page), key="sheet")
with beside:
    static(approval.standing(page))
    if may_write:
        approval.approval_form(page, day)
    if page.may_be_made:
        offered_alone(YOUNG, home)
    if may_write and page.items:
        with st.expander("Answer something that was said"):
            forms.answer_form([each.issue for each in page.items], day)
        with st.expander("Choose how it stands on the page"):
            forms.choice_form(page, day)
    if may_write:
        with st.expander("How many moved forward on their plan"):
            forms.progress_form(home, page_months(day)[::-1])
    links(shown.every(page), key="every")
