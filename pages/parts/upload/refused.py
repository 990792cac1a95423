"""What an upload was refused for, so that its page can say it: what the server answers, the uploader does not show."""

from streamlit.runtime import get_instance
from streamlit.runtime.scriptrunner import get_script_run_ctx

_REFUSED: dict[str, str] = {}


def say(session: str, sentence: str) -> None:
    """Keeps the sentence and has the session's page drawn anew. To be called where the server runs."""
    _REFUSED[session] = sentence
    page = get_instance()._session_mgr.get_active_session_info(session)
    if page:
        page.session.request_rerun(page.session._client_state)


def forget(session: str) -> None:
    """Another upload has begun, or the session is over."""
    _REFUSED.pop(session, None)


def told() -> str | None:
    """Why the last upload of this page was refused; None where it was not."""
    drawn = get_script_run_ctx()
    return _REFUSED.get(drawn.session_id) if drawn else None
