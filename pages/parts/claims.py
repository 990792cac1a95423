"""What a sign-in says of somebody, read by the settings of [access]: name, roles and homes. Pure: claims in, a person
out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qa_data.access import ROLE, Person
from qa_data.access import person as of_roles

LONGEST = 100
"""Letters of a name that are kept."""
NEEDED = ("iss", "sub", "tid", "oid", "origin", "provider", "is_logged_in")
NAMELESS = "Somebody whose sign-in gives no name"
OVERAGE = (
    "Your sign-in did not say your {what}: you are in more groups than it can carry. Whoever keeps the sign-in can let"
    " it send app roles, or only the groups given to this application."
)


@dataclass(frozen=True)
class Rules:
    """Which claims give what. With a table of values only what stands in it counts; without one, values are names."""

    name_claims: tuple[str, ...] = ("name", "preferred_username", "email")
    role_claim: str = "roles"
    home_claim: str = "homes"
    roles: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hours: float = 8
    contact: str = "whoever keeps this dashboard"


def person(claims: Mapping[str, Any], rules: Rules) -> Person:
    """Who signed in: the name, the roles and the homes that the claims give; what is no role gives nothing."""
    return of_roles(_name(claims, rules), roles(claims, rules), homes(claims, rules))


def kept(claims: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Of what the provider said, what the person is read from and no more: a browser takes little, and nobody needs the
    rest. `person`, `identity` and `left_out` answer the same of it.
    """
    told = {name: claims[name] for name in NEEDED if name in claims}
    told |= {rules.name_claims[0]: _name(claims, rules)}
    told |= {claim: [] for claim in (rules.role_claim, rules.home_claim)}
    for claim, counts in ((rules.role_claim, roles), (rules.home_claim, homes)):
        told[claim] += [each for each in values(claims, claim) if counts({claim: [each]}, rules)]
    absent = _elsewhere(claims)
    return told | ({"_claim_names": dict.fromkeys(absent, "")} if absent else {})


def roles(claims: Mapping[str, Any], rules: Rules) -> frozenset[str]:
    """The roles that the claims give, by the names of `qa_data.access`."""
    known = {plain(value): role for value, role in rules.roles.items()} or {plain(name): name for name in ROLE}
    return frozenset(known[plain(value)] for value in values(claims, rules.role_claim) if plain(value) in known)


def homes(claims: Mapping[str, Any], rules: Rules) -> frozenset[str]:
    """The names of the homes that the claims give."""
    told = values(claims, rules.home_claim)
    if not rules.homes:
        return frozenset(told)
    mapped = {value.casefold(): names for value, names in rules.homes.items()}
    return frozenset(name for value in told for name in mapped.get(value.casefold(), ()))


def values(claims: Mapping[str, Any], claim: str) -> tuple[str, ...]:
    """The texts of a claim: a list of them, or one text separated by ; or , . A claim within another is named by a path
    with dots, as realm_access.roles. What is no text gives nothing.
    """
    told = _at(claims, claim)
    parts: Iterable[Any] = told.replace(";", ",").split(",") if isinstance(told, str) else told or ()
    listed = parts if isinstance(parts, list | tuple) else ()
    return tuple(each.strip() for each in listed if isinstance(each, str) and each.strip())


def _at(claims: Any, path: str) -> Any:
    if not isinstance(claims, Mapping):
        return None
    if path in claims:
        return claims[path]
    dots = [at for at, letter in enumerate(path) if letter == "."]
    within = next((at for at in dots if path[:at] in claims), None)
    return None if within is None else _at(claims[path[:within]], path[within + 1 :])


def plain(value: str) -> str:
    """A role's value whatever its case and however its words are joined: Visitor-Contract is visitor contract."""
    return " ".join(value.casefold().replace("-", " ").replace("_", " ").split())


def _name(claims: Mapping[str, Any], rules: Rules) -> str:
    told = (_at(claims, claim) for claim in rules.name_claims)
    # What turns the direction of writing or is not seen could make one name look like another.
    seen = ("".join(c if c.isprintable() else " " for c in each) for each in told if isinstance(each, str))
    return next((name for each in seen if (name := " ".join(each.split())[:LONGEST])), NAMELESS)


def identity(claims: Mapping[str, Any]) -> str | None:
    """Who it is, for good: who vouches and the identifier there, never an e-mail, which is passed on and can be chosen.
    Entra ID's object identifier is the same in every application; it counts only where that tenant vouches.
    """
    issuer, subject, tenant, entra = (claims.get(each) for each in ("iss", "sub", "tid", "oid"))
    if not (_text(issuer) and _text(subject)):
        return None
    theirs = _text(tenant) and _text(entra) and f"/{tenant}/" in f"{issuer}/"
    return f"{issuer} {entra if theirs else subject}"


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def left_out(claims: Mapping[str, Any], rules: Rules) -> str | None:
    """The sentence for somebody whose groups were too many for the sign-in to carry, as Entra ID says it; else None."""
    absent = _elsewhere(claims)
    what = [name for name, claim in (("roles", rules.role_claim), ("homes", rules.home_claim)) if claim in absent]
    return OVERAGE.format(what=" and ".join(what)) if what else None


def _elsewhere(claims: Mapping[str, Any]) -> list[str]:
    told = claims.get("_claim_names")
    return [*(told if isinstance(told, Mapping) else ()), *(["groups"] if claims.get("hasgroups") else ())]
