"""The settings of sign-in: what is incomplete, weak or cannot be meant is told in one sentence."""

import pytest
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from pages.door.hosts import names
from pages.parts.access_settings import WrongSetting, rules
from pages.parts.claims import Rules
from pages.parts.sign_in import LOGGER, read, sign_in

AUTH = {
    "redirect_uri": "https://qa.council.example/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "qa",
    "client_secret": "anything",
    "server_metadata_url": "https://login.microsoftonline.com/t-1/v2.0/.well-known/openid-configuration",
}


def told(auth=None, access=None) -> str:
    with pytest.raises(WrongSetting) as wrong:
        read(AUTH | (auth or {}), access or {}, 8501)
    return str(wrong.value)


def test_what_is_complete_is_taken():
    signs = read(AUTH, {}, 8501)
    assert (signs.origin, signs.secure, signs.rules) == ("https://qa.council.example", True, Rules())


def test_on_this_machine_http_will_do_and_the_port_is_filled_in():
    signs = read(AUTH | {"redirect_uri": "http://localhost:{port}/oauth2callback"}, {}, 8600)
    assert (signs.host, signs.secure) == ("localhost:8600", False)


@pytest.mark.parametrize("name", AUTH)
@pytest.mark.parametrize("value", [None, "", "  ", 7])
def test_each_setting_is_needed(name, value):
    assert told({name: value}) == f"[auth] lacks {name}"


@pytest.mark.parametrize("secret", ["xxx", "change me", "a" * 64, "abcabcabc" * 9, "0123456789abcdef" + "0" * 15])
def test_a_secret_that_can_be_guessed_is_refused(secret):
    assert "can be guessed" in told({"cookie_secret": secret})


@pytest.mark.parametrize("name", ["redirect_uri", "server_metadata_url"])
@pytest.mark.parametrize(
    "url",
    [
        "http://qa.council.example/oauth2callback",
        "http://localhost.council.example/oauth2callback",
        "ftp://localhost/oauth2callback",
        "http://10.0.0.1/oauth2callback",
    ],
)
def test_by_tls_alone_but_on_this_machine(name, url):
    assert "must begin with https://" in told({name: url})


@pytest.mark.parametrize(
    "url", ["oauth2callback", "https:///oauth2callback", "https://a:b@c/oauth2callback", "https://[/"]
)
def test_what_is_no_address(url):
    assert "is not an address" in told({"redirect_uri": url})


def test_people_are_sent_back_to_where_streamlit_waits_for_them():
    assert "must end in /oauth2callback" in told({"redirect_uri": "https://qa.council.example/"})


@pytest.mark.parametrize("tenant", ["common", "organizations", "consumers"])
def test_a_provider_that_knows_everybody_is_none(tenant):
    url = AUTH["server_metadata_url"].replace("t-1", tenant)
    assert "anybody's Microsoft account" in told({"server_metadata_url": url})


def test_one_provider():
    assert "[auth.other] is a second provider" in told({"other": {"client_id": "x"}})
    assert read(AUTH | {"client_kwargs": {"prompt": "login"}}, {}, 8501)


def test_every_setting_of_access():
    access = {
        "name_claim": "display",
        "role_claim": "realm_access.roles",
        "home_claim": "groups",
        "hours": 2.5,
        "contact": "Ada Bell (extension 7)",
        "roles": {"QA.Manager": "manager"},
        "homes": {"g-1": ["Ash House"]},
    }
    assert rules(access) == Rules(
        ("display",),
        "realm_access.roles",
        "groups",
        {"QA.Manager": "manager"},
        {"g-1": ("Ash House",)},
        2.5,
        "Ada Bell (extension 7)",
    )


@pytest.mark.parametrize(
    "access, why",
    [
        ({"hours": "8"}, "hours must be a number"),
        ({"hours": True}, "hours must be a number"),
        ({"hours": 0}, "hours must be a number"),
        ({"hours": 24.5}, "not over 24"),
        ({"hours": float("nan")}, "hours must be a number"),
        ({"roles": "roles"}, "use role_claim or home_claim"),
        ({"roles": {"QA.Boss": "boss"}}, "there is no role “boss”"),
        ({"roles": {"QA.Boss": ["manager"]}}, "there is no role"),
        ({"homes": {"g-1": "Ash House"}}, "must be a list of homes"),
        ({"homes": {"g-1": [7]}}, "must be a list of homes"),
        ({"role_claim": 7}, "role_claim must be a text"),
        ({"contact": " "}, "contact must be a text"),
        ({"role_claims": "roles"}, "knows no setting role_claims"),
    ],
)
def test_each_wrong_setting_is_told(access, why):
    assert why in told(access=access)


@pytest.fixture
def secrets(tmp_path):
    """A file of secrets in the place of this machine's own."""
    file, before = tmp_path / "secrets.toml", config.get_option("secrets.files")
    file.touch(0o600)
    config.set_option("secrets.files", [str(file)])
    _forget()
    yield file
    config.set_option("secrets.files", before)
    _forget()


def _forget() -> None:
    secrets_singleton._reset()
    sign_in.cache_clear()


def test_without_a_file_nobody_signs_in(secrets):
    secrets.unlink()
    assert sign_in() is None


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o600])
def test_of_a_file_that_other_accounts_can_read_a_line_says_so(secrets, mode, monkeypatch):
    told = []
    monkeypatch.setattr(LOGGER, "warning", lambda words, *names: told.append(words % names))
    secrets.chmod(mode)
    sign_in()
    assert [f"can read {secrets}; make it yours alone: chmod 600" in each for each in told] == [True] * (mode != 0o600)


def test_a_file_that_cannot_be_read_is_not_one_without_sign_in(secrets):
    secrets.write_text('[auth]\nredirect_uri = "https', encoding="utf-8")
    with pytest.raises(WrongSetting, match="cannot be read"):
        sign_in()


def test_roles_without_a_sign_in_are_a_mistake(secrets):
    secrets.write_text("[access]\nhours = 8\n", encoding="utf-8")
    with pytest.raises(WrongSetting, match="without \\[auth\\]"):
        sign_in()


@pytest.fixture
def configured(secrets):
    """A file in which sign-in is configured."""
    lines = [f'{name} = "{value}"' for name, value in AUTH.items()]
    secrets.write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
    return secrets


def test_the_door_stays_as_it_was_when_the_file_goes(configured):
    assert sign_in()
    configured.unlink()
    secrets_singleton._reset()
    assert sign_in()


def test_the_dashboard_answers_by_the_name_that_people_are_sent_back_to(configured):
    assert "qa.council.example" in names()
