"""The answers to something that a child said, in HTML."""

from htpy import Element, Node, a, div, li, span, strong, ul

from loaders.references import given
from metrics.young_people.issues import CHANGED, UNCHANGED, WORKING, Answer, Issue, state
from pages.parts import sources
from pages.parts.address import link
from qa_data.wording import british

STATED = {
    CHANGED: "Changed",
    WORKING: "We are working on it",
    UNCHANGED: "Not changed",
    None: "Not answered yet",
}
"""What became of an issue, in the words of the page and of whoever answers."""


def stated(issue: Issue) -> Element:
    """What became of the issue, and each of its answers with where it is told."""
    answers = issue["answers"]
    shared = f" {issue['alike']} findings carry this reference: what names it answers all of them."
    return div(".answers")[
        strong[STATED[state(answers)]],
        "." if not answers else ":",
        issue["alike"] > 1 and span(".small")[shared],
        answers and ul(".plain")[[li[_answer(issue, each)] for each in answers]],
    ]


def _answer(issue: Issue, each: Answer) -> Node:
    words = each["words"] or "no words are recorded"
    if each["told_by"] == "screen":
        return words, span(".small")[
            f" ({STATED[each['state']]}, answered by {each['made_by']}, {british(each['day'])})"
        ]
    where = span(".source")[sources.source(each["source"])]
    if each["told_by"] == "visit":
        return f"What changed, by the visit of {british(each['day'])}: {words} ", where
    named = f"action {given(each['named'])}".strip()
    shown = a(href=link("actions", home=issue["home"]))[named]
    return f"{STATED[each['state']]}, by ", shown, f" of {british(each['day'])}: {words} ", where
