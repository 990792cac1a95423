"""What the pack for scrutiny says in sentences: every number in them is asked of the store."""

from collections.abc import Iterator
from datetime import date

from metrics.homes.service import ServiceFigure
from metrics.indicators.registry import indicator, titled
from metrics.inspections.national import beside_england
from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from metrics.together import (
    actions_together,
    changed_together,
    judged_together,
    owed_together,
    ratings_together,
    required_together,
)
from metrics.warnings.owed import MEANS, WHAT
from metrics.warnings.owed import MONTHS as OWED_MONTHS
from pages.packs.together import NOT_SHOWN, shown
from pages.parts import ask
from pages.parts.wording import long_day
from qa_data.judgements import GRADES
from qa_data.standards import STANDARDS
from qa_data.wording import british, capital, counted, counted_are, in_words, listed, share

CHILDREN = ("VWF1", "VWF5", "VWF8", "REL4")
"""What children said, and what became of it."""

MOST = 3


def paragraphs(day: date, figures: list[ServiceFigure]) -> Iterator[tuple[str, list[str]]]:
    """Headings, and the sentences under each."""
    yield "How the homes are doing", _doing(day)
    yield "What changed", _changed()
    yield "What Ofsted said, and how the country compares", _ofsted()
    yield "What children said", _children(figures)
    yield "What is being done", _done()
    yield "What is not known", _unknown()


def _doing(day: date) -> list[str]:
    counts, homes = ask.answer(ratings_together), ask.answer(judged_together)["homes"]
    if not homes:
        return [f"No home was open on {long_day(day)}, as far as the uploads tell."]
    of = {colour: sum(each[colour] for each in counts.values()) for colour in ("red", "amber", "green")}
    every = sum(sum(each.values()) for each in counts.values())
    told = [
        f"{capital(counted_are(homes, 'home'))} open, each rated by the council against the nine quality standards:"
        f" {every} ratings, of which {of['red']} are red, {of['amber']} amber, {of['green']} green and"
        f" {every - sum(of.values())} are not given. These are the council’s own ratings, never Ofsted’s words."
    ]
    reds = sorted(((counts[each.code]["red"], each.name) for each in STANDARDS), key=lambda pair: -pair[0])
    worst = [f"{name} (at {counted(count, 'home')})" for count, name in reds if count]
    if worst:
        more = f", and {in_words(len(worst) - MOST)} more" if len(worst) > MOST else ""
        told.append(f"Red most often: {listed(worst[:MOST])}{more}.")
    return told


def _changed() -> list[str]:
    told = ask.answer(changed_together)
    if not told["worse"] and not told["better"]:
        return [f"No rating is better or worse than on {british(told['since'])}."]
    return [
        f"Since {british(told['since'])} {counted(told['worse'], 'rating')} got worse and {told['better']} better, at"
        " homes that were open on both days."
    ]


def _ofsted() -> list[str]:
    latest, beside = ask.answer(judged_together), ask.answer(beside_england)
    overall = latest["judged"]["overall"]
    found = [f"{overall[grade]} {grade}" for grade in GRADES if overall[grade]]
    absent = latest["not_given"]["overall"]
    none = latest["homes"] - sum(overall.values()) - absent
    told = [
        f"Overall experiences and progress at the latest full inspections: {listed(found)}"
        + (f"; for {counted(absent, 'home')} Ofsted’s scheme gave none" if absent else "")
        + (f"; of {counted(none, 'home')} none is loaded." if none else ".")
        if found
        else _no_overall(absent),
        still_to_meet(**ask.answer(required_together)),
    ]
    return [*told, _country(beside)]


def _no_overall(absent: int) -> str:
    """Why there is no overall judgement to tell."""
    if absent:
        return f"Ofsted’s scheme gave no overall judgement at the latest full inspection of {counted(absent, 'home')}."
    return "No full inspection is loaded."


def _country(beside) -> str:
    if not beside:
        return "How the country compares is not known: no published file of Ofsted’s is loaded, or no inspection."
    own, england = beside["own"], beside["england"]
    apart = (
        "Chance alone would seldom make the two so different."
        if beside["apart"]
        else "With so few homes the two cannot be told apart from chance."
    )
    return (
        f"{own['good']} of {counted(own['judged'], 'home')} {'is' if own['good'] == 1 else 'are'} judged Good or better"
        f" overall; of council-run homes in England on 31 Mar {beside['year']},"
        f" {share(england['good'], england['judged'])}. {apart}"
    )


def _children(figures: list[ServiceFigure]) -> list[str]:
    told = {row["indicator"]: shown(indicator(row["indicator"]), row) for row in figures}
    said = [f"{_title(id)}: {told[id][0]} of about {told[id][1]}." for id in CHILDREN if _is_shown(told.get(id))]
    hidden = [_title(id) for id in CHILDREN if id in told and not _is_shown(told[id])]
    silent = [_title(id) for id in CHILDREN if id not in told]
    if hidden:
        said.append(f"Not shown, since the numbers are small: {listed(hidden)}.")
    return [*said, f"Nothing is loaded of: {listed(silent)}."] if silent else said


def _title(id: str) -> str:
    return titled(id, indicator(id).standard)


def _is_shown(told: tuple[str, str] | None) -> bool:
    return told is not None and told[0] != NOT_SHOWN


def _done() -> list[str]:
    told = ask.answer(actions_together)
    if not any(told.values()):
        return ["No action is loaded."]
    late = f"{told['overdue']} of them past {'its date' if told['overdue'] == 1 else 'their dates'}"
    return [
        f"{capital(counted_are(told['live'], 'action'))} still to be done beside Ofsted’s requirements, {late};"
        f" {told['completed']} were completed in the last 12 months."
    ]


def _unknown() -> list[str]:
    counts = ask.answer(ratings_together)
    silent = {why: sum(each[why] for each in counts.values()) for why in (NO_EVIDENCE, FEW_FIGURES)}
    owed = ask.answer(owed_together)
    told = [f"{capital(counted_are(sum(silent.values()), 'rating'))} not given for want of evidence or figures."]
    if owed:
        files = listed([f"{owed[what]} × {name}" for what, name in WHAT.items() if what in owed])
        told.append(f"Of the last {in_words(OWED_MONTHS)} months the homes still owe: {files}. {MEANS}")
    return told


def still_to_meet(live: int, late: int) -> str:
    """How many of Ofsted's requirements the homes have yet to meet, and how many of these are past their dates."""
    if not live:
        return "No requirement of Ofsted’s is known to be unmet."
    if live == 1:
        return f"The homes have 1 requirement of Ofsted’s still to meet, {'' if late else 'not '}past its date."
    past = (
        f"{late:,} of them past {'its date' if late == 1 else 'their dates'}" if late else "none of them past its date"
    )
    return f"The homes have {live:,} requirements of Ofsted’s still to meet, {past}."
