"""kill -9 of the centre under load: what it acknowledged is there after each restart, and nothing is there twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select

from central.composition import database
from central.config import CentralConfig
from central.halls.registry import add_hall, new_hall_token
from central.store.tables.halls import visit
from sync.fakes.hall import MemoryOutbox
from sync.uplink import HttpUplink
from tests.central.conftest import NOW
from tests.central.intake.test_over_http import sender, write_visits

ROOT = Path(__file__).parents[3]
CALL = "import sys; from commands.central.command import run; sys.exit(run(sys.argv[1:]))"
KILLS = 3


@pytest.mark.allow_logs
def test_what_was_acknowledged_is_there_after_each_kill(tmp_path: Path) -> None:
    rng = random.Random(2)
    config = CentralConfig(tmp_path)
    with database(config) as engine:
        add_hall(engine, "1", {}, now=NOW)
        token = new_hall_token(engine, "1", "test", now=NOW)
    outbox, acknowledged, ids = MemoryOutbox(), 0, set[str]()
    for _ in range(KILLS):
        ids |= write_visits(outbox, 300, rng)
        command = [sys.executable, "-c", CALL, "--data", str(tmp_path), "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
            assert process.stdout
            uplink = HttpUplink(process.stdout.readline().split()[1], "1", token)
            killer = threading.Timer(rng.uniform(0.05, 0.3), os.kill, (process.pid, signal.SIGKILL))
            one = sender(outbox, uplink)
            killer.start()
            while one.status.state == "ok" and outbox.state().unsent:
                one.step()
            killer.join()
            uplink.close()
        acknowledged = outbox.state().delivered
        with database(config) as engine, engine.connect() as connection:
            stored = connection.execute(select(visit.c.visit)).scalars().all()
        assert acknowledged <= len(stored) <= len(ids)
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout
        uplink = HttpUplink(process.stdout.readline().split()[1], "1", token)
        one = sender(outbox, uplink)
        while outbox.state().unsent:
            one.step()
        uplink.close()
        process.terminate()
    with database(config) as engine, engine.connect() as connection:
        assert sorted(connection.execute(select(visit.c.visit)).scalars()) == sorted(ids)
