"""Each rule of the RAG, on the smallest tables that make it fire and those that just do not."""

import re
from datetime import date

import pytest

from metrics.rag.order import worst_first
from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from metrics.rag.rules import G1, HOME_RULES, OTHERWISE, RULES, UNRATED
from metrics.rag.status import cells, change, homes, status
from qa_data.scope import Scope, of_every_home
from qa_data.standards import CODES, STANDARDS
from qa_data.uploads import withdraw
from tests.drawn import load_drawn, store_with

AS_AT = of_every_home(date(2026, 10, 31))

VISIT = """
Home      | Visit date | Visit type | {columns}
Ash House | {day}      | Reg 44     | {values}
"""

CHECK = """
Home | Visit date | Visit type | {column}
{home} | {day} | {kind} | {said}
"""

CONCERN = """
Home | Date | Source | Standard | Kind | Finding
{home} | {day} | {source} | {code} | {kind} | Nobody listens
"""

TWO_HOMES = """
Home | Service type | Registered places | Opened
Beech House | Residential care | 3 | 2015-05-01
"""

ACTION = """
Home|Reference|Source|Source date|Regulation|Standard|Action|Raised|Due|Completed|Status|Decision|Reason
Ash House|A1|{source}|2026-01-05|12|QS12|Do it|2026-01-05|{due}|{completed}|{status}|{decision}|Why
"""


def visit(day="2026-10-14", **values) -> str:
    """One independent visit with these columns, by code or header."""
    return VISIT.format(day=day, columns=" | ".join(values).replace("_", " "), values=" | ".join(values.values()))


def places(reason: dict) -> list[tuple]:
    """Where the rows behind a reason stand, whichever upload of that file's name they are of."""
    return [(each["file"], each["sheet"], each["row"], each["cell"]) for each in reason["sources"]]


def check(said, column="QS12", kind="Management check", day="2026-10-14", home="Ash House") -> str:
    """One visit of the council's own."""
    return CHECK.format(said=said, column=column, kind=kind, day=day, home=home)


SAFE = "Children effectively safeguarded"


def concern(
    day="2026-10-02", source="Complaint", code="QS12", kind="Concern", home="Ash House", raised="", status="Open"
) -> list[str]:
    """One finding of a complaint or child, and an action under QS12 raised on that day, where there is one."""
    told = CONCERN.format(day=day, source=source, code=code, kind=kind, home=home)
    return [told, asked_on(raised, status)] if raised else [told]


def asked_on(raised: str, status="Open", code="QS12", home="Ash House", decision="") -> str:
    """One action raised on that day."""
    return (
        "Home | Reference | Source | Source date | Standard | Action | Raised | Status | Decision | Reason\n"
        f"{home} | A9 | Complaint | {raised} | {code} | Listen | {raised} | {status} | {decision} | Why"
    )


def action(source="Reg 44", due="2026-03-01", completed="", status="Open", decision="") -> str:
    """One action under QS12."""
    return ACTION.format(source=source, due=due, completed=completed, status=status, decision=decision)


def asked(raised: str, reference="A1", text="Write down every return interview within a day") -> str:
    """One recommendation under QS12 of that day, met since."""
    return (
        "Home | Reference | Source | Source date | Standard | Action | Raised | Due | Completed | Status\n"
        f"Ash House | {reference} | Reg 44 | {raised} | QS12 | {text} | {raised} | {raised} | {raised} | Completed"
    )


def returned(**counts) -> str:
    """One October return."""
    return f"Home | Month | {' | '.join(counts)}\nAsh House | Oct 2026 | {' | '.join(map(str, counts.values()))}"


def returns_of(column: str, counts: list[int]) -> str:
    """Returns of so many months, the last of them October, each with 84 child-nights."""
    months = [
        f"{(2026 * 12 + 9 - back) // 12}-{(2026 * 12 + 9 - back) % 12 + 1:02d}" for back in reversed(range(len(counts)))
    ]
    return "\n".join(
        [
            f"Home | Month | child_nights | {column}",
            *(f"Ash House | {month} | 84 | {count}" for month, count in zip(months, counts, strict=True)),
        ]
    )


def cell(*tables: str, code: str = "QS12", scope: Scope = AS_AT) -> dict:
    """The home's cell at a standard."""
    found = status(store_with(*tables), scope)["cells"]
    return next(each for each in found if each["standard"] == code)


