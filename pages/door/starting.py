"""Whether the dashboard may be started: on this machine alone, or elsewhere once signing in is configured."""

import os
import sys

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web import cli

from pages.door.hosts import OURS, names, this_machine_alone
from pages.door.patience import limit
from pages.parts.access_settings import WrongSetting
from pages.parts.opened_store import open_from_the_start
from pages.parts.sign_in import sign_in
from qa_data.store import StoreUnavailable, database_path
from qa_data.where import on_a_server

REFUSED = (
    "The dashboard was not started: {where} can be reached from other machines and nobody would have to sign in."
    " Start it on 127.0.0.1, or configure sign-in first (docs/sign-in.md).\n"
)
WRONG = "The dashboard was not started: {wrong}. How sign-in is set up: docs/sign-in.md.\n"
NOWHERE = "The dashboard was not started: {wrong} The variable QA_DATABASE says where the store is.\n"
STATUS = 2


def sign_in_configured() -> bool:
    """Whether people sign in: a section [auth] in .streamlit/secrets.toml. WrongSetting for one that is wrong."""
    return sign_in() is not None


def refusal(address: str | None) -> str | None:
    """The sentence that refuses a start on that address, under the names set or on the store told; None where it may
    start.
    """
    try:
        on_a_server(database_path())
        if sign_in_configured():
            return None
    except WrongSetting as wrong:
        return WRONG.format(wrong=wrong)
    except StoreUnavailable as wrong:
        return NOWHERE.format(wrong=wrong)
    if not this_machine_alone(address):
        return REFUSED.format(where=address or "every address of this machine")
    if elsewhere := sorted(names() - OURS):
        return REFUSED.format(where=elsewhere[0])
    return None


def refuse(address: str | None) -> None:
    """Ends the program with one sentence and status 2 where it may not start on that address."""
    if sentence := refusal(address):
        stop(sentence)


def stop(sentence: str) -> None:
    """Ends the program with that sentence and status 2."""
    sys.stderr.write(sentence)
    sys.stderr.flush()
    os._exit(STATUS)  # Nothing has begun; the server around would take an exception for a lack of support.


def run(script: str) -> None:
    """Starts the dashboard by itself (`python dashboard.py`) with the options of `streamlit run`; a start that is
    refused is refused as soon as the options are read, before any port is open.
    """
    done = config.on_config_parsed(lambda: (done(), refuse(config.get_option("server.address"))), force_connect=True)
    cli.main(["run", script, *sys.argv[1:]], prog_name="streamlit")


class Listening:
    """Asks the server that starts the dashboard where it will listen, however it was told, and sets its limits: uvicorn
    starts the dashboard's life before it opens its port.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            server = getattr(getattr(receive, "__self__", None), "config", None)
            if server is not None:
                limit(server)
                refuse(f"unix:{server.uds}" if server.uds else server.host)
                open_from_the_start()
        await self.app(scope, receive, send)
