"""What the dashboard runs on is pinned, hashed and named; the bill of materials and the licences are of this lock."""

import json
import re
import sys
from importlib import metadata

import pytest

from tests.bill import BILL, LICENCES, LOCK, ROOT, bill, licences, packages

DEV_LOCK = ROOT / "requirements-dev.lock"
LOCKS = pytest.mark.parametrize("lock", [LOCK, DEV_LOCK], ids=lambda path: path.name)

MAC_LACKS = {"watchdog"} if sys.platform == "darwin" else set()


def text(path) -> str:
    return path.read_text(encoding="utf-8")


def pins(path) -> dict[str, str]:
    return {each.name: each.version for each in packages(text(path))}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@LOCKS
def test_a_lock_pins_and_hashes_every_line(lock):
    begun = [line for line in text(lock).splitlines() if line and not line.startswith((" ", "#"))]
    assert len(begun) == len(packages(text(lock))) == len(pins(lock))
    assert all(each.hashes for each in packages(text(lock)))


@LOCKS
def test_a_lock_names_no_registry_and_no_machine(lock):
    assert not re.search(r"://|--(extra-)?index|--find-links|(?<![\w.])/\w", text(lock))


@pytest.mark.parametrize(("direct", "lock"), [("requirements.txt", LOCK), ("requirements-dev.txt", DEV_LOCK)])
def test_what_is_asked_for_directly_is_in_the_lock_as_it_is_asked_for(direct, lock):
    asked = [line for line in text(ROOT / direct).split("\n") if "==" in line]
    assert (
        asked
        and {plain(name): version for name, version in (line.split("==") for line in asked)}.items()
        <= pins(lock).items()
    )


def test_the_tests_run_on_what_the_dashboard_runs_on():
    assert pins(LOCK).items() <= pins(DEV_LOCK).items()


def test_what_is_installed_is_what_is_pinned():
    expected = {name: version for name, version in pins(LOCK).items() if name not in MAC_LACKS}
    here = {plain(each.name): each.version for each in metadata.distributions()}
    assert {name: here[name] for name in expected} == expected


def test_the_bill_of_materials_and_the_licences_name_what_the_lock_does():
    assert {each["name"]: each["version"] for each in json.loads(text(BILL))["components"]} == pins(LOCK)
    assert dict(re.findall(r"^\| (\S+) \| (\S+) \|", text(LICENCES), re.M)[1:]) == pins(LOCK)


@pytest.mark.skipif(bool(MAC_LACKS), reason="macOS has a package less, whose licence cannot be asked there")
def test_the_bill_of_materials_and_the_licences_are_of_this_lock():
    assert (text(BILL), text(LICENCES)) == (bill(text(LOCK)), licences(text(LOCK)))  # else: make sbom


def test_the_bill_tells_of_each_package_its_version_address_licence_and_hashes():
    told = {each["name"]: each for each in json.loads(text(BILL))["components"]}
    assert told["streamlit"]["purl"] == f"pkg:pypi/streamlit@{pins(LOCK)['streamlit']}"
    assert told["streamlit"]["licenses"] == [{"expression": "Apache-2.0"}]
    assert told["scipy"]["licenses"] == [{"license": {"name": "BSD License"}}]
    assert all(each["licenses"] and each["version"] for each in told.values())
    assert all(re.fullmatch("[0-9a-f]{64}", one["content"]) for each in told.values() for one in each["hashes"])


def test_a_pin_with_a_condition_and_one_without():
    lock = "a-b==1.0 \\\n    --hash=sha256:12 \\\n    --hash=sha256:34\n    # via c\nc==2 ; sys_platform != 'x' \\\n"
    lock += "    --hash=sha256:56\n"
    assert [(each.name, each.version, each.hashes) for each in packages(lock)] == [
        ("a-b", "1.0", ("12", "34")),
        ("c", "2", ("56",)),
    ]
