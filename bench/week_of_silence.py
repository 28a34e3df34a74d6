"""2,000 halls that were without network for a week all come back at once: how long they take, and what they notice."""

from __future__ import annotations

import heapq
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.figures import Figure, percentile
from bench.upload import YearOutbox, centre_process, stored_visits, year_of
from central.composition import database as open_database
from central.config import CentralConfig
from central.halls import registry
from sync.quarantine import QuarantineList
from sync.runner import SystemClock
from sync.sender import Sender
from sync.uplink import HttpUplink

HALLS, VISITS = 2000, 230
"""Five working days of a typical hall with 46 visitors."""
AT_ONCE = 48
"""Requests on their way at the same moment: more than any centre should have to take."""
COME_BACK_S = 20.0
"""All halls try again within this; in life it is five minutes, so this is fifteen times as bad."""


@dataclass
class Light:
    """One hall: the real sender over a ready outbox, and when it is done."""

    outbox: YearOutbox
    sender: Sender
    uplink: HttpUplink
    done_s: float | None = None
    troubles: int = 0


def run() -> list[Figure]:
    """Measure from the first hall's first try to the last hall's last answer, against a real centre on PostgreSQL."""
    from tests.helpers.postgres import bin_dir, running_server

    try:
        bin_dir()
    except RuntimeError as error:
        print(f"bench: week_of_silence is not measured: {error}", file=sys.stderr)
        return []
    with running_server(("fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=256MB")) as server:
        database = server.create_database()
        with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
            tokens = _tokens(database)
            with centre_process(folder, database) as (address, _process):
                halls = [_light(address, number, tokens[number]) for number in range(HALLS)]
                begun = time.perf_counter()
                asked = _drain(halls, begun)
                took_s = time.perf_counter() - begun
        missing = HALLS * VISITS - stored_visits(database)
    done = [one.done_s for one in halls if one.done_s is not None]
    return [
        Figure(f"{HALLS} halls after a week's silence, back within {COME_BACK_S:.0f} s: all is taken in", took_s, "s"),
        Figure(f"… of {HALLS * VISITS:,} visits", HALLS * VISITS / took_s, "/s"),
        Figure("… a hall's wait until all of its week is taken in, p50", percentile(done, 0.5), "s"),
        Figure("… p99", percentile(done, 0.99), "s"),
        Figure("… times the centre asked for patience", asked, ""),
        Figure("… halls that had to report trouble", sum(one.troubles > 0 for one in halls), "halls", 0),
        Figure("… visits the centre does not have", missing, "visits", 0),
    ]


def _tokens(database: str) -> list[str]:
    now = datetime.now(UTC)
    with open_database(CentralConfig(Path(tempfile.gettempdir()), database=database)) as engine:
        for number in range(HALLS):
            registry.add_hall(engine, f"hall{number}", {}, now=now)
        return [registry.new_hall_token(engine, f"hall{number}", "bench", now=now) for number in range(HALLS)]


def _light(address: str, number: int, token: str) -> Light:
    first = date.today() - timedelta(days=10)  # noqa: DTZ011 - any week that is over will do
    outbox, uplink = YearOutbox(year_of(number, VISITS, first, days=5)), HttpUplink(address, f"hall{number}", token)
    sender = Sender(
        outbox, uplink, clock=SystemClock(), rng=random.Random(number), instance="bench", app="bench",
        quarantine=QuarantineList(),
    )  # fmt: skip
    return Light(outbox, sender, uplink)


def _drain(halls: list[Light], begun: float) -> int:
    """Let every hall send until it is done, each at its own time; return how often patience was asked for."""
    rng, lock, asked = random.Random(1), threading.Lock(), Counter[str]()
    due = [(rng.uniform(0, COME_BACK_S), number) for number in range(len(halls))]
    heapq.heapify(due)

    def work() -> None:
        while True:
            with lock:
                if not due:
                    return
                at, number = heapq.heappop(due)
            time.sleep(max(0.0, begun + at - time.perf_counter()))
            again = _one_step(halls[number], asked)
            now = time.perf_counter() - begun
            if again is None:
                halls[number].done_s = now
                continue
            with lock:
                heapq.heappush(due, (now + again, number))

    threads = [threading.Thread(target=work) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return asked["patience"]


def _one_step(hall: Light, asked: Counter[str]) -> float | None:
    """Send one batch; return the seconds until the next, None when all is sent."""
    before = hall.sender.patience
    wait_s = hall.sender.step()
    asked["patience"] += hall.sender.patience > before
    hall.troubles += hall.sender.status.state != "ok"
    if hall.outbox.state().unsent:
        return wait_s
    hall.uplink.close()
    return None
