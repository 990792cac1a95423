"""Checks broken workbooks: whatever comes, the answer is a list of named problems, soon."""

import json
import tempfile
import time
from pathlib import Path
from random import Random

from loaders.loading import looked_at
from loaders.problems import CODES
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.fuzz.mutating import mutated, samples

SLOW = 10
"""Seconds that any file may take."""


def run(times: int, seed: int = 1) -> tuple[dict[str, int], list[str]]:
    """How often each outcome came, and every way in which the rule was broken, with what makes it again."""
    rng, store, known = Random(seed), open_store(MEMORY), samples()
    outcomes: dict[str, int] = {}
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(times):
            name, content = mutated(*rng.choice(known), Random(f"{seed} {turn}"))
            path = Path(folder) / name
            path.write_bytes(content)
            wrong, outcome = _one(store, path)
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
            if wrong:
                broken.append(f"seed {seed}, turn {turn}, {name}: {wrong}")
            path.unlink()
    return outcomes, broken


def _one(store, path: Path) -> tuple[str, str]:
    started = time.monotonic()
    try:
        (answer,) = looked_at(store, of_every_home(), [(path, ())])
        json.dumps(answer, default=str)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:300], "exception"
    codes = [problem["code"] for problem in answer["problems"]]
    unknown = [code for code in codes if code not in CODES] + [
        problem["code"] for problem in answer["problems"] if len(problem["message"]) < 15
    ]
    slow = f"took {time.monotonic() - started:.0f} s" if time.monotonic() - started > SLOW else ""
    silent = (
        "refused without an error"
        if not answer["accepted"] and not any(CODES[code][0] == "error" for code in codes)
        else ""
    )
    return " ".join(filter(None, (*unknown, slow, silent))), (
        "accepted" if answer["accepted"] else next(code for code in codes if CODES[code][0] == "error")
    )
