"""A sign-in that is half configured is no sign-in: the start is refused in one sentence."""

import os
import subprocess
import sys

import pytest

from pages.door.starting import refusal
from tests.asked import signing_in
from tests.patience import PATIENCE
from tests.serving import ROOT
from tests.signing import SETTINGS

WHOLE = SETTINGS.format(secret="a secret of 32 letters or more: 0123456789", provider=1)


def started(folder, secrets: str) -> subprocess.CompletedProcess:
    (folder / "secrets.toml").write_text(secrets, encoding="utf-8")
    (folder / "secrets.toml").chmod(0o600)
    command = [sys.executable, "dashboard.py", "--secrets.files", str(folder / "secrets.toml"), "--server.port", "8501"]
    database = {"QA_DATABASE": str(folder / "qa.duckdb")}
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | database, capture_output=True, text=True, timeout=PATIENCE
    )


def test_the_program_ends_with_one_sentence(tmp_path):
    answer = started(tmp_path, WHOLE.replace("a secret of 32 letters", "12"))
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert answer.stderr.startswith("The dashboard was not started: ")
    assert "cookie_secret can be guessed" in answer.stderr


@pytest.mark.parametrize(
    "secrets, why",
    [
        (WHOLE.replace("a secret of 32 letters", "12"), "cookie_secret can be guessed"),
        (WHOLE.replace("http://localhost:{port}", "http://qa.council.example"), "must begin with https://"),
        (WHOLE.replace('"manager"', '"manger"'), "there is no role “manger”"),
        (WHOLE.replace("[access]", "[access"), "cannot be read"),
    ],
    ids=["weak", "open to read on the way", "no role", "broken"],
)
def test_it_is_refused(tmp_path, secrets, why):
    with signing_in(tmp_path, secrets):
        sentence = refusal("127.0.0.1")
    assert sentence.startswith("The dashboard was not started: ") and why in sentence and sentence.count("\n") == 1


def test_a_whole_one_is_not(tmp_path):
    with signing_in(tmp_path, WHOLE):
        assert refusal("127.0.0.1") is None
