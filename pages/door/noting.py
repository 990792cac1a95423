"""Notes in the audit who comes in, goes, or is not let in."""

from collections.abc import Mapping
from typing import Any

from streamlit.logger import get_logger

from pages.parts.claims import Rules, person
from qa_data.audit import What, acting, note
from qa_data.store import StoreUnavailable, database_path

DOOR = "sign-in"


def noted(what: What, claims: Mapping[str, Any], rules: Rules) -> None:
    """Notes it of whoever the provider's claims tell of. A disk that is full keeps nobody from coming in or going."""
    who = person(claims, rules) if claims else None
    with acting(who.name if who else "", who.roles if who else ()):
        try:
            note(database_path(), what, page=DOOR)
        except StoreUnavailable as full:
            get_logger(__name__).error("Not noted who came to the door: %s", full)
