"""The council's homes beside all council-run homes in England."""

from htpy import Element, Node, h2, p, section

from metrics.indicators.intervals import of_share
from pages.parts.tables import head, scrolled
from qa_data.wording import counted, share


def national(beside: dict | None, published: dict) -> Element:
    """Council-run homes in England, and an honest sentence on what so few homes can tell."""
    if beside is None:
        return section(".panel")[
            h2["Council-run homes in England"],
            p[
                "Load Ofsted’s published file “Children’s social care data in England: provider level at 31 March” on"
                " the Upload page to see how council-run homes stand."
            ],
        ]
    return section(".panel")[
        h2["Council-run homes in England"],
        p[_sentence(beside)],
        scrolled(
            ("Year", "Judged", head("Good or better overall", "Good or better"), "95 % interval"),
            [_published(year) for year in reversed(published["council_run"])],
        ),
    ]


def _published(year: dict) -> list[Node]:
    good, judged = year["outstanding"] + year["good"], year["homes"] - year["not_judged"]
    sure = "{:.0f} to {:.0f} %".format(*of_share(good, judged)) if judged else "No data"
    return [f"31 Mar {year['year']}", f"{judged:,}", share(good, judged) if judged else "No data", sure]


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
