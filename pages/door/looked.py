"""What `python -m qa_data doctor` looks at of the dashboard's start: the settings as the server itself would read them,
judged by what refuses a start.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from streamlit import config

from pages.door.starting import refusal, sign_in_configured
from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.private import OF_OTHERS

OPTIONS = ("secrets.files", "server.address", "server.port", "server.allowedHosts")
"""The server's options by which its start is judged."""

NOBODY = "nobody signs in, and the dashboard answers this machine alone"
STANDS = "set up and complete; the cookie secret is long enough"


def _looks(where: Where) -> Iterator[Found]:
    _as_the_server_reads()
    for each in map(Path, config.get_option("secrets.files")):
        if os.name != "nt" and each.is_file() and each.stat().st_mode & OF_OTHERS:
            yield Found(Level.LOOK, f"other accounts can read {each}", f"chmod 600 '{each}'")
    # Where no address is set here, the command that starts the dashboard says it.
    if refused := refusal(config.get_option("server.address") or "127.0.0.1"):
        yield Found(Level.WRONG, " ".join(refused.split()), "set it as docs/sign-in.md says, then start the dashboard")
    else:
        yield ok(STANDS if sign_in_configured() else NOBODY)


def _as_the_server_reads() -> None:
    """The variables that the server would take its options from: Streamlit reads them as it is started alone."""
    for name in OPTIONS:
        option = config.get_config_options()[name]
        if told := os.environ.get(option.env_var):
            config.set_option(name, told.split() if option.multiple else option.type(told))


CHECKS = (Check("sign-in", "the settings of signing in", _looks),)
