"""The page for young people of a home: what it says, why something is left out of it, what stands in its way, and
whether somebody has looked at just this and let it be made.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from metrics.themes.polarity import STRENGTH
from metrics.themes.tagging import tag
from metrics.young_people import wording
from metrics.young_people.answering import progress
from metrics.young_people.issues import (
    STATES,
    UNCHANGED,
    WHAT_CHANGED,
    WORKING,
    Issue,
    issues_and_changes,
    page_months,
    state,
    telling,
)
from metrics.young_people.pointing import is_sensitive, points_in_an_answer, points_in_own_words, protection, repeats
from metrics.young_people.reading_age import MOST, reading_age, too_hard
from metrics.young_people.subjects import subject
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store
from qa_data.wording import capital, ended, last_day, listed

QUOTE, SUBJECT, OUT = "quote", "subject", "out"
"""How something that a child said stands on the page: in the child's words, by its subject, or not at all."""

MOST_ITEMS = 12
"""So many stand on the page unless somebody puts more in: a page of large print is soon long."""

TOO_FEW = "fewer than three children lived here"
NOT_KNOWN = "it is not known how many children lived here that month"
SENSITIVE = "it is of protection, health or a complaint: somebody has to put it in"
TOO_MANY = f"what is answered and the newest stand on the page, {MOST_ITEMS} in all"

REFERENCE = re.compile(r"[\s(\[]*\bYP[-‐‑–][0-9A-F]{5}[0-9]\b[)\]:;,]*", re.IGNORECASE)

MARKS = ' “”"‘’'

SQL = queries(__file__)


@dataclass(frozen=True)
class Item:
    """Something that a child said, as it stands on the page. `shown_as` of what it `may` be; `why` not more of it is
    shown; `said` and `answer`, the lines of the page; `wrong`: what stands in the page's way.
    """

    issue: Issue
    state: str | None
    shown_as: str
    may: tuple[str, ...]
    why: tuple[str, ...]
    said: str
    answer: str
    wrong: str


