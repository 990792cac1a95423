"""Initials that stand for a person, and what somebody is called in quotation marks."""

import re
from collections.abc import Iterator

from qa_data.late import late
from qa_data.personal import cues
from qa_data.personal.known import Known
from qa_data.personal.living import living, surely
from qa_data.personal.walk import Walk
from qa_data.personal.words import ANIMALS, ONLY_SURNAMES

DOTTED = late(r"(?<![\w.])(?:[A-Z]\. ?){1,3}(?:[A-Z]['’])?[A-Z]\b(?:\.(?!\w))?")
NO_INITIALS = frozenset(
    "UK US USA NHS DOB PE RE IT TV AM PM NB PS EU UN IQ AKA QS RI RM YP RIP DIY LA SW CD DVD FAO PC ID".split()
)
ROLES = frozenset(
    "HO EH DA DV DI DS DC IO RI RM SW PA RC YP LA GP KW TL SL PC HT DM RP SO TA CP NE QA HR IT ED MP DJ CO OT".split()
)
"""Abbreviations of who or what may have a room, a file or a review of its own."""

OF_A_CHILD = late(
    r"\b(?:key ?-?work(?:ing)?(?: sessions?)? (?:with|for)"
    r"|(?:restraint|bullying|mother|mum|father|dad|parents?|carers?) of"
    r"|restrain(?:ed|ing)?|involving|(?:bullied|assaulted|bitten|hit) by|(?:fight|argument|altercation) between"
    r"|young person|boy|girl|child|lad|resident|birthday (?:party )?for|police (?:returned|found|brought)) $",
    re.IGNORECASE,
)
"""Before two letters that are a child’s, whatever else they may stand for."""

CHILDREN_DO = frozenset(
    "absconded vapes smokes smoked cried slept bit kicked punched spat swore screamed self-harmed misses missed hates"
    " hated loves enjoys enjoyed prayed hit slammed threw smashed disclosed argued fought likes liked wants wanted"
    " feels felt".split()
)
CHILDREN_ARE = frozenset(
    "restrained upset tearful bullied settled distressed dysregulated bitten arrested excluded homesick sad".split()
)
TOLD = late(
    r" (?:told (?:me|the visitor|us|staff|visitor)|(?:said|says|stated) (?:that )?(?:s?he|they|i)\b)", re.IGNORECASE
)

NUMBERED = frozenset(
    "form model size route flat grade unit section appendix type class year level group band room block zone version"
    " page policy form set part bus line plan code category ref reference no number".split()
)

QUOTED = late(r"[\"“'‘]([^\W\d_][^\"“”‘\n]{0,30}?)[\"”'’](?!\w)")
CALLED = late(
    r"\b(?:known(?: (?:to|by) [\w ]{2,25}?)? as|called|calls? (?:him|her|them)(?:self)?"
    r"|nicknamed|goes by|(?:children|kids|girls|boys|lads|others|everyone|everybody|friends) calls?"
    r"|nick-?name(?: is| of)?|answers to|prefers(?: to be called)?|(?:the|by) (?:nick)?name(?: of)?|alias|aka"
    r"|likes to be called|refers? to (?:him|her)self as)[:,]? $",
    re.IGNORECASE,
)

CALLED_AFTER = late(
    r",? (?:as (?:\w+ ){1,3}(?:calls?|knows?) (?:him|her|them)|is what (?:they|he|she) (?:calls?|is called))\b"
    r"|,? \(?(?:d\.?o\.?b\b|born \d|born on|aged \d)|,? \((?:[5-9]|1\d)\)",
    re.IGNORECASE,
)

ABOUT = frozenset(
    tuple(each.split())
    for each in "assessment for,assessment of,review of,review for,plan for,plan of,referral for,referral of,chronology"
    " for,chronology of,file of,file for,records for,records of,record for,record of,profile for,profile of,passport"
    " for,consent for,debrief with,debrief for,incident with,incident involving,concerns about,concerns for,concern"
    " about,concern for,views of,wishes of,voice of,admission of,discharge of,move of,chart for,notes for,notes on,log"
    " for,target for,targets for,goals for,letter for,minutes for,report on,report for,report about,update on,strategy"
    " for,keyworker for,worker for,1 with,agreement for,curfew for,matching for,1 for,medication for".split(",")
)
"""The last two words before a document's or a piece of work's person."""

NO_PERSONS = frozenset(
    "policy policies procedure procedures training form forms system systems guidance audit data compliance equipment"
    " software licence scheme programme project course certificate standards staff model tool funding regulations"
    " risk and/or".split()
)

FIRMS_HAVE = frozenset(
    "agency ltd limited form forms system software model training invoice invoices solicitors".split()
)

THING = late(
    r"\b(?:game|room|app|group|programme|scheme|film|song|book|booklet|tool|system|policy|project|form|document"
    r"|report|board|area|lounge|session|course|model|house|home|unit|service|team|training"
    r"|package|poster|leaflet|initiative|approach|practice|meeting|meetings|award|garden|space|website|site|show|club"
    rf"|gang|shop|{'|'.join(sorted(ANIMALS))})\b",
    re.IGNORECASE,
)


