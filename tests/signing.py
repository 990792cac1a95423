"""A dashboard where people sign in, and a provider of OpenID Connect on this machine that knows a few."""

import http.client
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit
from uuid import NAMESPACE_URL, uuid5

from oidc_provider_mock import User, run_server_in_thread

from tests.attacks.visitor import Visitor
from tests.patience import PATIENCE
from tests.serving import ROOT, served

SECRET = "a secret of 32 letters or more: 0123456789"
GROUPS = [str(uuid5(NAMESPACE_URL, str(number))) for number in range(300)]
PEOPLE = {
    "ada": {"name": "Ada Bell", "roles": ["QA.Director"]},
    "max": {"name": "Max Cole", "roles": ["QA.Manager"], "homes": ["Ash House"]},
    "nia": {"name": "Nia Dean", "email": "nia@council.example"},
    "eve": {"name": "Eve Gale", "roles": ["QA.Director"]},
    "zoe": {"name": "Zoe East", "roles": ["QA.Director"], "groups": GROUPS},
}
SETTINGS = """
[auth]
redirect_uri = "http://localhost:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "qa"
client_secret = "known to the provider"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
[access]
contact = "Olu Farr (extension 7)"
[access.roles]
"QA.Director" = "director"
"QA.Manager" = "manager"
"""


@dataclass(frozen=True)
class Door:
    """Where the dashboard listens, and where its database is."""

    address: str
    database: Path
    provider: int

    def becomes(self, who: str, **claims) -> None:
        """Has the provider say something else of somebody, from their next sign-in on."""
        asking = http.client.HTTPConnection("localhost", self.provider, timeout=PATIENCE)
        asking.request("PUT", f"/users/{who}", json.dumps(claims), {"Content-Type": "application/json"})
        assert asking.getresponse().status == 204
        asking.close()

    def ends(self, *words: str) -> str:
        """What the command that ends sign-ins says."""
        command = [sys.executable, "-m", "qa_data", "sign-out", "--db", str(self.database), *words]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    def ages(self, hours: float) -> None:
        """Has everybody have signed in so much earlier."""
        with sqlite3.connect(self.database.with_suffix(".sign-ins")) as record:
            record.execute("update sign_ins set moment = moment - ?", [hours * 3600])
        record.close()


@contextmanager
def signing_in(folder: Path) -> Iterator[Door]:
    """A dashboard in that folder where these people can sign in; it prints no traceback."""
    with run_server_in_thread(user_claims=[User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]) as provider:
        settings, log = folder / "secrets.toml", folder / "log.txt"
        settings.write_text(SETTINGS.format(secret=SECRET, provider=provider.server_port), encoding="utf-8")
        settings.chmod(0o600)
        with served(folder / "qa.duckdb", log, ("--secrets.files", str(settings))) as listening:
            yield Door(listening.replace("127.0.0.1", "localhost"), folder / "qa.duckdb", provider.server_port)


def signs_in(visitor: Visitor, who: str, to: str = "/") -> http.client.HTTPResponse:
    """The visitor signs in as somebody, from a page's link to the provider and back; the last answer."""
    return visitor.ask("GET", sent_back(visitor.ask("GET", f"/auth/login?to={quote(to, safe='')}"), who))


def sent_back(begun: http.client.HTTPResponse, who: str) -> str:
    """The path that the provider sends somebody back to, once they have said who they are."""
    asked = urlsplit(begun.headers["location"])
    asking = http.client.HTTPConnection(asked.hostname, asked.port, timeout=PATIENCE)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    asking.request("POST", f"{asked.path}?{asked.query}", urlencode({"sub": who}), form)
    back = urlsplit(asking.getresponse().headers["location"])
    asking.close()
    return f"{back.path}?{back.query}"


def set_cookies(answer: http.client.HTTPResponse) -> dict[str, str]:
    """What an answer has the browser keep, each cookie with all that is said of it."""
    return dict(each.split("=", 1) for each in answer.headers.get_all("set-cookie") or [])