def together(cases: list[list[str]]) -> dict[tuple, dict]:
    """A home's cell by its case and standard, where the tables of every case tell of homes of their own in one store:
    were a rule to look at another's home, a case that just does not fire would.
    """
    places = range(len(cases))
    own = (re.sub("(Ash|Beech) House", rf"\1 House {place}", table) for place in places for table in cases[place])
    homes = (f"Ash House {place} | Residential care | 3 | 2015-05-01 | SC{place}" for place in places)
    listed = "\n".join(["Home | Service type | Registered places | Opened | URN", *homes])
    found = {(each["home"], each["standard"]): each for each in status(store_with(*own, homes=listed), AS_AT)["cells"]}
    return {
        (tuple(tables), code): found[f"Ash House {place}", code] for place, tables in enumerate(cases) for code in CODES
    }


def home_of(colours: str) -> dict:
    """A home as a whole whose nine standards have these colours: g, a, r, and - for grey."""
    [home] = homes(cells_of("Ash House", colours))
    return home


def cells_of(home: str, colours: str) -> list[dict]:
    """Nine cells with these colours: g, a, r, and grey as - for no recent evidence or . for too few figures; w after
    them where the home gets worse in many things."""
    words = {
        "g": ("green", None),
        "a": ("amber", None),
        "r": ("red", None),
        "-": ("grey", NO_EVIDENCE),
        ".": ("grey", FEW_FIGURES),
    }
    letters = colours.split()
    since = {"worse_since": date(2026, 7, 1) if letters[9:] == ["w"] else None}
    return [
        dict(zip(("home", "standard", "rag", "unrated"), (home, code, *words[each]), strict=True)) | since
        for code, each in zip(CODES, letters[:9], strict=True)
    ]


def fired_at_home(colours: str) -> set[str]:
    """The rules of a home as a whole that fired."""
    return {reason["rule"] for reason in home_of(colours)["reasons"]}


def fired(*tables: str, code: str = "QS12") -> set[str]:
    """The rules that fired there."""
    return {reason["rule"] for reason in cell(*tables, code=code)["reasons"]}


FULL_QS09 = returned(activity_weeks=12, activity_weeks_met=12, activities_planned=20, activities_cancelled=0)

FIRES = [
    ([visit(QS12="Not met")], "QS12", "R1"),
    ([visit("2026-05-01", QS12="Not met")], "QS12", "R1"),
    ([action("Ofsted requirement")], "QS12", "R2"),
    ([action("Ofsted requirement", due="2026-10-30")], "QS12", "R2"),
    ([returned(restraints=1, restraints_exempt=0, restraints_recorded_24h=0)], "QS11", "R3"),
    (
        [returned(restraints=2, restraints_exempt=0, restraints_recorded_24h=0, restraints_signed_48h=0)],
        "QS11",
        "R4",
    ),
    ([visit(Children_effectively_safeguarded="No")], "QS12", "R5"),
    ([visit(QS08="Partly met")], "QS08", "A1"),
    ([action()], "QS12", "A2"),
    ([returned(reviews_due=10, reviews_on_time=5)], "QS14", "A3"),
    ([returned(reviews_due=10, reviews_on_time=9, placement_plans=10, placement_plans_current=9)], "QS14", "A3"),
    ([returns_of("missing_episodes", [0] * 12 + [4, 5])], "QS12", "A4"),
    ([visit(QS14="Partly met"), returned(reviews_due=10, reviews_on_time=10)], "QS14", "A6"),
    ([visit(QS14="Not met"), returned(reviews_due=10, reviews_on_time=10)], "QS14", "A6"),
    ([visit(QS14="Met"), returned(reviews_due=10, reviews_on_time=9)], "QS14", "A6"),
    ([], "QS09", "N1"),
    ([visit(QS09="Met")], "QS09", "N2"),
    ([asked("2026-01-05"), asked("2026-10-05", "A2")], "QS12", "A5"),
    ([check("No", SAFE)], "QS12", "R6"),
    ([check("No", SAFE, "Contract monitoring", "2026-05-01")], "QS12", "R6"),
    ([check("No", SAFE, "Reg 45")], "QS12", "R6"),
    # A Yes of the same day, one of an independent visitor, and words that are neither, take no No back.
    ([check("No", SAFE), check("Yes", SAFE, "Contract monitoring")], "QS12", "R6"),
    ([check("Yes", SAFE), check("No", SAFE, "Contract monitoring")], "QS12", "R6"),
    ([check("No", SAFE), check("Not stated", SAFE, day="2026-10-20")], "QS12", "R6"),
    ([check("No", SAFE), check("Yes", SAFE, "Reg 44", "2026-10-20")], "QS12", "R6"),
    ([check("Not met")], "QS12", "A7"),
    ([check("Partly met", "QS08", "Contract monitoring", "2026-05-01")], "QS08", "A7"),
    ([check("Partly met", kind="Reg 45")], "QS12", "A7"),
    ([check("Met"), check("Partly met", kind="Contract monitoring")], "QS12", "A7"),
    ([check("Not met"), check("Not looked at", day="2026-10-20")], "QS12", "A7"),
    ([check("Not met"), check("Met", kind="Reg 44", day="2026-10-20")], "QS12", "A7"),
    (concern(), "QS12", "A8"),
    (concern(source="Child or young person"), "QS12", "A8"),
    (concern("2026-05-01"), "QS12", "A8"),
    (concern(code="QS07, QS12"), "QS07", "A8"),
    (concern(raised="2026-10-01"), "QS12", "A8"),
    (concern(raised="2026-11-01"), "QS12", "A8"),
    ([*concern(), asked_on("2026-10-02", code="QS13")], "QS12", "A8"),
    ([TWO_HOMES, *concern(), asked_on("2026-10-02", home="Beech House")], "QS12", "A8"),
    ([*concern("2026-09-01"), *concern("2026-10-01", "Child or young person"), asked_on("2026-09-15")], "QS12", "A8"),
    ([visit(QS09="Met"), FULL_QS09], "QS09", "G1"),
]
"""What makes each rule fire: the tables, the standard and the rule."""

