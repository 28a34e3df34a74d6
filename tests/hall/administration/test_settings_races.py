"""Two programs change the set-up and undo changes at the same time: none writes over what the other has stored."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.helpers.client_program import client_program
from tests.helpers.hall_in_a_thread import good, hall_in_a_thread

CLIENT = """
first, times = given
told = []
for turn in range(int(first), int(first) + int(times)):
    read = ask("/settings")
    if turn % 4 == 3 and read["changes"]:
        answer = ask("/settings/%d/undo" % read["changes"][0]["version"], {})
    else:
        item = {"section": "service", "key": "A", "values": {"target_wait_min": turn}}
        answer = ask("/settings", {"version": read["version"], "items": [item]})
    told.append(answer.get("code", "ok"))
print(json.dumps(told))
"""


def test_two_programs_at_once_never_change_what_they_have_not_read(tmp_path: Path, database: str) -> None:
    with hall_in_a_thread(tmp_path, database=database) as hall:
        started = [
            subprocess.Popen(client_program(CLIENT, hall, role, first, "12"), stdout=subprocess.PIPE, text=True)
            for role, first in (("head", "101"), ("admin", "301"))
        ]
        told = [code for client in started for code in json.loads(client.communicate(timeout=120)[0])]
        changes = good(hall.get("/settings", "head"))["changes"]
    assert set(told) <= {"ok", "settings_changed"}
    assert len(changes) == told.count("ok") > 2
    values = [(one["differences"][0]["before"], one["differences"][0]["after"]) for one in reversed(changes)]
    # Each began where the one before it ended.
    assert [after for _, after in values[:-1]] == [before for before, _ in values[1:]]
