"""What only people do, though the words that it begins with are said of things as well."""

import re

from qa_data.personal.walk import Walk

OF_A_DAY = r"(?:back )?(?:to|at|in|into) (?:school|college|education|therapy|bed|work|class|lessons?|camhs)\b"
LED = r"(?:good|great|excellent|some|steady|real|huge|more|positive)"
ONLY_PERSONS = re.compile(
    r",? (?:(?:also|then|both|again|recently|since) )?(?:"
    r"(?:was|is|has been|had been) (?:again )?(?:reported|declared|recorded) (?:as )?(?:missing|absent)"
    r"|(?:was|has been|had been) (?:spoken to|kept safe|taken to (?:a&e|hospital)|reunited)\b"
    r"|(?:was|has been|had been) (?:well )?supported by (?:her|his|staff|adults|keyworkers?)\b"
    rf"|(?:has|had)(?: not| never)? (?:been|gone|returned) {OF_A_DAY}|(?:was|is|has been) not {OF_A_DAY}"
    r"|(?:has|had)(?: really)? grown in (?:confidence|independence|maturity|self)"
    rf"|(?:has|have|had)? ?(?:made|making) {LED} progress (?:at|in|with) (?:school|college|education|(?:her|his) )"
    r"|(?:has|had)(?: not| never)? attended (?:school|college|education|therapy|camhs|all|her|his)\b"
    r"|(?:has|had) been attending\b|(?:has|had) (?:started|begun) (?:school|college|smoking|vaping)\b"
    r"|(?:has )?had a (?:good|bad|difficult|hard|settled|great|lovely|rough) (?:week|day|weekend|night|month)\b"
    r")",
    re.IGNORECASE,
)
"""What is said of people alone, where the words that it begins with are said of things as well."""


def living(walk: Walk, last: int) -> bool:
    """Whether what only people do follows: was reported missing, has not been to school."""
    end = walk.ends[last]
    return not walk.owns(last) and bool(ONLY_PERSONS.match(walk.text[end : end + 80]))
