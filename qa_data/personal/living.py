"""What only people do and have: of a name that things go by as well, and of any word whatever."""

import re

from qa_data.late import late
from qa_data.personal.walk import Walk
from qa_data.personal.words import HERE

AS_FAR = 90
PARTS = {
    "{OF_A_DAY}": r"(?:back )?(?:to|at|in|into) (?:school|college|education|therapy|bed|work|class|lessons?|camhs)\b",
    "{LED}": "(?:good|great|excellent|some|steady|real|huge|more|positive)",
    "{IS}": "(?:(?:is|was|has been|had been)(?:n['’]t| not)? (?:now |still |currently |again |often |also )*)",
    "{HERS}": "(?:her|his|their)",
    "{CANNOT}": "(?:(?:does|did|ca) ?n['’o]?t|cannot)",
    "{CONDITION}": r"(?:autism|adhd|asd|asthma|epilepsy|diabetes|eczema|dyslexia|ptsd|fasd|odd)\b",
    "{RELATIVE}": (
        "(?:mum|mam|mother|dad|father|nan|gran|grandma|grandparents?|brothers?|sisters?|siblings?|twin|cousins?|aunt"
        r"|uncle|key ?-?workers?|social worker|sw|friends?|girlfriend|boyfriend|family|carers?|advocate|step-?\w+)\b"
    ),
    "{HELP}": (
        "(?:glasses|shoes|trainers|coat|uniform|clothes|haircut|dentist|optician|gp|passport|tutor|tuition|advocate"
        "|interpreter|school place|mentor|therapy|counselling|sleep|inhaler|help|support|encouragement|reminding"
        r"|prompting|reassurance|stability|cuddles?|hugs?)\b"
    ),
}
"""What the lines of the lists have in common."""


def _any_of(name: str) -> str:
    """The lines of a list, each a regular expression, as one."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n")
    for part, pattern in PARTS.items():
        lines = lines.replace(part, pattern)
    return f"(?:{lines.replace(chr(10), '|')})"


SAID, RECORDED = _any_of("said_of_persons"), _any_of("records_of_persons")
ONLY_PERSONS = late(
    rf",? (?:(?:also|then|both|again|recently|since) )?{SAID}|(?: -| –|:) {RECORDED}",
    re.IGNORECASE,
)
"""What is said of people alone, where the words that it begins with are said of things as well."""

NOBODY_ELSE = late(_any_of("said_of_nobody_else"), re.IGNORECASE)
"""What is said of a person whatever word it is said of."""

LEADS = frozenset(
    "uses use goes prefers and turned turns gets got keeps share shares shared cleans cleaned tidied smashed trashed"
    " ran run runs like asks hoped needs pushed cuddled fears forgets forgot vaped self-harm wets wet"
    " suffers who".split()
)
"""Words that what follows may begin with, besides what people do."""


def living(walk: Walk, last: int) -> bool:
    """Whether what only people do follows: was reported missing, has not been to school."""
    return not walk.owns(last) and bool(ONLY_PERSONS.match(_next(walk, last)))


def surely(walk: Walk, last: int) -> bool:
    """Whether what nothing but a person does or has follows, so that any word before it is somebody."""
    return not walk.owns(last) and bool(NOBODY_ELSE.match(_next(walk, last)))


def _next(walk: Walk, last: int) -> str:
    return walk.text[walk.ends[last] : walk.ends[last] + AS_FAR]
