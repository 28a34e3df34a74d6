"""kill -9 of the centre under load: what it acknowledged is there after each restart, and nothing is there twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from datetime import date
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, select, text

from central.all_stages import AllStages
from central.archive import archived
from central.bootstrap import database
from central.config import CentralConfig
from central.halls import add_hall, new_hall_token
from central.housekeeping import House, keep_house
from central.rollups import refresh
from central.tables import visit
from sync.fake_hall import MemoryOutbox
from sync.uplink import HttpUplink
from tests.central.conftest import NOW
from tests.central.test_over_http import sender, write_visits
from tests.helpers.made_visits import keep, made_visits
from tools.driven_program import until

ROOT = Path(__file__).parents[2]
CALL = "import sys; from commands.central import run; sys.exit(run(sys.argv[1:]))"
KILLS = 3
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from central import parquet
from central.engine import open_engine
from central.housekeeping import House, keep_house
from tests.central.conftest import NOW

def die(*_told):
    os.kill(os.getpid(), signal.SIGKILL)

engine, folder, step = open_engine(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
if step == "commit":
    event.listen(engine, "before_cursor_execute", lambda *told: event.listen(engine, "commit", die)
                 if told[2].startswith("DELETE FROM visit") else None)
else:
    setattr(parquet, step, die)
keep_house(House(engine, folder, 24), today=NOW.date(), now=NOW)
"""
"""Keeps the house and is killed on the way: before the file is written, before it is on the disk, before the commit."""


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


@pytest.mark.parametrize("step", ["write", "to_disk", "commit"])
def test_a_month_whose_mover_was_killed_is_there_once_and_moves_the_next_night(
    postgres_engine: Engine, tmp_path: Path, step: str
) -> None:
    day, zone = date(2024, 10, 1), ZoneInfo("Asia/Muscat")
    keep(postgres_engine, made_visits("1", day, 9), today=day)
    while refresh(postgres_engine, time_zone=zone.key):
        pass
    stages = AllStages(postgres_engine, tmp_path, zone)
    before = stages.days(day, day)[0][1].rows()
    url = postgres_engine.url.render_as_string(hide_password=False)
    killed = subprocess.run([sys.executable, "-c", KILLED, url, str(tmp_path), step], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (archived(postgres_engine), sorted(stages.days(day, day)[0][1].rows())) == ([], sorted(before))
    until(partial(_nobody_keeps, postgres_engine), "the server noticed that the runner is gone", lambda: step)
    kept = keep_house(House(postgres_engine, tmp_path, 24), today=NOW.date(), now=NOW)
    assert ([one.visits for one in kept.moved], list(kept.dropped)) == ([9], [day])
    assert sorted(stages.days(day, day)[0][1].rows()) == sorted(before)


def _nobody_keeps(engine: Engine) -> bool:
    """Return whether no runner holds the house's lock: PostgreSQL notices a killed one when it next writes to it."""
    held = text("SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
                " WHERE locktype = 'advisory' AND datname = current_database()")  # fmt: skip
    with engine.connect() as connection:
        return not connection.execute(held).scalar_one()
