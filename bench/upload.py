"""A year of the ministry, 250,000 visits of 22 halls, sent by the real sync code to a real centre on PostgreSQL."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import psutil
import psycopg

from bench.figures import Figure
from bench.running_demo import ROOT
from contracts.centre.outbox_entry import GENESIS, DayDigest, OutboxEntry, StageRecord, VisitRecord, encode_record, link
from contracts.codec.message import replace
from sync.fakes.hall import visit_record
from sync.ports import OutboxState
from sync.quarantine import QuarantineList
from sync.runner import SystemClock
from sync.sender import Sender
from sync.uplink import HttpUplink

VISITS, HALLS = 250_000, 22
WORKING_DAYS = 250
AT_ONCE = 4
"""Halls that send at the same moment: while one's batch is on the disk, another's is read, as in life."""
_DURABLE = ("fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=256MB", "max_wal_size=2GB")


class YearOutbox:
    """A hall's outbox of ready entries in memory, as large as a year: reads by place, never by search."""

    def __init__(self, entries: Sequence[OutboxEntry]) -> None:
        self._entries = entries
        self._delivered = 0
        self._stream = str(uuid.uuid4())

    def state(self) -> OutboxState:
        """Return where the outbox stands."""
        return OutboxState(self._stream, 1, self._delivered, 1, len(self._entries))

    def entries_after(self, seq: int, limit: int) -> Sequence[OutboxEntry]:
        """Return the entries after `seq`."""
        return self._entries[seq : seq + limit]

    def chain_at(self, seq: int) -> str:
        """Return the chain value at `seq`."""
        return self._entries[seq - 1].chain if seq else GENESIS

    def delivered(self, seq: int, stream: str) -> None:
        """Move the cursor up."""
        if stream == self._stream:
            self._delivered = max(self._delivered, seq)

    def rewind(self, seq: int, stream: str) -> None:
        """Refuse: a fresh centre has no reason to ask for anything again."""
        raise RuntimeError(f"the centre wants entries after {seq} of {stream} again")

    def new_stream(self) -> str:
        """Refuse, for the same reason."""
        raise RuntimeError("the centre's history is not ours")

    def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
        """Refuse: nothing is compared while the year goes."""
        raise RuntimeError(f"digests from {first} to {last} are not asked for here")

    def requeue(self, service_day: date) -> int:
        """Refuse: nothing differs."""
        raise RuntimeError(f"{service_day} is not to be sent again")


def run() -> list[Figure]:
    """Measure from the first batch to the last answer; without PostgreSQL say so and measure nothing."""
    from tests.helpers.postgres import bin_dir, running_server

    try:
        bin_dir()
    except RuntimeError as error:
        print(f"bench: upload is not measured: {error}", file=sys.stderr)
        return []
    first = date.today() - timedelta(days=366)  # noqa: DTZ011 - any year that is over will do
    outboxes = [YearOutbox(year_of(hall, VISITS // HALLS, first)) for hall in range(HALLS)]
    sent = sum(outbox.state().newest for outbox in outboxes)
    with running_server(_DURABLE) as server:
        database = server.create_database()
        with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
            tokens = [_enrol(folder, database, f"hall{hall}") for hall in range(HALLS)]
            with centre_process(folder, database) as (address, process):
                centre = psutil.Process(process)
                begun, busy_s, started = time.perf_counter(), time.process_time(), centre.cpu_times()
                with ThreadPoolExecutor(AT_ONCE) as halls:
                    uplinks = [HttpUplink(address, f"hall{hall}", token) for hall, token in enumerate(tokens)]
                    list(halls.map(_send_all, outboxes, uplinks))
                took_s, busy_s = time.perf_counter() - begun, time.process_time() - busy_s
                spent = centre.cpu_times()
        stored = stored_visits(database)
    beside = f"{sent / took_s:,.0f} visits/s with sender and centre on this machine; prototype 67,000"
    return [
        Figure(f"upload of a year, {sent:,} visits of {HALLS} halls, PostgreSQL", took_s, "s", 60, beside=beside),
        Figure("… processor time of the sender", busy_s, "s"),
        Figure("… processor time of the centre, without PostgreSQL", _cpu_s(spent) - _cpu_s(started), "s"),
        Figure("… visits the centre does not have", sent - stored, "visits", 0),
    ]


def _cpu_s(spent: Any) -> float:  # noqa: ANN401 - psutil has no types here
    return float(spent.user + spent.system)


def year_of(hall: int, visits: int, first: date, *, days: int = WORKING_DAYS) -> list[OutboxEntry]:
    """Return one hall's entries: plausible visits spread over `days` working days from `first` on, chained."""
    chance, chain = random.Random(hall), GENESIS
    entries: list[OutboxEntry] = []
    for nth in range(visits):
        made = visit_record(
            visit=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
            ticket=f"A{nth % 999 + 1:03d}",
            service_day=first + timedelta(days=nth * days // visits * 7 // 5),
        )
        wait_s, serving_s = chance.randrange(30, 3000), chance.randrange(60, 1500)
        body = encode_record(_served(made, f"hall{hall}", chance.choice("ABCDE"), wait_s, serving_s))
        chain = link(chain, body)
        entries.append(OutboxEntry(nth + 1, body, chain))
    return entries


def _served(made: VisitRecord, hall: str, service: str, wait_s: int, serving_s: int) -> VisitRecord:
    """Return the visit with its one stage, as every hall tells it."""
    visit = replace(made, hall=hall, waiting_s=wait_s, serving_s=serving_s, service=service)
    names = set(StageRecord.__struct_fields__) & set(VisitRecord.__struct_fields__)
    return replace(visit, stages=(StageRecord(**{name: getattr(visit, name) for name in names}),))


def _send_all(outbox: YearOutbox, uplink: HttpUplink) -> None:
    sender = Sender(
        outbox,
        uplink,
        clock=SystemClock(),
        rng=random.Random(1),
        instance="bench",
        app="bench",
        quarantine=QuarantineList(),
    )
    while outbox.state().unsent:
        sender.step()
        if sender.status.state != "ok" or sender.status.quarantined:
            raise RuntimeError(f"the centre does not take the year: {sender.status}")
    uplink.close()


def _enrol(folder: str, database: str, hall: str) -> str:
    place = ["--data", folder, "--database", database]
    command = [sys.executable, str(ROOT / "main.py"), "central", "enrol", *place, "--hall", hall, "--name", hall]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1].partition(".")[0]


@contextmanager
def centre_process(folder: str, database: str) -> Iterator[tuple[str, int]]:
    """Run a centre to the end of the block and give its address and its process id."""
    place = ["--data", folder, "--database", database, "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "central", *place], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1], process.pid
    finally:
        process.terminate()
        process.communicate(timeout=20)


def stored_visits(database: str) -> int:
    """Return how many visits the centre's database holds."""
    with psycopg.connect(re.sub(r"\+psycopg", "", database)) as connection:
        row = connection.execute("SELECT count(*) FROM visit").fetchone()
        return int(row[0]) if row else 0