SILENT = [
    ([visit("2026-04-30", QS12="Not met")], "QS12", "R1"),
    ([visit("2026-09-14", QS12="Not met"), visit(QS12="Met")], "QS12", "R1"),
    ([visit(QS12="Not looked at")], "QS12", "R1"),
    ([action("Ofsted requirement", due="2026-10-31")], "QS12", "R2"),
    ([action("Ofsted requirement", completed="2026-02-01", status="Completed")], "QS12", "R2"),
    ([action("Ofsted requirement", status="Cancelled")], "QS12", "R2"),
    ([action("Ofsted requirement", decision="To be decided")], "QS12", "R2"),
    ([returned(restraints=1, restraints_exempt=1, restraints_recorded_24h=0)], "QS11", "R3"),
    ([returned(restraints=1, restraints_recorded_24h=0)], "QS11", "R3"),
    ([returned(restraints=1, restraints_exempt=0, restraints_recorded_24h=0)], "QS11", "R4"),
    (
        [visit("2026-09-14", Children_effectively_safeguarded="No"), visit(Children_effectively_safeguarded="Yes")],
        "QS12",
        "R5",
    ),
    ([visit(QS08="Met")], "QS08", "A1"),
    ([action(decision="Not accepted")], "QS12", "A2"),
    ([action(completed="2026-10-31", status="Completed")], "QS12", "A2"),
    ([returned(reviews_due=4, reviews_on_time=1)], "QS14", "A3"),
    ([returned(reviews_due=10, reviews_on_time=9)], "QS14", "A3"),
    ([returns_of("missing_episodes", [4, 5] + [0] * 12)], "QS12", "A4"),
    # A change needs three months before it.
    ([returns_of("missing_episodes", [0, 4, 5])], "QS12", "A4"),
    ([returns_of("missing_episodes", [2] * 14)], "QS12", "A4"),
    ([visit(QS14="Met"), returned(reviews_due=10, reviews_on_time=10)], "QS14", "A6"),
    ([visit(QS14="Partly met"), returned(reviews_due=10, reviews_on_time=9)], "QS14", "A6"),
    ([visit(QS14="Partly met"), returned(reviews_due=4, reviews_on_time=4)], "QS14", "A6"),
    ([visit("2026-04-30", QS14="Partly met"), returned(reviews_due=10, reviews_on_time=10)], "QS14", "A6"),
    ([visit("2026-08-01", QS09="Met")], "QS09", "N1"),
    ([asked("2025-10-31"), asked("2026-10-05", "A2")], "QS12", "A5"),
    ([asked("2026-01-05"), asked("2026-10-05", "A2", "Mend the fence round the garden")], "QS12", "A5"),
    ([visit(QS09="Met"), FULL_QS09], "QS09", "N2"),
    ([check("No", SAFE)], "QS13", "R6"),
    ([check("No", SAFE, day="2026-04-30")], "QS12", "R6"),
    ([check("No", SAFE, day="2026-11-01")], "QS12", "R6"),
    ([check("No", SAFE), check("Yes", SAFE, "Contract monitoring", "2026-10-15")], "QS12", "R6"),
    ([check("Not stated", SAFE)], "QS12", "R6"),
    ([check("No", SAFE, "Reg 44")], "QS12", "R6"),
    ([check("No", SAFE, "Reg 46")], "QS12", "R6"),
    ([TWO_HOMES, check("No", SAFE, home="Beech House")], "QS12", "R6"),
    ([check("Not met")], "QS08", "A7"),
    ([check("Not met", day="2026-04-30")], "QS12", "A7"),
    ([check("Not met"), check("Met", kind="Contract monitoring", day="2026-10-15")], "QS12", "A7"),
    ([check("Not looked at")], "QS12", "A7"),
    ([check("Met")], "QS12", "A7"),
    ([check("Not met", kind="Reg 44")], "QS12", "A7"),
    ([check("Not met", kind="Reg 46")], "QS12", "A7"),
    ([TWO_HOMES, check("Not met", home="Beech House")], "QS12", "A7"),
    (concern("2026-10-03"), "QS12", "A8"),
    (concern("2026-04-30"), "QS12", "A8"),
    (concern(code="QS07"), "QS12", "A8"),
    (concern(source="Management check"), "QS12", "A8"),
    (concern(kind="Good practice"), "QS12", "A8"),
    (concern(raised="2026-10-02"), "QS12", "A8"),
    (concern(raised="2026-10-02", status="Cancelled"), "QS12", "A8"),
    (concern(raised="2026-10-31"), "QS12", "A8"),
    ([*concern(), asked_on("2026-10-09", decision="Not accepted")], "QS12", "A8"),
    ([*concern(), asked_on("2026-10-09", decision="To be decided")], "QS12", "A8"),
    ([TWO_HOMES, *concern(home="Beech House")], "QS12", "A8"),
    ([visit(QS09="Partly met"), FULL_QS09], "QS09", "G1"),
    ([FULL_QS09], "QS09", "G1"),
]
"""What just does not make it fire."""