def initials(walk: Walk) -> Iterator[tuple[int, int]]:
    """Where initials of a person begin and end."""
    for at, each in enumerate(walk.looks):
        if each.all_capitals and len(each.low) < 4 and at not in walk.known and _of_a_person(walk, at):
            if each.low.upper() not in walk.people.initials or _a_childs(walk, at):
                yield walk.starts[at], walk.ends[at]


def _a_childs(walk: Walk, at: int) -> bool:
    """Whether a child is meant, though a home or somebody confirmed has the same initials."""
    return cues.child_before(walk, at) or cues.aged(walk, at)


def _of_a_person(walk: Walk, at: int) -> bool:
    length = walk.looks[at].own
    if _numbered(walk, at) or _among_capitals(walk, at):
        return False
    if not walk.initials(at):
        word = walk.text[walk.starts[at] : walk.ends[at]]
        by_age = length == 2 and (cues.aged(walk, at) or word not in ROLES and _told(walk, at))
        return word.isalpha() and (by_age or cues.child_before(walk, at) and walk.low(at - 1) in ("yp", "initials"))
    if length == 2:
        return walk.low(at + 1) not in FIRMS_HAVE or walk.owns(at)
    return cues.before(walk, at) or cues.after(walk, at) or _with_others(walk, at) or _about(walk, at)


def _told(walk: Walk, at: int) -> bool:
    """Whether two letters that may stand for something in the field are somebody’s, by what only a child does."""
    start, end = walk.starts[at], walk.ends[at]
    does = walk.spaced(at) and (walk.low(at + 1) in CHILDREN_DO or walk.low(at + 2) in CHILDREN_ARE)
    spoken = TOLD.match(walk.text[end : end + 30]) or OF_A_CHILD.search(walk.text[max(0, start - 30) : start])
    if walk.low(at).upper() not in ROLES and _in_a_list(walk, at):
        return True
    return bool(does or spoken) or cues.owning(walk, at) or surely(walk, at) or living(walk, at)


def _in_a_list(walk: Walk, at: int) -> bool:
    """HM, SB and TO: beside letters that stand for nothing in the field."""
    after = at + 1 < len(walk) and walk.gap(at) == ", " and walk.initials(at + 1)
    before = at > 0 and walk.gap(at - 1) == ", " and walk.initials(at - 1)
    return after or before or _with_others(walk, at)


def _about(walk: Walk, at: int) -> bool:
    """Risk assessment for LMT, review of KMB."""
    before = (walk.low(at - 2), walk.low(at - 1))
    return before in ABOUT and walk.gap(at - 1) == " " and walk.low(at + 1) not in NO_PERSONS


def _numbered(walk: Walk, at: int) -> bool:
    """A form’s or a size’s letters, or part of a number."""
    before, after = walk.low(at - 1), walk.low(at + 1)
    joined = walk.text[max(0, walk.starts[at] - 1) : walk.starts[at]] in ("/", "-", "@", ".", "_", "#", "£")
    house = at + 2 < len(walk) and (walk.looks[at + 2].capital or walk.low(at + 2).isdigit())
    near = after.isdigit() and (walk.gap(at) in ("-", "/", "") or walk.gap(at) == " " and _counted(after) and not house)
    return joined or near or at > 0 and walk.gap(at - 1) == " " and (_counted(before) or before in NUMBERED)


def _shouted(walk: Walk, at: int) -> bool:
    return walk.low(at).isalpha() and walk.low(at) not in ("yp", "cyp") and not walk.initials(at)


def _counted(word: str) -> bool:
    return word.isdigit() and len(word) < 4


def _among_capitals(walk: Walk, at: int) -> bool:
    """Whether the words beside are all in capitals too, so that these say nothing."""
    beside = [each for each in (at - 1, at + 1) if 0 <= each < len(walk) and walk.gap(min(at, each)) == " "]
    return not walk.owns(at) and any(walk.looks[each].all_capitals and _shouted(walk, each) for each in beside)


def _with_others(walk: Walk, at: int) -> bool:
    near = [(at - 1, at - 2), (at + 1, at + 2)]
    return any(walk.low(one) == "and" and 0 <= two < len(walk) and walk.initials(two) for one, two in near)


def dotted(text: str, people: Known) -> Iterator[tuple[int, int]]:
    """Where initials with stops between begin and end."""
    for match in DOTTED.finditer(text):
        letters = "".join(filter(str.isalpha, match[0]))
        if letters not in NO_INITIALS and letters not in people.initials and text[match.end() : match.end() + 1] != "@":
            yield match.span()


def lettered(walk: Walk) -> Iterator[list[int]]:
    """J. Smith, J Smith: a letter and a surname."""
    for at, each in enumerate(walk.looks[:-1]):
        if len(each.low) == 1 and each.capital and each.low.isalpha() and walk.looks[at + 1].key in ONLY_SURNAMES:
            stop = walk.gap(at) in (". ", ".")
            if (stop or walk.gap(at) == " " and each.low not in "ai") and {at, at + 1}.isdisjoint(walk.known):
                yield [at, at + 1]


def nicknames(text: str) -> Iterator[tuple[int, int]]:
    """Where what somebody is called begins and ends, within quotation marks."""
    for match in QUOTED.finditer(text):
        if CALLED_AFTER.match(text[match.end() : match.end() + 40]):
            yield match.span(1)
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        if CALLED.search(before[-45:]) and not THING.search(before) and not match[1].lower().startswith(("the ", "a ")):
            yield match.span(1)
