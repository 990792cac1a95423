"""python -m tests.bill: what the dashboard runs on, from requirements.lock: docs/sbom.json (CycloneDX) for programs and
docs/licences.md for people.
"""

import json
import re
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK, BILL, LICENCES = ROOT / "requirements.lock", ROOT / "docs" / "sbom.json", ROOT / "docs" / "licences.md"

PINNED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<where>[^\\\n]+?))?(?P<hashes>(?: \\\n +--hash=\S+)+)", re.M
)
IDENTIFIERS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "SIL OFL 1.1": "OFL-1.1",
}
"""What packages call their licence, and its identifier in the SPDX list; a bare "BSD License" has none."""

NOT_HERE = "not installed on this system"
"""macOS needs a package less than the others."""

INTRODUCTION = """# Licences of what is used

The dashboard itself is under [the MIT licence](../LICENSE). It runs on the packages below, as requirements.lock
pins them; each names its licence itself. Made by `make sbom`, as is [the bill of materials](sbom.json).

Part of the names in `qa_data/personal/words/` come from Faker (the MIT licence, Copyright (c) 2012 Daniele Faraglia).
Its words of the language (`english.txt`) are a selection from SCOWL (Copyright 2000-2011 Kevin Atkinson; [the whole
notice and permission](scowl.txt)).

| package | version | licence |
|---|---|---|
"""


@dataclass(frozen=True)
class Package:
    """A package of the lock, with the SHA-256 of every file of that version."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        """Its package URL, by which every bill of materials knows it."""
        return f"pkg:pypi/{self.name}@{self.version}"


def packages(lock: str) -> list[Package]:
    """The packages that a lock pins."""
    return [
        Package(each["name"], each["version"], tuple(re.findall(r"sha256:(\w+)", each["hashes"])))
        for each in PINNED.finditer(lock)
    ]


def licence(package: Package) -> str:
    """What the package, as it is installed, says of its licence: an SPDX expression, or else its own words."""
    try:
        told = metadata.metadata(package.name)
    except metadata.PackageNotFoundError:
        return NOT_HERE
    words = told.get("License-Expression") or told.get("License") or ""
    if not words or "\n" in words:
        words = next(each for each in told.get_all("Classifier") if each.startswith("License ::")).rpartition(" :: ")[2]
    return IDENTIFIERS.get(words, words)


def bill(lock: str) -> str:
    """The bill of materials as CycloneDX 1.6 in JSON. It has no moment and no number of its own, so that the same lock
    makes the same bill.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = {"type": "application", "bom-ref": project["name"], "name": project["name"], "version": project["version"]}
    made = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": about | {"licenses": _licences(project["license"])}},
        "components": [_component(each) for each in packages(lock)],
    }
    return json.dumps(made, indent=1) + "\n"


def _component(package: Package) -> dict:
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "licenses": _licences(licence(package)),
        "hashes": [{"alg": "SHA-256", "content": each} for each in package.hashes],
    }


def _licences(words: str) -> list[dict]:
    return [{"license": {"name": words}}] if words in ("BSD License", NOT_HERE) else [{"expression": words}]


def licences(lock: str) -> str:
    """The packages and their licences as a table."""
    return INTRODUCTION + "".join(f"| {each.name} | {each.version} | {licence(each)} |\n" for each in packages(lock))


def main() -> None:
    """Writes both."""
    lock = LOCK.read_text(encoding="utf-8")
    BILL.write_text(bill(lock), encoding="utf-8")
    LICENCES.write_text(licences(lock), encoding="utf-8")


if __name__ == "__main__":
    main()
