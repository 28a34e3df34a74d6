"""The hall's memory stays small while many clients ask without a pause."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from bench.running_demo import RunningDemo
from commands.hall_client import HallClient
from tests.helpers.hall_alone import HallAlone

pytestmark = pytest.mark.full

CLIENTS = 20
ASKS_EACH = 250
GROWTH_MB = 30
"""5,000 requests let the old code, which collected garbage only in pauses, grow by 48 MB (88 to 136, measured)."""


def rss_mb(pid: int) -> float:
    """Return how much memory a process has now."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1000


def ask_without_a_pause(base: str, kiosk: str) -> None:
    """Take a ticket and ask four times about the hall, again and again."""
    client = HallClient(base, kiosk)
    for at in range(ASKS_EACH):
        if at % 5 == 0:
            client.post("/visits", {"service": "ALTM"[at % 4]})
        else:
            client.get("/hall")


def test_five_thousand_requests_without_a_pause_leave_no_pile_of_garbage(tmp_path: Path) -> None:
    with RunningDemo(tmp_path) as demo:
        tokens = demo.description["tokens"]
    with HallAlone(tmp_path, "--no-device-limits") as hall:
        HallClient(hall.base, tokens["kiosk"]).get("/hall")
        before_mb = rss_mb(hall.pid)
        clients = [
            threading.Thread(target=ask_without_a_pause, args=(hall.base, tokens["kiosk"])) for _ in range(CLIENTS)
        ]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        assert rss_mb(hall.pid) - before_mb < GROWTH_MB
