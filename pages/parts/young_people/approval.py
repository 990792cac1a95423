"""Whether the page for young people may be made: who approved it, what has changed since, what stands in its way."""

from datetime import date

import streamlit as st
from htpy import Element, div, h2, h3, li, p, section, ul

from metrics.young_people.approving import approve, disapprove
from metrics.young_people.page import Page
from metrics.young_people.reading_age import MOST
from pages.parts import who
from pages.parts.changing import change
from pages.parts.wording import local_day
from pages.parts.young_people.forms import keep, said


def standing(page: Page) -> Element:
    """Where the page stands: approved, changed since, or waiting; at which age it reads; what stands in its way."""
    return section(".panel")[
        h2[_headline(page)],
        p(".small")[f"Our own words on it read at age {max(5, page.age):g}; {MOST} is the most."],
        page.wrong and (h3["What stands in its way"], ul(".plain")[[li[each] for each in page.wrong]]),
        _differs(page),
    ]


def _headline(page: Page) -> str:
    if page.may_be_made:
        return f"Approved by {page.approval.by}, {local_day(page.approval.moment)}"
    if page.approval:
        return f"It has changed since {page.approval.by} approved it, {local_day(page.approval.moment)}"
    return "It cannot be approved yet" if page.wrong else "It waits for somebody to approve it"


def _differs(page: Page) -> Element | None:
    told = page.approval
    if told is None or told.is_of_this:
        return None
    return div[
        told.new and (h3["New on the page"], ul(".plain")[[li[each] for each in told.new]]),
        told.gone and (h3["No longer on it"], ul(".plain")[[li[each] for each in told.gone]]),
        not told.new and not told.gone and p["The same lines stand in another order or place."],
    ]


def approval_form(page: Page, day: date) -> None:
    """The button of whoever has read the page and lets it be made, or takes that back."""
    who.asked_name("approved by", width=320)
    if page.may_be_made:
        st.button("Take the approval back", on_click=change, args=(_disapprove, page))
    else:
        words = "I have read this page: approve it"
        st.button(words, type="primary", disabled=bool(page.wrong), on_click=change, args=(_approve, page, day))
    said("approval")


def _approve(page: Page, day: date) -> None:
    keep("approval", "It is approved and can be taken away.", approve, "approved by", page.home, page.digest, day)


def _disapprove(page: Page) -> None:
    keep("approval", "The approval is taken back.", disapprove, "approved by", page.home, page.month)
