"""What `python -m qa_data doctor` looks at of signing in: the secrets as the server itself would read them."""

import os
from collections.abc import Iterator
from pathlib import Path

from streamlit import config

from pages.parts.access_settings import WrongSetting
from pages.parts.sign_in import sign_in
from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.private import OF_OTHERS

NOBODY = "nobody signs in, and the dashboard answers this machine alone"
STANDS = "set up and complete; the cookie secret is long enough"


def _looks(where: Where) -> Iterator[Found]:
    files = [each for each in map(Path, config.get_option("secrets.files")) if each.is_file()]
    for each in files:
        if os.name != "nt" and each.stat().st_mode & OF_OTHERS:
            yield Found(Level.LOOK, f"other accounts can read {each}", f"chmod 600 '{each}'")
    try:
        yield ok(STANDS if sign_in() else NOBODY)
    except WrongSetting as wrong:
        yield Found(Level.WRONG, str(wrong), "set it as docs/sign-in.md says, then start the dashboard anew")


CHECKS = (Check("sign-in", "the settings of signing in", _looks),)