@pytest.fixture(scope="module")
def fired_of():
    """The rules that fired at a standard for the tables of a case."""
    # A signal is judged among all of the service, so what is about one has a store to itself.
    found = together([tables for tables, _, rule in FIRES + SILENT if rule != "A4"])

    def rules(tables: list[str], code: str) -> set[str]:
        told = found.get((tuple(tables), code)) or cell(*tables, code=code)
        return {reason["rule"] for reason in told["reasons"]}

    return rules


@pytest.mark.parametrize(("tables", "code", "rule"), FIRES)
def test_a_rule_fires(fired_of, tables, code, rule):
    assert rule in fired_of(tables, code)


@pytest.mark.parametrize(("tables", "code", "rule"), SILENT)
def test_a_rule_does_not_fire(fired_of, tables, code, rule):
    assert rule not in fired_of(tables, code)


HOME_FIRES = [
    ("g g g g g g r g g", "H1"),
    ("r r g g g g g g g", "H2"),
    ("r a a a - - - - g", "H3"),
    ("a a g g g g g g g", "H4"),
    ("- - - - g g g g g", "H5"),
    ("a - - - g g g g g", "H6"),
    ("g g g g g g g g g w", "H7"),
]

HOME_SILENT = [
    ("r r r r r r a r r", "H1"),
    ("r a a a a a a a a", "H2"),
    ("r r g g g g g g g", "H3"),
    ("g g g g g g g g g", "H3"),
    ("r a g g g g g g g", "H4"),
    ("- - - r a g g g g", "H5"),
    ("r g g g g g g g g", "H6"),
    ("a a g g g g g g g", "H6"),
    ("- - - - g g g g g", "H6"),
    ("r r g g g g g g g", "H7"),
]


