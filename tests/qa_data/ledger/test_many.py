"""Many programs at once on one store: nothing is lost, nothing half seen, and every copy is the same."""

import json
from time import sleep

from metrics.signals.signals import signals
from qa_data.store import open_store
from tests.commands import command
from tests.soak.programs import SCOPE
from tests.soak.soaking import soaked


def test_nothing_is_lost_or_half_seen_while_many_write_and_some_are_killed(address, tmp_path, monkeypatch):
    told = soaked(address, writers=2, readers=2, kills=3, lasts=lambda: sleep(2))
    assert told.is_whole and len(told.told) > 3 and told.asked
    kept = [open_store(address)]
    monkeypatch.setenv("QA_NODE", str(tmp_path / "afresh"))
    kept.append(open_store(address))
    assert signals(kept[0], SCOPE) == signals(kept[1], SCOPE)
    status = [json.loads(command("metrics", "status", "--json", "--db", address)[1])["cells"] for _ in range(2)]
    assert status[0] == status[1] != []
