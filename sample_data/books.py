"""The workbooks, each as the people who keep it would."""

import csv
from datetime import date
from pathlib import Path

from qa_data.standards import standard
from sample_data.actions import actions
from sample_data.findings import Finding, by_ofsted, in_between
from sample_data.inspections import inspections
from sample_data.plans import plan
from sample_data.return_books import RETURN_BOOKS
from sample_data.sheets import Sheet, as_regulations, british, write_book
from sample_data.visits import independent_visits, reviews
from sample_data.words import CODES
from sample_data.world import COUNCIL, HOMES

EXPORT_FROM = date(2026, 4, 1)
"""From here the visitors' findings come as an export of the contractor's own program."""

SHORT_TYPES = {
    "Regulation 44 visit": "Reg 44",
    "Regulation 45 review": "Reg 45",
    "Regulation 46 location review": "Reg 46",
}
SHORT_NAMES = {"Beech House": "The Beeches", "Cedar View": "Cedars", "Damson Cottage": "DAMSON COTTAGE"}

ONLY_INDEPENDENT = (
    "children_living",
    "children_spoken_to",
    "children_in_private",
    "families_contacted",
    "professionals_contacted",
    "safeguarded",
    "wellbeing_promoted",
    "report_quality",
    "report_sent_to_ofsted",
    *(f"verdict_{code.lower()}" for code in CODES),
)
"""What the council's own reviews and checks do not record."""

TRACKER_ORDER = (
    "reference",
    "home",
    "source",
    "source_date",
    "standards",
    "action",
    "priority",
    "owner",
    "raised",
    "due",
    "completed",
    "status",
)


def homes_and_plans(path: Path) -> None:
    """The list of homes, and the service plans."""
    homes = [vars(home) | {"home": home.name, "responsible_individual": "Helen Marsh"} for home in HOMES]
    write_book(
        path,
        [
            Sheet("Our homes", "homes", homes, (f"{COUNCIL} - children's homes", "Last checked 2 November 2026.")),
            Sheet(
                "Service plans 2026-27",
                "plan",
                [line for home in HOMES for line in plan(home)],
                ("Service plans 2026-27", "One line for each home and quality standard."),
                typed={"standard": lambda code: standard(code).name},
                gap_after=lambda row: row["standard"] == "QS14",
            ),
        ],
        {
            "Notes": (
                "Elm Base has written four lines of its plan so far.",
                "Cedar View's interim manager is to write the missing lines by Christmas.",
            )
        },
    )


def independent(path: Path) -> None:
    """The independent visitors' visits and, up to March 2026, what they found."""
    visits = sorted(
        (each for home in HOMES for each in independent_visits(home)), key=lambda each: each[0]["visit_date"]
    )
    found = [vars(finding) for _, findings in visits for finding in findings if finding.found_on < EXPORT_FROM]
    write_book(
        path,
        [
            Sheet(
                "Visits log",
                "visits",
                [visit for visit, _ in visits],
                ("Independent visits (Regulation 44)", "One row a visit.", "Verdicts as in the visitor's report."),
                typed={"visit_type": SHORT_TYPES.get, "announced": lambda told: "Y" if told else "N"},
                headers={
                    "children_living": "Children living\nin the home",
                    "children_in_private": "Children seen\nin private",
                    "verdict_qs07": "CHILDREN'S VIEWS, WISHES AND FEELINGS",
                    "visit_date": "Date of visit",
                },
            ),
            Sheet(
                "What was found",
                "findings",
                found,
                ("Findings from the reports to March 2026", "From April 2026 see the contractor's export."),
                order=("found_on", "home", "standards", "kind", "finding"),
                typed={"source": SHORT_TYPES.get},
            ),
        ],
        {
            "Read me": (
                "The visitor was ill in April 2026: Damson Cottage had no visit that month.",
                "Cedar View moved to our second visitor in December 2025.",
            )
        },
    )


def export(path: Path) -> None:
    """The contractor's export of findings since April 2026: a text file with British dates and regulation numbers."""
    found = [finding for home in HOMES for _, findings in independent_visits(home) for finding in findings]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("HOME", "DATE", "SOURCE", "STANDARD", "KIND", "FINDING"))
        lines.writerows(_exported(each) for each in sorted(found, key=_by_day) if each.found_on >= EXPORT_FROM)


def _exported(each: Finding) -> tuple[str, ...]:
    return (
        SHORT_NAMES.get(each.home, each.home),
        british(each.found_on),
        "Independent visit",
        as_regulations(each.standards),
        each.kind,
        each.finding,
    )


def own_reviews(path: Path) -> None:
    """The council's own reviews and checks, and findings from everywhere but the independent visits."""
    held = sorted((each for home in HOMES for each in reviews(home)), key=lambda each: each[0]["visit_date"])
    found = [finding for _, findings in held for finding in findings]
    found += [finding for home in HOMES for finding in by_ofsted(home) + in_between(home)]
    write_book(
        path,
        [
            Sheet(
                "Reviews and checks",
                "visits",
                [visit for visit, _ in held],
                ("Quality of care reviews, location reviews, management checks",),
                order=("visit_type", "home", "visit_date"),
                typed={"visit_date": british, "report_received": british},
                without=ONLY_INDEPENDENT,
            ),
            Sheet(
                "Findings and feedback",
                "findings",
                [vars(each) for each in sorted(found, key=_by_day)],
                ("Findings from reviews, Ofsted, complaints and children",),
                header_style=str.upper,
                typed={"standards": _named},
            ),
        ],
        {},
    )


def _named(codes: tuple[str, ...]) -> str:
    """One standard by its name, several by their codes."""
    return standard(codes[0]).name if len(codes) == 1 else "; ".join(codes)


def _by_day(finding: Finding) -> tuple:
    return finding.found_on, finding.home, finding.source, finding.finding


def ofsted(path: Path) -> None:
    """What Ofsted judged, the newest first."""
    held = [row for home in HOMES for row in inspections(home)]
    sheet = Sheet(
        "Ofsted",
        "inspections",
        sorted(held, key=lambda row: row["inspection_date"], reverse=True),
        ("Ofsted inspections", "Newest first. RI = requires improvement to be good."),
        typed={"home": lambda name: SHORT_NAMES.get(name, name)},
    )
    write_book(path, [sheet], {"Elm Base": ("Not yet inspected. Expected before January 2027.",)})


def tracker(path: Path) -> None:
    """Every home's actions in one tracker."""
    sheet = Sheet(
        "Tracker",
        "actions",
        [row for home in HOMES for row in actions(home)],
        ("Action tracker", "Updated 6 November 2026. Overdue actions go to the performance clinic."),
        order=TRACKER_ORDER,
        headers={"reference": "Ref", "due": "Due date", "completed": "Date completed", "action": "Action required"},
        typed={"raised": british, "standards": ", ".join},
        extra={"Comments": ("Chased at clinic", None, "With the interim manager")},
    )
    write_book(
        path,
        [sheet],
        {
            "How to use": (
                "One row an action. Do not delete rows; cancel them.",
                "Owner is a role, never a person's name.",
            )
        },
    )


BOOKS = (homes_and_plans, independent, export, own_reviews, ofsted, tracker, *RETURN_BOOKS)
"""A writer for each of WORKBOOKS, in their order."""