@pytest.mark.parametrize(("colours", "rule"), HOME_FIRES)
def test_a_rule_of_the_home_fires(colours, rule):
    assert rule in fired_at_home(colours)


@pytest.mark.parametrize(("colours", "rule"), HOME_SILENT)
def test_a_rule_of_the_home_does_not_fire(colours, rule):
    assert rule not in fired_at_home(colours)


@pytest.mark.parametrize(
    ("rules", "cases"),
    [
        ((*RULES, G1), FIRES),
        ((*RULES, G1), SILENT),
        ((*HOME_RULES, OTHERWISE), HOME_FIRES),
        ((*HOME_RULES, OTHERWISE), HOME_SILENT),
    ],
    ids=["fires", "silent", "fires at a home", "silent at a home"],
)
def test_every_rule_is_made_to_fire_and_just_not_to(rules, cases):
    assert {rule.id for rule in rules} == {case[-1] for case in cases}


def test_the_latest_opinion_that_says_yes_or_no_counts():
    tables = [
        visit("2026-09-14", Children_effectively_safeguarded="No"),
        visit(Children_effectively_safeguarded="Not stated"),
    ]
    assert "R5" in fired(*tables)


def test_an_action_completed_after_the_day_was_overdue_on_it():
    assert "A2" in fired(action(completed="2026-11-02", status="Completed"))


def test_green_needs_recent_evidence_and_half_of_the_indicators():
    found = cell(visit(QS09="Met"), FULL_QS09, code="QS09")
    assert (found["rag"], found["evidence"], found["change"]) == ("green", "some", "new")
    assert [reason["rule"] for reason in found["reasons"]] == ["G1"]


GREEN = (visit(QS09="Met"), FULL_QS09)
MONITORED = check("Not met", "QS09", "Contract monitoring", "2026-09-03")
CHECKED = check("Met", "QS09", day="2026-10-08")
INADEQUATE = (
    "Home | Inspection date | Inspection type | Overall | Helped and protected | Leaders and managers\n"
    "Ash House | {day} | Full | Inadequate | Inadequate | Good"
)
FOUND = "the contract monitoring of 3 Sep 2026 found the standard not met"
JUDGED = "Ofsted's full inspection of 1 May 2026 judged children's overall experiences and progress Inadequate"


SOOTHED = [
    ([MONITORED, CHECKED], FOUND),
    ([MONITORED, CHECKED, asked_on("2026-09-02", code="QS09")], FOUND),
    ([MONITORED, CHECKED, asked_on("2026-09-03", "Cancelled", code="QS09")], FOUND),
    ([MONITORED, CHECKED, asked_on("2026-09-03", code="QS08")], FOUND),
    ([MONITORED, CHECKED, check("Not looked at", "QS09", "Contract monitoring", "2026-10-20")], FOUND),
    ([check("Not met", "QS09", "Reg 46", "2026-09-03")], FOUND.replace("contract monitoring", "Reg 46 location")),
    ([INADEQUATE.format(day="2026-05-01")], JUDGED),
    ([INADEQUATE.format(day="2026-05-01"), MONITORED, CHECKED], f"{JUDGED} and {FOUND}"),
    ([MONITORED, CHECKED, check("Met", "QS09", "Contract monitoring", "2026-09-20")], None),
    ([MONITORED, CHECKED, asked_on("2026-09-03", code="QS09")], None),
    ([MONITORED.replace("2026-09-03", "2026-04-30"), CHECKED], None),
    ([INADEQUATE.format(day="2026-04-30")], None),
    ([check("No", SAFE)], None),
]
"""What speaks against a standard that is green, and how that is said."""


@pytest.fixture(scope="module")
def green():
    """The cells of those cases, which have a good visit and return beside."""
    return together([[*GREEN, *tables] for tables, _ in SOOTHED])


@pytest.mark.parametrize(("tables", "said"), SOOTHED)
def test_green_does_not_soothe_while_a_word_against_the_standard_stands(green, tables, said):
    found = green[(*GREEN, *tables), "QS09"]
    said = said and said.replace("Reg 46 location", "Regulation 46 location review")
    [reason] = found["reasons"]
    assert (found["rag"], reason["rule"], bool(reason["sources"])) == ("green", "G1", bool(said))
    assert reason["text"] == (
        f"No rule calls for red or amber; but {said}, and no action that stands has been raised since."
        if said
        else "Nothing calls for red or amber, and there is independent evidence of 14 Oct 2026."
    )


