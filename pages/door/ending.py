"""A session whose page was closed ends by itself: what it left in memory is freed though nobody else comes."""

from asyncio import TimerHandle, get_running_loop

from streamlit import config
from streamlit.runtime import get_instance

from pages.door import owners
from pages.parts.upload import refused

PART = 0.75
"""Of the time that Streamlit would keep a closed session for: before that is over it can still be ended."""

_ENDING: dict[str, TimerHandle] = {}


def soon(session: str) -> None:
    """Ends the session after a while, unless its page comes back."""
    stays(session)
    wait = PART * config.get_option("server.disconnectedSessionTTL")
    _ENDING[session] = get_running_loop().call_later(wait, _end, session)


def stays(session: str) -> None:
    """Its page has come back."""
    if waiting := _ENDING.pop(session, None):
        waiting.cancel()


def _end(session: str) -> None:
    _ENDING.pop(session, None)
    if not get_instance().is_active_session(session):
        get_instance().close_session(session)
        owners.gone(session)
        refused.forget(session)