@dataclass(frozen=True)
class Section:
    """A heading of the page, by which symbol it stands, and what is under it: `items`, or `text` without any."""

    sign: str
    heading: str
    items: tuple[tuple[str, str], ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Approval:
    """Somebody's word that the page may be made, and which of its lines have come or gone since."""

    by: str
    moment: datetime
    is_of_this: bool
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """The page: title, the months that it tells of, its sections and last line; all that was said with how it stands
    (`items`), at which age the adults' words can be read, what stands in its way, and the approval, where there is one.
    """

    home: str
    month: date
    title: str
    months: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    age: float
    wrong: tuple[str, ...]
    digest: str
    lines: tuple[str, ...]
    approval: Approval | None

    @property
    def may_be_made(self) -> bool:
        """Whether it may be taken away: somebody has let just this be made, and nothing stands in its way."""
        return self.approval is not None and self.approval.is_of_this and not self.wrong


def young_people_page(store: Store, scope: Scope, home: str) -> Page:
    """The page of a home on the day asked of."""
    first, *_, last = page_months(scope.as_at)
    here = scope.narrowed([home])
    chosen = {row["reference"]: row["shown_as"] for row in store.rows(here, SQL["choices"], home=home)}
    told = [each for each in issues_and_changes(store, here, home) if _in_time(each, first, last)]
    items = _fewer([_item(each, chosen.get(each["reference"])) for each in told], chosen)
    moved = next((each for each in progress(store, here) if first <= each["month"] <= last), None)
    standing = [each for each in items if each.shown_as != OUT]
    sections = _sections(standing, wording.doing(moved), more=len(standing) < len(items))
    named, months = wording.title(home), wording.of_months(first, last)
    lines = tuple(_lines(named, months, sections))
    age = reading_age("\n".join(_own(named, months, sections))) or 0
    approvals = store.rows(here, SQL["approvals"], home=home, month=last)
    return Page(
        home=home,
        month=last,
        title=named,
        months=months,
        sections=sections,
        items=tuple(items),
        age=age,
        wrong=tuple(_wrong(items, moved is not None, age)),
        digest=digest(lines),
        lines=lines,
        approval=_approval(approvals[0], lines) if approvals else None,
    )


def digest(lines: tuple[str, ...]) -> str:
    """Equal for pages that say the same."""
    return sha256("\n".join(lines).encode()).hexdigest()


def _in_time(each: Issue, first: date, last: date) -> bool:
    """Whether it was said in the page's time, or before and is answered in it or still worked on."""
    answered = telling(each["answers"])
    if each["found_on"] > last_day(last):
        return False
    if each["found_on"] >= first or answered is None:
        return each["found_on"] >= first
    return answered["day"] >= first or answered["state"] == WORKING


def _item(each: Issue, chosen: str | None) -> Item:
    answered = telling(each["answers"])
    now = state(each["answers"]) or (wording.LIKED if _is_liked(each) else None)
    may, why, usual = _may(each)
    shown_as = chosen if chosen in may else usual
    words = _words(answered["words"] or "") if answered else ""
    answer = f"{wording.LEADS[now]}{capital(ended(words))}" if now and words else _unanswered(now)
    wrong = "" if shown_as == OUT or answered is None else _amiss(answered["told_by"], now, words)
    if not wrong and shown_as == SUBJECT and repeats(words, each["finding"]):
        wrong = "The answer repeats what a child said, which may not be quoted here. Answer it in plain words."
    if wrong and each["kind"] == WHAT_CHANGED and chosen is None:  # a visitor wrote it for grown-ups
        shown_as, why, wrong = OUT, [wrong, *why], ""
    return Item(each, now, shown_as, may, tuple(why), _said(each, shown_as), answer, wrong)


def _unanswered(now: str | None) -> str:
    return wording.THANKS if now == wording.LIKED else wording.UNANSWERED


def _is_liked(each: Issue) -> bool:
    """Whether it is praise, which asks for nothing."""
    return each["kind"] != "Concern" and tag(each["finding"])["polarity"] == STRENGTH


def _words(text: str) -> str:
    """The words of an answer without references; nothing where it has no words."""
    words = " ".join(REFERENCE.sub(" ", text).split()).strip(" ,:;")
    return words if re.search(r"\w", words) else ""


def _may(each: Issue) -> tuple[tuple[str, ...], list[str], str]:
    """How it may be shown, why no more of it is, and how it is unless somebody chooses."""
    own = points_in_own_words(each["finding"])
    forbids = _forbids(each) + ([f"it could point at one child ({listed(own)})"] if own else [])
    may = (SUBJECT, OUT) if forbids else (QUOTE, SUBJECT, OUT)
    # Of a change the views are never quoted where they are sensitive; the change itself is held to its own rules.
    if each["kind"] != WHAT_CHANGED and is_sensitive(each["finding"], each["standards"], each["came_from"]):
        return may, [SENSITIVE, *forbids], OUT
    return may, forbids, may[0]


def _forbids(each: Issue) -> list[str]:
    """Why nothing of the home is quoted: how many lived there, in that month and in every month since that is known."""
    if each["fewest"] is not None and each["fewest"] < wording.ENOUGH:
        return [TOO_FEW]
    return [] if each["living"] is not None else [NOT_KNOWN]


def _fewer(items: list[Item], chosen: dict[str, str]) -> list[Item]:
    """The items, of which those beyond so many are left out unless somebody chose: what is answered stands before what
    is not, and of either the newest.
    """
    usual = [each for each in items if each.shown_as != OUT and each.issue["reference"] not in chosen]
    beyond = set(map(id, sorted(usual, key=lambda each: each.state not in STATES)[MOST_ITEMS:]))
    return [
        replace(each, shown_as=OUT, why=(TOO_MANY, *each.why), wrong="") if id(each) in beyond else each
        for each in items
    ]


def _said(each: Issue, shown_as: str) -> str:
    if shown_as == QUOTE:
        return f"You said: “{' '.join(each['finding'].split()).strip(MARKS)}”"
    return f"You told us about {subject(each['finding'], each['standards'])}."


def _amiss(told_by: str, now: str | None, words: str) -> str:
    """What stands in the way of an answer; `words` are what stands beside it in the tracker, a visit or on screen."""
    if not words:
        return "Nothing says why it did not change. Answer it in plain words." if now == UNCHANGED else "Answer it."
    why = points_in_an_answer(words) + ([] if told_by == "screen" else protection(words))
    if why:
        return f"The answer could point at one child ({listed(why)}). Answer it in plain words."
    return too_hard(words)


def _sections(items: list[Item], doing: str, more: bool) -> tuple[Section, ...]:
    told = []
    for sign, heading in wording.HEADINGS.items():
        if sign == wording.DOING:
            told.append(Section(sign, heading, (), doing))
            continue
        state_of = None if sign == wording.SAID else sign
        lines = tuple(dict.fromkeys((each.said, each.answer) for each in items if each.state == state_of))
        text = "" if lines else wording.NOTHING[sign]
        told.append(Section(sign, heading, lines, wording.MORE if more and sign == wording.SAID else text))
    return tuple(told)


def _lines(title: str, months: str, sections: tuple[Section, ...]) -> list[str]:
    told = [title, months]
    for each in sections:
        told += [each.heading, *(line for item in each.items for line in item), *filter(None, [each.text])]
    return [*told, wording.SAYING_MORE, wording.KEY, *wording.SIGNS.values()]


def _own(title: str, months: str, sections: tuple[Section, ...]) -> list[str]:
    """The lines without the children's own words."""
    return [re.sub("“.*”", "", line, flags=re.DOTALL) for line in _lines(title, months, sections)]


def _wrong(items: list[Item], is_told: bool, age: float) -> list[str]:
    told = [f"{each.issue['reference']}: {each.wrong}" for each in items if each.wrong]
    if not is_told and all(each.shown_as == OUT for each in items):
        told.append("There is nothing to tell: nothing of this time that children said stands on the page.")
    if age > MOST:
        told.append(f"The page as a whole reads at age {age:g}, and {MOST} is the most: make the answers plainer.")
    return told


def _approval(row: dict, lines: tuple[str, ...]) -> Approval:
    before = row["lines"] or []
    return Approval(
        by=row["made_by"],
        moment=row["moment"],
        is_of_this=digest(tuple(before)) == digest(lines),
        new=tuple(line for line in lines if line not in before),
        gone=tuple(line for line in before if line not in lines),
    )
