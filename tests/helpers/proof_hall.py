"""One hall of the proof, as a process that may be killed: the real engine, store, outbox and sync; time runs faster.

    python -m tests.helpers.proof_hall FOLDER HALL URL TOKEN VISITS

It lets visitors come and go until it holds VISITS of them, sends all it has, and ends.
"""

from __future__ import annotations

import random
import sys
import threading
import time
import uuid
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import func, select, update

from contracts.centre.outbox_entry import EntryKind, encode_body, encode_record
from contracts.words.hall import Outcome
from hall.centre.outbox_rows import append_entry
from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore, open_store
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.moment import Moment
from hall.platform.clock import SystemClock
from hall.platform.db.tables.core import outbox
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from sync.fakes.hall import visit_record
from sync.instance import instance_id
from sync.quarantine import QuarantineList
from sync.runner import SyncFiles, SyncNames, SyncRunner
from sync.status_file import Standing
from sync.uplink import HttpUplink
from tests.helpers.example_hall import ALWAYS, LANDS
from tests.helpers.replacing import replace
from tests.helpers.saboteur import BREAKS

SPEED = 300.0
"""Seconds of the hall's own waits in one second: a hold of 15 minutes takes three."""
PATIENCE_S = (3.0, 1.2)
ONE = CounterId(1)
POISON = b"poison"
"""Is in the bytes of each entry that the centre cannot read."""
POISON_EVERY = 60


class FastClock:
    """The machine's wall, and a monotonic clock that runs SPEED times as fast."""

    def now(self) -> datetime:
        """Return the wall time."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return fast seconds."""
        return time.monotonic() * SPEED


def hall_of(folder: Path, hall: str) -> HallStore:
    """Open the hall's store, founded where it is new."""
    folder.mkdir(parents=True, exist_ok=True)
    services = tuple(
        replace(one, visitor_kinds=(), asks_visitor_kind=False, last_number=9999) for one in ALWAYS.services
    )
    settings = replace(ALWAYS, hall=hall, services=services)
    return open_store(f"sqlite:///{folder / 'hall.sqlite'}", SystemClock().now, setup=settings)


def ended(store: HallStore) -> int:
    """Return how many visits the hall's outbox tells of."""
    told = select(func.count(outbox.c.visit.distinct())).where(outbox.c.kind == EntryKind.VISIT.value)
    return store.reads.read(lambda work, _now: int(work.connection.execute(told).scalar_one())).result()


def one_visit(work: SqlWork, now: Moment) -> None:
    """Let one visitor come, be served and go, in one transaction."""
    issue_ticket(IssueTicket(VisitId(str(uuid.uuid4())), LANDS, "kiosk-1"), work=work, now=now)
    call_next(CallNext(ONE), work=work, now=now)
    begin_serving(BeginServing(ONE), work=work, now=now)
    finish(Finish(ONE, Outcome.COMPLETED), work=work, now=now)


def poison(kind: int, hall: str, work: SqlWork, now: Moment) -> None:
    """Append an entry that the centre must not take: seven kinds of them."""
    mark = f"{POISON.decode()} {uuid.uuid4()}"
    record = replace(visit_record(visit=str(uuid.uuid4()), service_day=now.at.date()), hall=hall, agent=mark)
    bodies = (
        encode_body({"kind": "dance", "mark": mark}),
        f"this is no JSON: {mark}".encode(),
        encode_record(replace(record, waiting_s=-5)),
        encode_record(replace(record, hall="another")),
        encode_record(replace(record, service_day=now.at.date() + timedelta(days=900))),
        encode_record(replace(record, lane=BREAKS.decode())),
        encode_body({"kind": "note", "mark": mark}),
    )
    body, day = bodies[kind], now.at.date()
    seq = append_entry(work.connection, EntryKind.AUDIT, body, visit=None, rev=1, day=day, at=now.at)
    if kind == len(bodies) - 1:  # damaged on the hall's own disk: the bytes no longer fit the chain
        work.connection.execute(update(outbox).where(outbox.c.seq == seq).values(body=body + b"\xff\n?"))


KINDS = 7


def live(store: HallStore, hall: str, visits: int, rng: random.Random) -> None:
    """Let visitors come until there are enough."""
    if store.commands.run(lambda work, _now: work.sessions.at(ONE) is None).result():
        store.commands.run(lambda work, now: sign_in(SignIn("s1", ONE, AgentId("said")), work=work, now=now)).result()
    for _ in range(visits - ended(store)):
        store.commands.run(one_visit).result()
        if rng.random() < 1 / POISON_EVERY:
            store.commands.run(partial(poison, rng.randrange(KINDS), hall)).result()


def main(folder: Path, hall: str, url: str, token: str, visits: int) -> None:
    """Live and send until everything is delivered."""
    rng = random.Random()
    store = hall_of(folder, hall)
    runner = SyncRunner(
        store.outbox,
        HttpUplink(url, hall, token, timeouts_s=PATIENCE_S),
        SyncNames(instance_id(folder), "proof"),
        clock=FastClock(),
        files=SyncFiles(QuarantineList(folder / "quarantine.jsonl"), Standing(folder / "standing.json")),
    )
    visitors = threading.Thread(target=live, args=(store, hall, visits, rng))
    visitors.start()
    while visitors.is_alive() or store.outbox.state().unsent:
        time.sleep(min(1.0, runner.turn() / SPEED))
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]))