@pytest.mark.parametrize(
    ("tables", "rule", "said"),
    [
        (
            [check("No", SAFE), check("No", SAFE, "Contract monitoring")],
            "R6",
            "The council's own contract monitoring and management check of 14 Oct 2026 answered No"
            " to whether children are effectively safeguarded.",
        ),
        (
            [check("Partly met", kind="Reg 45"), check("Met")],
            "A7",
            "The council's own Regulation 45 review of 14 Oct 2026 found the standard partly met.",
        ),
        (
            [*concern("2026-09-03"), *concern(source="Child or young person")],
            "A8",
            "No action was raised after 2 concerns: a complaint (3 Sep 2026) and a child or young person (2 Oct 2026).",
        ),
    ],
)
def test_who_said_it_and_when_is_told(tables, rule, said):
    [reason] = [each for each in cell(*tables)["reasons"] if each["rule"] == rule]
    assert reason["text"] == said
    assert len(reason["sources"]) == (1 if rule == "A7" else 2)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"school_possible": 100, "school_attended": 80}, "1 indicator is red: School attendance 80 of 100"),
        (
            {"school_possible": 100, "school_attended": 80, "school_lost": 6, "peps_eligible": 10, "peps_current": 9},
            "2 indicators are red and 1 indicator is amber: School attendance",
        ),
        (
            {"school_possible": 100, "school_attended": 92, "peps_eligible": 10, "peps_current": 9},
            "2 indicators are amber: ",
        ),
    ],
)
def test_a_reason_is_a_sentence_that_agrees_with_its_counts(columns, said):
    texts = [reason["text"] for reason in cell(returned(**columns), code="QS08")["reasons"]]
    assert any(text.startswith(said) for text in texts), texts


@pytest.mark.parametrize(("met", "said"), [(42, "42 of 48 (88 %"), (43, "43 of 48 (89.6 %"), (44, None)])
def test_a_share_just_short_of_its_target_is_not_told_as_the_target(met, said):
    sheet = returned(activity_weeks=48, activity_weeks_met=met, activities_planned=30, activities_cancelled=2)
    found = cell(sheet, code="QS09")
    texts = [reason["text"] for reason in found["reasons"] if reason["rule"] == "A3"]
    assert [f"Weeks with a chosen activity {said}; local target 90 %)" in text for text in texts] == [True] * bool(said)


def test_one_indicator_that_contradicts_the_verdict_is_said_to_be_not_green():
    texts = [
        reason["text"]
        for reason in cell(visit(QS08="Met"), returned(school_possible=100, school_attended=92), code="QS08")["reasons"]
    ]
    assert any(text.endswith("but the one rated indicator of the home's return is not green.") for text in texts)


def test_an_indicator_not_for_short_breaks_is_neither_rated_nor_counted():
    homes_sheet = "Home | Service type | Registered places | Opened\nAsh House | Short breaks | 5 | 2015-05-01"
    store = store_with(
        visit(QS08="Met"),
        returned(school_possible=100, school_attended=10, peps_eligible=10, peps_current=0),
        homes=homes_sheet,
    )
    education = next(each for each in status(store, AS_AT)["cells"] if each["standard"] == "QS08")
    # Of the six indicators only STD1 to STD3 count for short breaks, and one of the three has a value.
    assert [reason["text"] for reason in education["reasons"]] == [
        "Too few figures: 1 of 3 indicators has a value in the last 3 complete months."
    ]


SURE = [
    ([], "none"),
    ([FULL_QS09], "thin"),
    ([visit(QS09="Met")], "thin"),
    ([visit(QS09="Met"), FULL_QS09], "some"),
    (
        [
            visit(QS09="Met"),
            FULL_QS09,
            "Home | Inspection date | Inspection type | Overall\nAsh House | 2025-11-20 | Full | Good",
        ],
        "strong",
    ),
    (["Home | Inspection date | Inspection type | Overall\nAsh House | 2026-09-20 | Full | Good"], "some"),
    (["Home | Inspection date | Inspection type\nAsh House | 2026-09-20 | Assurance"], "none"),
    (
        [
            "Home | Date | Source | Standard | Kind | Finding\nAsh House | 2026-09-20 | Reg 44 | QS09 | Good"
            " practice | Fine"
        ],
        "thin",
    ),
    (
        [
            "Home | Date | Source | Standard | Kind | Finding\nAsh House | 2026-09-20 | Complaint | QS09 | Concern"
            " | Not fine"
        ],
        "none",
    ),
]
"""What a standard is told of, and how sure that is."""


