"""What every answer says, and what is not answered at all."""

import json

import pytest

from pages.door.headers import SAME_FOR_ALL, hashes, policy

ANSWERS = [
    ("GET", "/"),
    ("GET", "/upload"),
    ("HEAD", "/"),
    ("GET", "/static/nothing.js"),
    ("GET", "/_stcore/health"),
    ("GET", "/_stcore/host-config"),
    ("GET", "/_stcore/metrics"),
    ("GET", "/media/nothing.pdf"),
    ("PUT", "/media/nothing.pdf"),
    ("PUT", "/_stcore/upload_file/nobody/nothing"),
    ("GET", "/%2e%2e/%2e%2e/etc/passwd"),
    ("TRACE", "/"),
]


@pytest.mark.parametrize(("method", "path"), ANSWERS)
def test_every_answer_says_the_same_to_browsers(visitor, method, path):
    told = visitor.ask(method, path).headers
    assert {name: told[name] for name in SAME_FOR_ALL} == SAME_FOR_ALL
    assert told["content-security-policy"] == policy()
    assert not [name for name in told if name.lower().startswith("access-control")]
    assert "strict-transport-security" not in told


def test_the_name_that_is_refused_hears_it_too(visitor):
    told = visitor.ask("GET", "/", {"Host": "evil.example"})
    assert (told.status, told.headers["x-frame-options"]) == (421, "DENY")


def test_by_tls_alone_browsers_are_told_to_keep_to_it(visitor):
    assert "strict-transport-security" in visitor.ask("GET", "/", {"X-Forwarded-Proto": "https"}).headers


def test_the_policy_lets_nothing_be_made_of_text():
    rules = dict(each.split(" ", 1) for each in policy().split("; "))
    assert "unsafe" not in rules["script-src"] and rules["default-src"] == rules["frame-ancestors"] == "'none'"
    assert "*" not in policy() and hashes()


def test_what_holds_data_is_not_kept_by_browsers_and_the_programs_own_files_are(visitor):
    page = visitor.ask("GET", "/")
    script = page.body.decode().partition('src=".')[2].partition('"')[0]
    assert page.headers["cache-control"] == "no-store"
    assert "max-age" in visitor.ask("GET", script).headers["cache-control"]
    assert visitor.ask("GET", "/media/static/x").headers["cache-control"] == "no-store"


SHUT = ["metrics", "metrics/", "script-health-check", "agent/openapi.json", "agent/mcp", "agent/interact", "allowed"]


@pytest.mark.parametrize("path", SHUT)
@pytest.mark.parametrize("before", ["/_stcore/", "//_stcore/", "/x/../_stcore/", "/%5Fstcore/", "/_stcore//"])
def test_what_nobody_needs_is_not_there(visitor, path, before):
    assert visitor.ask("GET", before + path).status in (400, 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW"])
@pytest.mark.parametrize("path", ["/", "/media/x", "/_stcore/health", "/_stcore/host-config", "/_stcore/stream"])
def test_nothing_is_changed_by_asking_otherwise(visitor, method, path):
    assert visitor.ask(method, path).status in (400, 404, 405)


def test_no_other_place_is_named_as_one_to_be_trusted(visitor):
    told = json.loads(visitor.ask("GET", "/_stcore/host-config", {"Origin": f"http://{visitor.place}"}).body)
    assert told["allowedOrigins"] == [] and not told["enableCustomParentMessages"]
