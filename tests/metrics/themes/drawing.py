"""Visits and findings for the tests of themes, drawn and made up."""

from datetime import date
from random import Random

from metrics.themes import themes
from metrics.themes.tagging import read
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))

ASH, BIRCH, CLOVER, DENE, ELDER = HOMES = ("Ash House", "Birch House", "Clover House", "Dene House", "Elder House")

CONCERNS = {
    "medication": (
        "Two doses of medication were missed on {day}.",
        "The medication error of last week was not reported.",
        "MAR charts had {n} gaps.",
        "A controlled drug was signed for by one person only; medication audits are overdue.",
        "Medication was out of date in the cabinet on shelf {place}.",
        "There were {n} medication errors in the month.",
        "Staff are not trained to give medication to {who}.",
    ),
    "fire-safety": (
        "The fire drill is overdue.",
        "No fire drill has been held since {day}.",
        "The fire risk assessment is out of date for {who}.",
        "Fire alarm tests were missed on {day}.",
        "Two fire doors were wedged open near {place}.",
    ),
    "supervision": (
        "Staff supervision is overdue for {who}.",
        "Staff supervision has lapsed for {who}.",
        "Supervisions were missed for {who}.",
    ),
}
"""Sentences that mention one theme as a concern; a test says that they do."""

PLAIN = (
    "I arrived on {day} and was shown round.",
    "The {place} has been painted.",
    "We looked at {place} together.",
    "I met {who} in {place}.",
)

WORDS = {
    "day": ("Monday", "Tuesday", "Thursday", "Saturday", "Sunday"),
    "n": ("some", "several", "many", "a few"),
    "place": ("the kitchen", "the office", "the hall", "the lounge", "the garden", "the landing"),
    "who": ("the night staff", "new staff", "the deputy", "two workers", "bank staff", "seniors"),
}


def said(sentence: str, rng: Random) -> str:
    """The sentence with its gaps filled in."""
    return sentence.format(**{name: rng.choice(words) for name, words in WORDS.items()})


def concern(theme: str, rng: Random) -> str:
    """A sentence that mentions the theme as a concern."""
    return said(rng.choice(CONCERNS[theme]), rng)


def months(count: int, until: date = date(2026, 10, 1)) -> list[date]:
    """The first days of so many months, the last of which is `until`."""
    last = 12 * until.year + until.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - count + 1, last + 1)]


def visit(home: str, day: date, visitor: str = "J. Marlowe", **texts) -> dict:
    """A row of the sheet of visits."""
    return {"home": home, "visit_date": day, "visit_type": "Regulation 44 visit", "visitor": visitor, **texts}


def finding(home: str, day: date, text: str, kind: str = "Concern", source: str = "Regulation 44 visit") -> dict:
    """A row of the sheet of findings."""
    return {"home": home, "found_on": day, "source": source, "standards": ["QS12"], "kind": kind, "finding": text}


def store_of(visits: list[dict] = (), findings: list[dict] = (), homes: tuple[str, ...] = HOMES) -> Store:
    """A store in memory with these rows."""
    store = open_store(MEMORY)
    named = [
        {
            "home": home,
            "service_type": "Residential care",
            "places": 3,
            "opened": date(2015, 5, 1),
            "other_names": [home.split()[0]],
        }
        for home in homes
    ]
    upload(store, homes=named, visits=list(visits), findings=list(findings))
    return store


def told(store: Store, theme: str, scope: Scope = AS_AT, home: str | None = None) -> dict | None:
    """The theme's row of the answer; None where it is not listed."""
    return next(
        (each for each in themes(store, scope)["themes"] if (each["theme"], each["home"]) == (theme, home)), None
    )


def mentioned(text: str, kind: str = "Concern") -> set[str]:
    """The themes that the text mentions as a concern."""
    return {
        mention.theme for sentence in read(text, kind) for mention in sentence.mentions if mention.polarity == "concern"
    }
