"""Links to a home and to a standard there."""

from htpy import Element, a, strong

from pages.parts.address import link
from qa_data.standards import standard


def place(home: str, code: str | None = None) -> Element:
    """The home by its name, with the standard where the link leads to one."""
    return a(href=link(home=home, standard=code))[strong[home], f" · {standard(code).name}" if code else None]


def standard_at(home: str, code: str) -> Element:
    """The standard by its name, where the home is named beside it."""
    return a(href=link(home=home, standard=code))[standard(code).name]
