"""The section [access] of secrets.toml, read into rules; each thing that is wrong with it in one sentence."""

from collections.abc import Mapping
from typing import Any

from pages.parts.claims import Rules
from qa_data.access import ROLE

MOST_HOURS = 24
CLAIMS = ("role_claim", "home_claim", "contact")


class WrongSetting(Exception):
    """A setting of sign-in that cannot be meant; the message says which and why, without a full stop."""


def rules(access: Any) -> Rules:
    """The rules that [access] gives; what it does not say is as in `Rules`. WrongSetting for what is wrong."""
    section = _section(access, "access")
    known = {"name_claim", *CLAIMS, "hours", "roles", "homes"}
    if unknown := sorted(set(section) - known):
        raise WrongSetting(f"[access] knows no setting {unknown[0]}; there are {', '.join(sorted(known))}")
    told = {name: _text(section[name], name) for name in CLAIMS if name in section}
    if "name_claim" in section:
        told["name_claims"] = (_text(section["name_claim"], "name_claim"),)
    if "hours" in section:
        told["hours"] = _hours(section["hours"])
    tables = {"roles": _roles(section.get("roles", {})), "homes": _homes(section.get("homes", {}))}
    return Rules(**told, **tables)


def _section(told: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(told, Mapping):
        raise WrongSetting(f"[{name}] must be a section; to name a claim, use role_claim or home_claim")
    return told


def _text(told: Any, name: str) -> str:
    if not isinstance(told, str) or not told.strip():
        raise WrongSetting(f"[access] {name} must be a text")
    return told.strip()


def _hours(told: Any) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 < told <= MOST_HOURS:
        raise WrongSetting(f"[access] hours must be a number above 0 and not over {MOST_HOURS}")
    return told


def _roles(told: Any) -> dict[str, str]:
    table = _section(told, "access.roles")
    for value, role in table.items():
        if not isinstance(role, str) or role not in ROLE:
            raise WrongSetting(f"[access.roles] “{value}”: there is no role “{role}”; there are {', '.join(ROLE)}")
    return dict(table)


def _homes(told: Any) -> dict[str, tuple[str, ...]]:
    table = _section(told, "access.homes")
    for value, homes in table.items():
        if not isinstance(homes, list) or not all(isinstance(each, str) and each.strip() for each in homes):
            raise WrongSetting(f'[access.homes] “{value}” must be a list of homes, for example ["Ash House"]')
    return {value: tuple(each.strip() for each in homes) for value, homes in table.items()}
