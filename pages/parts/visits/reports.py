"""The reports of quality of care reviews to Ofsted."""

from htpy import Element, h2, p, section

from pages.parts.warnings.dates import dated, sending

NONE = "None is due, and none was sent late, as far as is recorded."


def reports(found: list[dict], unsent: bool) -> Element:
    """Those that are owed to Ofsted or were sent late; or that no day of sending is recorded (`unsent`)."""
    return section(".panel")[
        h2["Reports of Regulation 45 reviews to Ofsted"],
        p(".small")[
            "The law asks for each within 28 days of the review (regulation 45(4)). One that was not sent stands until"
            " it, or that of a later review, is sent; one that was sent late until the next review, at most 6 months."
        ],
        sending(unsent) or (dated(found) if found else p[NONE]),
    ]
