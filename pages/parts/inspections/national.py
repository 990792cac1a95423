"""The council's homes beside all council-run homes in England."""

from datetime import date

from htpy import Element, Node, details, fragment, h2, p, section, span, summary

from metrics.inspections.compared import FEW, OWN
from pages.parts.tables import scrolled
from qa_data.judgements import JUDGED, given, unsaid
from qa_data.wording import counted, share


def national(beside: dict | None, comparison: dict, day: date) -> Element:
    """The council's homes beside England, its region and the councils chosen, in all three judgements and every year
    that is loaded; and an honest sentence on what so few homes can tell. The council's own are of that `day`.
    """
    if not comparison["groups"]:
        return section(".panel")[
            h2["Compared with England"],
            p[
                "Load Ofsted’s published file “Children’s social care data in England: provider level at 31 March” on"
                " the Upload page to see how council-run homes stand."
            ],
        ]
    return section(".panel")[
        h2["Compared with England"],
        beside and p[_sentence(beside)],
        p(".small")[_region(comparison["region"])],
        [_judgement(title, which, comparison, day) for title, which in JUDGED],
        p(".small")[
            f"Good or better of those judged, with the 95 % interval. ◦ marks fewer than {FEW} homes: one more or less"
            " changes the share by more than a tenth. The council’s own are those of today’s latest inspections."
        ],
    ]


def _region(region: str | None) -> str:
    if region:
        return f"The council’s region, as Ofsted divides England: {region}."
    return (
        "The council’s region is not known: a published file loaded since version 0.10.0 that lists one of the"
        " council’s homes by its URN tells it."
    )


def _judgement(title: str, which: str, comparison: dict, day: date) -> Node:
    own = next((row for row in comparison["own"] if row["judgement"] == which), None)
    groups = [row for row in comparison["groups"] if row["judgement"] == which]
    years = sorted({row["year"] for row in comparison["groups"]})
    shares = {(row["group"], row["year"]): row for row in groups}
    names = list(dict.fromkeys(row["group"] for row in comparison["groups"]))
    rows = [[OWN, _share(own, which, day), *([""] * len(years))]] if comparison["own"] else []
    days = [date(year, 3, 31) for year in years]
    rows += [[name, "", *(_share(shares.get((name, day.year)), which, day) for day in days)] for name in names]
    heads = ("Homes", "On the day", *(f"31 Mar {year}" for year in years))
    return details(open=which == "overall")[summary[title], scrolled(heads, rows)]


def _share(row: dict | None, which: str, day: date) -> Node:
    if not row:
        return "No data" if given(which, day) else unsaid(which, day)
    lower, upper = row["interval"]
    few = " ◦" if row["judged"] < FEW else ""
    return fragment[f"{share(row['good'], row['judged'])}{few}", " ", span(".small")[f"{lower:.0f} to {upper:.0f} %"]]


def _sentence(beside: dict) -> str:
    own, england = beside["own"], beside["england"]
    lower, upper = own["interval"]
    found = (
        "chance would seldom make the two so different" if beside["apart"] else "it cannot be told apart from England"
    )
    return (
        f"{share(own['good'], own['judged'])} of the council’s homes are Good or better, against"
        f" {share(england['good'], england['judged'])} of council-run homes in England on 31 Mar {beside['year']}. With"
        f" {counted(own['judged'], 'home')} the council’s own figure could be anything from {lower:.0f} to"
        f" {upper:.0f} %; {found}."
    )
