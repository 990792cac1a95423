"""What a page's socket may not ask of the server."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.attacks.visitor import words


def _message(what: str) -> BackMsg:
    asked = BackMsg()
    if what in ("install_skills", "dismiss_skills_nudge"):
        getattr(asked.backend_operation_request, what).SetInParent()
    else:
        setattr(asked, what, True)
    return asked


COMMANDS = ["clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime"]


@pytest.mark.parametrize("command", [*COMMANDS, "install_skills", "dismiss_skills_nudge"])
def test_nothing_answers_what_is_for_programmers(visitor, command):
    session = visitor.opens("upload")
    asked = _message(command)
    asked.backend_operation_request.session_id = session
    if command in COMMANDS:
        asked = _message(command)
    visitor.page.send(asked.SerializeToString())
    kinds = {each.WhichOneof("type") for each in visitor.draws("upload")}
    assert "backend_operation_response" not in kinds and "git_info_changed" not in kinds
    visitor.page.close()


def test_what_a_session_keeps_stands_after_it_asked_to_clear_the_caches(visitor):
    session = visitor.opens("upload")
    for number in range(21):
        visitor.uploads(session, str(number), b"a,b\n1,2\n")
    visitor.page.send(_message("clear_cache").SerializeToString())
    assert "20 files are uploaded here already" in words(visitor.draws("upload"))
    visitor.page.close()
