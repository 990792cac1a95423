"""What is looked at of the environment's settings: QA_… variables that nobody reads, that say nothing that can be
meant, or that contradict each other. What a secret says is never told.
"""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path

from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.environment import (
    MONITOR,
    SETTINGS,
    SLOW_MS,
    SMTP_PASSWORD,
    SMTP_USER,
    UPLOADS_MB,
    WATCHED,
    place,
)
from qa_data.key import KEY, KEY_FILE, NEW_KEY, SHORT, SHORTEST, KeyAmiss, key, new_key
from qa_data.wording import counted

OURS = "QA_"
KNOWN = {each.name: each for each in SETTINGS}


def _settings(where: Where) -> Iterator[Found]:
    told = {name: value for name, value in os.environ.items() if name.startswith(OURS)}
    found = [*_unknown(told), *_not_meant(told), *_keys(), *_beside_each_other(told)]
    yield from found or [ok(f"{counted(len(told), 'variable')} set, each known: {', '.join(sorted(told)) or 'none'}")]


def _unknown(told: dict[str, str]) -> Iterator[Found]:
    for name in sorted(told.keys() - KNOWN):
        near = get_close_matches(name, KNOWN, 1)
        do = f"write {near[0]}={KNOWN[near[0]].example}" if near else f"take it away; there are {', '.join(KNOWN)}"
        yield Found(Level.LOOK, f"{name} is set, and nothing reads it", do)


def _not_meant(told: dict[str, str]) -> Iterator[Found]:
    for name, value in told.items():
        setting = KNOWN.get(name)
        one_of = bool(setting and setting.one_of and value not in setting.one_of)
        number = name in (UPLOADS_MB, SLOW_MS) and value and not value.isdecimal()
        if setting and (one_of or number or (name == WATCHED and value and not Path(value).is_dir())):
            yield Found(Level.WRONG, f"{name} cannot be meant: {setting.does}", f"write {name}={setting.example}")
    yield from _monitor(told.get(MONITOR))


def _monitor(told: str | None) -> Iterator[Found]:
    if not told:
        return
    try:
        address, _ = place(told)
    except ValueError:
        yield Found(Level.WRONG, f"{MONITOR} is no address and port", f"write {MONITOR}={KNOWN[MONITOR].example}")
        return
    if not _this_machine(address):
        said = f"{MONITOR}: other machines can read the counters, which hold nothing of homes"
        yield Found(Level.LOOK, said, "let only the monitor's address through the firewall")


def _this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _keys() -> Iterator[Found]:
    for has in (key, new_key):
        try:
            secret = has()
        except KeyAmiss as why:
            yield Found(Level.WRONG, str(why), f"for example {KEY_FILE}={KNOWN[KEY_FILE].example} alone")
            continue
        if secret and len(secret) < SHORTEST:
            yield Found(Level.LOOK, SHORT, "then python -m qa_data rekey")


def _beside_each_other(told: dict[str, str]) -> Iterator[Found]:
    for one, other in ((SMTP_PASSWORD, (SMTP_USER,)), (NEW_KEY, (KEY, KEY_FILE))):
        if one in told and not any(name in told for name in other):
            yield Found(Level.LOOK, f"{one} is set without {' or '.join(other)}", f"set {other[0]}, or take {one} away")


CHECKS = (Check("settings", "the QA_… variables", _settings, of_holder=True),)
