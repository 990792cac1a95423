"""The nine quality standards: regulations 6 to 14 of the Children's Homes (England) Regulations 2015 (SI 2015/541)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Standard:
    """A quality standard, and the days from and to which it is law."""

    code: str
    regulation: int
    name: str
    short: str
    also: tuple[str, ...]
    outcome: str = ""
    """What the regulation is for, in plain words; not its text."""
    good: tuple[str, ...] = ()
    """What good looks like, from the regulation's own points."""
    valid_from: date = date(2015, 4, 1)
    valid_to: date | None = None

    @property
    def title(self) -> str:
        """The title that regulation 4 gives it."""
        return f"The {self.name[0].lower()}{self.name[1:]} standard"


STANDARDS = (
    Standard(
        "QS06",
        6,
        "Quality and purpose of care",
        "Quality & purpose",
        ("Quality of care", "Quality and purpose"),
        "Staff understand what the home is for and use that to meet each child’s needs and help each child to fulfil"
        " their potential.",
        (
            "The statement of purpose is up to date, and what staff do follows from it.",
            "Care is personal: it follows each child’s plan and history.",
            "Children learn resilience and skills for an independent life.",
            "The home is safe, comfortable and in good repair, and children take part in its daily life.",
        ),
    ),
    Standard(
        "QS07",
        7,
        "Children's views, wishes and feelings",
        "Views & feelings",
        ("Views, wishes and feelings", "Children's views", "Views and feelings"),
        "Children have their views, wishes and feelings heard, and staff take them into account in what they do.",
        (
            "Children are asked about the quality of their care, often and in ways that suit them.",
            "They are told how their views were used, and why.",
            "They know how to complain and who can speak for them.",
            "What they raise is answered, and something changes.",
        ),
    ),
    Standard(
        "QS08",
        8,
        "Education",
        "Education",
        (),
        "Children make measurable progress towards their educational potential, and staff help them to.",
        (
            "Each child attends as their plan says.",
            "A child who is out of school is supported, and back as soon as possible.",
            "Plans have targets, and staff and school talk.",
            "Barriers to learning are found and dealt with.",
        ),
    ),
    Standard(
        "QS09",
        9,
        "Enjoyment and achievement",
        "Enjoy & achieve",
        ("Enjoy and achieve", "Enjoyment", "Achievement"),
        "Children take part in and benefit from activities that meet their needs and develop their interests.",
        (
            "Each child does something that they chose, every week.",
            "Activities are not cancelled because staff are short.",
            "Achievements are noticed and celebrated.",
            "Interests and friendships outside the home grow.",
        ),
    ),
    Standard(
        "QS10",
        10,
        "Health and well-being",
        "Health & well-being",
        ("Health", "Well-being", "Health and wellbeing"),
        "Children’s health and well-being needs are met, and they are helped to lead healthy lives.",
        (
            "Health and dental checks are in date, and appointments are kept.",
            "Each child has a doctor and a dentist.",
            "Medicines are given and recorded right.",
            "Children understand their own health and are helped with how they feel.",
        ),
    ),
    Standard(
        "QS11",
        11,
        "Positive relationships",
        "Relationships",
        ("Relationships",),
        "Children have relationships built on respect and trust, and know what behaviour is acceptable; staff respond"
        " positively.",
        (
            "Staff are warm, consistent and fair.",
            "Conflict is calmed without touch wherever it can be.",
            (
                "Restraint is rare, recorded in 24 hours, reviewed in 48, and talked through with the child in 5 days"
                " (regulation 35)."
            ),
            "Children learn to put things right.",
        ),
    ),
    Standard(
        "QS12",
        12,
        "Protection of children",
        "Protection",
        ("Protection", "Safeguarding"),
        "Children are protected from harm and helped to keep themselves safe.",
        (
            "Risks are assessed from each child’s plan, kept current and made smaller.",
            "Staff see the signs of harm and act at once.",
            "A child who goes missing is found, welcomed back and listened to.",
            "The right people are told without delay (regulation 40).",
        ),
    ),
    Standard(
        "QS13",
        13,
        "Leadership and management",
        "Leadership",
        ("Leadership", "Management", "Leaders and managers"),
        "The manager inspires and leads a culture that helps children to aspire and to fulfil their potential.",
        (
            "There are enough staff, who know the children and stay.",
            "Staff are trained, qualified, supervised and appraised (regulations 32 and 33).",
            "The independent visitor comes every month, and what is found is acted on (regulation 44).",
            "Reviews lead to better care (regulations 13(2)(h), 45 and 46).",
        ),
    ),
    Standard(
        "QS14",
        14,
        "Care planning",
        "Care planning",
        ("Care plans",),
        "Children’s care is planned well, and they are helped to arrive, settle and move on well.",
        (
            "Children are admitted only when the home can meet their needs.",
            "Placement plans are in date, and followed.",
            "Endings are planned; moves are prepared.",
            "The home asks for a review when a plan no longer works.",
        ),
    ),
)

CODES = tuple(standard.code for standard in STANDARDS)

_BY_CODE = {each.code: each for each in STANDARDS}


def standard(code: str) -> Standard:
    """The standard with that code; KeyError if there is none."""
    return _BY_CODE[code]
