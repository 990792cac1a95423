"""The register of people: who is confirmed, and who stands in a column for people and is not."""

from htpy import fragment, h2, p

from pages.parts import ask, who
from pages.parts.confirming import confirming, register, stands
from pages.parts.links import static
from qa_data.register import confirmed, met

LEDE = p(".small")[
    "A name is masked in every text unless whoever has it is confirmed as staff or a visitor. Standing in Owner, Lead"
    " or Visitor is not enough: a child’s name may stand there by mistake."
]


def people() -> None:
    """Draws the section: the names met, the ways to confirm them, and the register."""
    others, held = ask.answer(met), ask.answer(confirmed)
    static(fragment[h2["People who may be named"], LEDE])
    who.asked_name("people by", width=320)
    if others:
        confirming({each["name"]: stands(each["columns"], each["times"]) for each in others}, "people by", "settings")
    else:
        static(p["Nobody stands in a column for people who is not confirmed."])
    register(held, "people by")
