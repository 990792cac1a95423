"""What in a text could point at one child, and what is too much one child's own to be told to all of them.

It is mechanical and leaves out too much rather than too little: in a home of three, few words are enough. A person looks
at every line all the same.
"""

import re

from qa_data.personal import masked

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    "|Sept?|Oct|Nov|Dec"
)
DAYS = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
NUMBER = "[4-9]|1[0-9]|2[0-5]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"

STANDS_IN_CAPITALS = frozenset("TV TVS PC PCS PE PS DVD CD UK BBQ OK I A IT DJ WIFI".split())
"""Short words in capitals that are nobody's initials."""

MAY_BE_CAPITAL = frozenset(
    "I Christmas Easter Eid Halloween Diwali Ramadan Xbox PlayStation PS4 PS5 Netflix YouTube English Maths Lego"
    f" Internet Wi Fi {DAYS.replace('s?', '').replace('|', ' ')} {DAYS.replace('?', '').replace('|', ' ')}"
    f" {MONTHS.replace('s?', '').replace('|', ' ')}".split()
)
"""Words that begin with a capital within a sentence and name no person, place or school."""

ANY = (
    ("a name or what was masked", re.compile(r"\[[^\]]*\]")),
    ("letters that may be initials", re.compile(r"\b[A-Z]\.\s?[A-Z]\b|\b[B-HJ-Z]\b\.?(?!['’])")),
    (
        "an age",
        re.compile(
            rf"\b(?:{NUMBER})[\s-]*(?:years?|yrs?|yo)\b|\b(?:aged?|turn(?:s|ed|ing)?|I[’']?m|I am|he[’']?s|she[’']?s|nearly"
            rf"|almost|when I was|since I was|until I[’']?m)\s+(?:{NUMBER})\b|\b\d+(?:st|nd|rd|th) birthday|\bbirthdays?\b"
            r"|\byear (?:\d+|group)|\b(?:young|old|eld)est\b|\bteenager\b|\btoddler\b",
            re.IGNORECASE,
        ),
    ),
    (
        "family",
        re.compile(
            r"\b(?:mums?|mummy|mams?|moms?|mother|dads?|daddy|father|parents?|brothers?|sisters?|siblings?|twins?|nans?|nana"
            r"|nanny|grans?|granny|grand\w+|aunt\w*|uncles?|cousins?|nephews?|nieces?|step\w+|sons?|daughters?|bab(?:y|ies)"
            r"|boyfriends?|girlfriends?|partners?|carers?|foster\w*|adopt\w*|famil(?:y|ies))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a room",
        re.compile(
            r"\b(?:my|his|her|their|the (?:end|big|small|top|back|front|corner)) (?:bed)?room\b|\bbedroom\b"
            r"|\b(?i:room|flat|bed|floor) (?:\d+|[A-Z]\b)|\bmy (?:door|window|bed|wall|bathroom|ensuite|en-suite)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a school or club by name",
        re.compile(
            r"\b[A-Z][\w’']+ (?:(?:Primary|High|Secondary|Community|Church|Grammar|Special|Junior|Infant) )?(?:School|Academy"
            r"|College|Primary|High|Nursery|University|Rovers|United|City|Athletic|FC|Club|Centre|Unit)\b|\bSt\.? [A-Z]"
        ),
    ),
)
"""Of any text, also of what adults write to the children."""

OF_A_CHILD = (
    (
        "one child told of from outside",
        re.compile(
            r"\b(?:(?:one|a|an|the|that|this|another|new|other|eldest|only) (?:\w+ )?(?:child|young person|boy|girl|lad|lass|kid"
            r"|resident|teenager)|he|she|him|her|his|hers|himself|herself|he[’']s|she[’']s)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a day or a time",
        re.compile(
            rf"\b(?:{DAYS})\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b|\b(?:{MONTHS}) \d|\b\d{{1,2}}[:.]\d\d\b"
            r"|\b\d{1,2} ?(?:am|pm|o[’']clock)\b|\b\d{1,2}/\d{1,2}|\byesterday\b|\blast (?:night|week|weekend|month|year)\b"
            r"|\b(?:19|20)\d\d\b",
            re.IGNORECASE,
        ),
    ),
    (
        "what only one child may be",
        re.compile(
            r"\bonly (?:one|girl|boy|black|white|asian|person)\b|\bthe only\b|\bjust me\b|\bnobody else\b|\bno one else\b"
            r"|\bnew here\b|\bnew (?:girl|boy)\b|\bmov(?:ed|ing) (?:in|out|here|on|to|back)\b|\bcame (?:here|to live)\b"
            r"|\b(?:leave|leaving) (?:here|care|soon|the home)\b|\bmy (?:country|language|religion|church|mosque|temple|hair|skin|hijab"
            r"|accent|culture|faith|prayers?|pronouns?|tribunal|solicitor|guardian|tag|probation|exams?|GCSEs?|job|apprenticeship"
            r"|wheelchair|glasses|hearing|stammer|phone number|(?:best )?friend|teacher|college|school|social worker|key ?worker[’']s)\b"
            r"|\b(?:muslim|christian|hindu|sikh|jewish|catholic|polish|romanian|afghan\w*|syrian|somali|kurdish|eritrean|albanian"
            r"|traveller|roma|asylum|refugee|gay|lesbian|bisexual|trans\w*|non-?binary|pregnan\w*|wheelchair|halal|kosher|hijab"
            r"|mosque|interpreter|deaf|blind|braille|makaton|sign language)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Of what a child said, when it would be told in the child's own words."""

SENSITIVE = re.compile(
    r"\b(?:safe\w*|unsafe|hurt\w*|harm\w*|hit(?:s|ting)?|punch\w*|kick\w*|slap\w*|push\w*|shout\w*|scream\w*|threat\w*|scared?"
    r"|scary|afraid|frighten\w*|bull(?:y|ied|ies|ying)|pick(?:s|ed|ing)? on|abus\w*|touch\w*|sex\w*|rape\w*|kiss\w*|naked|groom\w*"
    r"|exploit\w*|county lines|gang\w*|knife|knives|weapon\w*|drugs?|weed|cannabis|vap\w+|smok\w*|alcohol|drunk|drink(?:ing|s)? too"
    r"|missing|ran (?:away|off)|run(?:ning)? away|restrain\w*|held (?:me|down|him|her)|hold(?:ing)? me|police|arrest\w*|court|steal\w*"
    r"|stole\w*|self[- ]?harm\w*|cut(?:ting)? (?:my|him|her)\w*|suicid\w*|die|died|dead|death|overdose|cry|cried|crying|depress\w*"
    r"|anxi\w*|worr\w+|mental\w*|therap\w*|counsel\w*|camhs|psych\w*|medic\w*|tablets?|pills?|inject\w*|doctors?|dentist\w*|nurse"
    r"|hospital|ill|sick|unwell|asthma|epilep\w*|diabet\w*|adhd|autis\w*|allerg\w*|diet|weigh\w*|period(?:s|\b)|toilet|wet|wetting"
    r"|complain\w*|allegation\w*|blam\w*|accus\w*|racis\w*|sexis\w*|homophob\w*|hate[sd]?|contact|visits? from|lonely|alone)\b",
    re.IGNORECASE,
)
"""Words of protection, health and complaint: the words of a child with any of these are told to nobody."""

ABOUT_A_PERSON = frozenset({"QS10", "QS12"})
"""Health and protection: what was said under these is left out of the page unless somebody puts it in."""

CAPITAL = re.compile(r"(?<![.!?…:“\"‘'(] )(?<!^)(?<=[ (])([A-Z][\w’'-]*)")


ALSO_A_NAME = re.compile(
    r"\b(?:May|Grace|Hope|Joy|Faith|Summer|April|June|Rose|Ruby|Amber|Jade|Skye?|Will|Mark|Max|Jack|Bill|Rob|Frank|Lily"
    r"|Daisy|Ivy|Holly|Autumn|Angel|Precious|Blessing|Prince|King|Justice|River|Storm|Star|Harmony|Destiny|Miracle)"
    r"(?:['’]s)? (?:is|was|has|had|does|did|said|says|and|keeps|takes|took|gets|got|always|never|can|makes|made|lets|goes|went"
    r"|likes|wants|helps|helped|plays|shares)\b"
)
"""A word that is a given name too, where somebody does something."""


def points(text: str) -> list[str]:
    """What in the text could point at one child, in words; nothing where none is found. A name counts whoever's it is,
    also of a member of staff who is confirmed.
    """
    found = [why for why, pattern in ANY if pattern.search(text)]
    if masked([text], ())[1] or _initials(text) or ALSO_A_NAME.search(text):
        found.insert(0, "a name or initials")
    return list(dict.fromkeys(found))


def points_in_own_words(text: str) -> list[str]:
    """The same of a child's own words, in which more could: a day, somebody told of from outside, what one child alone
    may be, any other word that begins with a capital, and words of protection, health or complaint.
    """
    found = points(text) + [why for why, pattern in OF_A_CHILD if pattern.search(text)]
    if any(word.split("’")[0].split("'")[0].split("-")[0] not in MAY_BE_CAPITAL for word in CAPITAL.findall(text)):
        found.append("a word with a capital, which may name somebody or a place")
    return found + protection(text)


def protection(text: str) -> list[str]:
    """The words for it where the text has words of protection, health or complaint."""
    return ["words of protection, health or complaint"] if SENSITIVE.search(text) else []


def _initials(text: str) -> bool:
    return any(word not in STANDS_IN_CAPITALS for word in re.findall(r"\b[A-Z]{2,3}\b", text))


def points_in_an_answer(text: str) -> list[str]:
    """The same of what an adult tells the children."""
    from_outside, *_ = OF_A_CHILD
    return points(text) + [why for why, pattern in (from_outside,) if pattern.search(text)]


def is_sensitive(text: str, standards: list[str], source: str) -> bool:
    """Whether what was said is of protection, health or a complaint, by its words, its standard or its source."""
    return bool(SENSITIVE.search(text)) or not ABOUT_A_PERSON.isdisjoint(standards) or source == "Complaint"