@pytest.fixture(scope="module")
def surely():
    """The cells of those cases."""
    return together([tables for tables, *_ in SURE])


@pytest.mark.parametrize(("tables", "evidence"), SURE)
def test_how_sure(surely, tables, evidence):
    assert surely[tuple(tables), "QS09"]["evidence"] == evidence


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("green", "red", "worse"),
        ("amber", "red", "worse"),
        ("red", "amber", "better"),
        ("amber", "green", "better"),
        ("red", "red", "same"),
        ("grey", "grey", "same"),
        ("grey", "red", "new"),
        ("green", "grey", "new"),
        (None, "green", "new"),
    ],
)
def test_change(before, now, said):
    assert change(before, now) == said


def test_change_compares_with_the_end_of_the_month_before():
    found = cell(visit("2026-09-14", QS12="Met"), visit("2026-10-14", QS12="Not met"), action(due="2026-09-01"))
    assert (found["before"], found["rag"], found["change"]) == ("amber", "red", "worse")


@pytest.mark.parametrize(
    ("colours", "rag"),
    [
        ("g g g g g g g g g", "green"),
        ("g g g g g g r g g", "red"),
        ("r g g g g g g g g", "amber"),
        ("r r g g g g g g g", "red"),
        ("a g g g g g g g g", "green"),
        ("a a g g g g g g g", "amber"),
        ("- - - g g g g g g", "green"),
        ("- - - - g g g g g", "grey"),
        (". - . - g g g g g", "grey"),
        ("- - - - a a g g g", "amber"),
    ],
)
def test_a_home_as_a_whole(colours, rag):
    assert home_of(colours)["rag"] == rag


def test_a_home_that_gets_worse_says_since_when():
    told = home_of("g g g g g g g g g w")
    assert told["rag"] == "amber" and "worse in many things at once, since about Jul 2026." in str(told["reasons"])


@pytest.mark.parametrize(
    ("colours", "lacks"),
    [
        ("- - - - g g g g g", "no recent evidence for {0}, {1}, {2} and {3}"),
        (". . . . g g g g g", "too few figures for {0}, {1}, {2} and {3}"),
        ("- . - . g g g g g", "no recent evidence for {0} and {2}; too few figures for {1} and {3}"),
        (". . . - g g g g g", "no recent evidence for {3}; too few figures for {0}, {1} and {2}"),
    ],
)
def test_a_home_without_a_rating_says_what_its_standards_lack(colours, lacks):
    names = [each.name for each in STANDARDS]
    assert [reason["text"] for reason in home_of(colours)["reasons"]] == [
        f"Four or more standards have no rating: {lacks.format(*names)}."
    ]


LACKING = [
    ([], NO_EVIDENCE, ["N1", "N2"]),
    (
        [FULL_QS09, action(due="2026-09-15", completed="2026-09-01", status="Completed").replace("QS12", "QS09")],
        NO_EVIDENCE,
        ["N1"],
    ),
    ([visit(QS09="Met")], FEW_FIGURES, ["N2"]),
    ([visit(QS09="Met"), FULL_QS09], None, ["G1"]),
    ([visit(QS09="Not met")], None, ["R1", "N2"]),
]
"""What a standard is told of, why it has no rating and the rules that say so."""


@pytest.fixture(scope="module")
def lacking():
    """The cells of those cases."""
    return together([tables for tables, *_ in LACKING])


@pytest.mark.parametrize(("tables", "unrated", "rules"), LACKING)
def test_grey_says_which_of_two_things_is_lacking(lacking, tables, unrated, rules):
    found = lacking[tuple(tables), "QS09"]
    assert (found["unrated"], [reason["rule"] for reason in found["reasons"] if reason["rule"] != "R4"]) == (
        unrated,
        rules,
    )
    for reason in found["reasons"]:
        if reason["rule"] in UNRATED:
            assert reason["text"].startswith(f"{UNRATED[reason['rule']].capitalize()}: ")


