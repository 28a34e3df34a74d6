"""Two processes register at the same moment, on either database: no number twice, none left out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from hall.kernel.request_number import is_own_number
from tests.helpers.hall_in_a_thread import hall_in_a_thread

EACH = 40
CLIENT = """
import json, sys, urllib.request
base, token, name, many = sys.argv[1:]
told = []
for n in range(int(many)):
    body = {"subject": name, "directorate": "lands", "source": "platform", "external": f"{name}-{n}"}
    ask = urllib.request.Request(base + "/api/v1/requests", json.dumps(body).encode())
    ask.add_header("Authorization", "Bearer " + token)
    told.append(json.load(urllib.request.urlopen(ask, timeout=60))["number"])
print(json.dumps(told))
"""


def test_no_number_is_given_twice_or_left_out(tmp_path: Path, database: str) -> None:
    with hall_in_a_thread(tmp_path, database=database) as hall:
        started = [
            subprocess.Popen(
                [sys.executable, "-c", CLIENT, hall.base, hall.tokens["intake"], name, str(EACH)],
                stdout=subprocess.PIPE, text=True,
            )
            for name in ("P1", "P2")
        ]  # fmt: skip
        told = [json.loads(client.communicate(timeout=120)[0]) for client in started]
    numbers = [number for one in told for number in one]
    assert all(map(is_own_number, numbers))
    assert sorted(int(number[-6:-1]) for number in numbers) == list(range(1, 2 * EACH + 1))
    assert all(one == sorted(one) for one in told), "each client's own rise"