def test_homes_stand_worst_first():
    drawn = {
        "A green": "g g g g g g g g g",
        "B grey": "- - - - g g g g g",
        "C amber, more grey": "a a g g g g g - -",
        "D amber": "a a g g g g g g g",
        "E amber by one red": "r g g g g g g g g",
        "F red by two": "r r g g g g g g g",
        "G red by three": "r r r g g g g g g",
        "H unprotected": "g g g g g g r g g",
        "I unprotected, more amber": "a g g g g g r g g",
        "J unprotected and another": "g g g g g g r r g",
        "K red by two, amber": "r r a g g g g g g",
        "L like F": "r r g g g g g g g",
    }
    told = [each for home, colours in drawn.items() for each in cells_of(home, colours)]
    assert [state["home"][0] for state in worst_first(homes(told), told)] == list("JIHGKFLECDBA")


def test_each_reason_leads_to_its_rows():
    found = cell(visit(QS12="Not met"))
    assert places(found["reasons"][0]) == [("Drawn.xlsx", "Sheet2", 2, "D2")]


def test_an_indicators_reason_leads_to_its_returns():
    found = cell(returned(reviews_due=10, reviews_on_time=5), code="QS14")
    assert ("Drawn.xlsx", "Sheet2", 2, "D2") in places(found["reasons"][0])


def test_a_published_full_inspection_is_evidence_too():
    store = store_with()
    with store.writing(of_every_home()) as cursor:
        cursor.run(
            "insert into main.published_inspections by name select 'SC1' as urn, date '2026-09-20' as inspection_date, "
            "'Full inspection' as inspection_type, upload_id, uuid() as row_key from uploads"
        )
    assert {each["evidence"] for each in cells(store, AS_AT)} == {"some"}


def test_no_home_before_it_opens_or_after_it_closes():
    homes_sheet = (
        "Home | Service type | Registered places | Opened | Closed\nOld | Residential | 3 | 2015-05-01 |"
        " 2026-10-30\nNew | Residential | 3 | 2026-11-01 |"
    )
    assert cells(store_with(homes=homes_sheet), AS_AT) == []


def test_as_known_before_a_later_upload():
    store = store_with(visit("2026-09-14", QS12="Met"))
    from qa_data.uploads import last_change

    then = last_change(store, of_every_home())
    load_drawn(store, visit(QS12="Not met"))
    rag = {
        known: next(
            each["rag"] for each in cells(store, of_every_home(AS_AT.as_at, known)) if each["standard"] == "QS12"
        )
        for known in (then, None)
    }
    assert rag == {then: "grey", None: "red"}


def test_cells_and_status_tell_the_same_colours():
    store = store_with(visit(QS12="Not met", QS08="Partly met"), action(), returned(shifts=10, shifts_agency=3))
    assert cells(store, AS_AT) == [
        {name: value for name, value in each.items() if name != "reasons"} for each in status(store, AS_AT)["cells"]
    ]


def test_each_rule_has_an_id_of_its_own_and_a_sentence():
    rules = (*RULES, *HOME_RULES)
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.sentence.endswith(".") for rule in rules)


def test_a_requirement_missed_under_any_standard_stands_behind_the_leadership_indicator():
    found = cell(action("Ofsted requirement", due="2026-10-01"), code="QS13")
    legal = next(reason for reason in found["reasons"] if reason["rule"] == "R3")
    assert ("Drawn.xlsx", "Sheet2", 2, "I2") in places(legal)


def test_what_was_answered_last_is_told_again_until_the_store_or_the_question_is_another():
    store = store_with(visit(QS12="Met"))
    first = status(store, AS_AT)
    assert status(store, AS_AT) is first
    assert status(store, AS_AT.at(date(2026, 9, 30)))["as_at"] == "2026-09-30"
    assert {each["home"] for each in status(store, AS_AT.narrowed([]))["cells"]} == set()
    status(store, AS_AT)
    upload_id = load_drawn(store, check("Not met"), file="Check.xlsx")
    changed = status(store, AS_AT)
    assert changed["cells"] != first["cells"]
    withdraw(store, AS_AT, upload_id, "Jo")
    assert status(store, AS_AT)["cells"] == first["cells"]
