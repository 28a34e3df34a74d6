"""The writer alone, on a durable SQLite file: issue from 32 threads, call from 16, and with a long history."""

from __future__ import annotations

import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from bench.figures import Figure, percentile
from contracts.words.hall import Outcome
from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore, open_store
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import Agent, Counter, HallSettings, Hours, Service
from hall.platform.clock import SystemClock
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from hall.queue.commands.reception.cancel import Cancel, cancel

_KIOSKS, _COUNTERS, _WAITING, _ISSUES = 32, 16, 200, 120
_HISTORY = 1_000_000
_SERVICES = tuple(ServiceCode(code) for code in "ABC")
_NAMES = {"ar": "قاعة", "en": "Hall"}


def run() -> list[Figure]:
    """Measure an empty hall, then one with a million visits of history."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'hall.sqlite'}", SystemClock().now, setup=bench_settings())
        try:
            return _figures(store)
        finally:
            store.close()


def _figures(store: HallStore) -> list[Figure]:
    sign_in_all(store)
    issue_ms, took_s = _at_once(_KIOSKS, lambda at: [issue(store, at + n) for n in range(_ISSUES)])
    _empty(store)
    call_ms = _calls(store)
    alone = _alone(store)
    store.commands.run(lambda work, now: write_history(work, now, _HISTORY)).result()
    old = _alone(store)
    return [
        Figure("writer: issue, 32 threads, durable", len(issue_ms) / took_s, "/s", 600, at_least=True),
        Figure("… p99", percentile(issue_ms, 0.99), "ms", 100),
        Figure("writer: call-next p99, 16 threads, 200 waiting", percentile(call_ms, 0.99), "ms", 60),
        Figure(f"issue with {_HISTORY:,} visits of history", old[0] / alone[0], "× of empty", 1.2, beside="FQM 28"),
        Figure(f"call with {_HISTORY:,} visits of history", old[1] / alone[1], "× of empty", 1.2, beside="FQM 170"),
    ]


def bench_settings(counters: int = _COUNTERS) -> HallSettings:
    """Return a hall of three services that never closes, every counter serving all of them."""
    numbers = range(1, counters + 1)
    return HallSettings(
        hall="bench",
        names=_NAMES,
        governorate="muscat",
        services=tuple(Service(code, code, _NAMES, last_number=99_999) for code in _SERVICES),
        counters=tuple(Counter(CounterId(n), _NAMES, _SERVICES) for n in numbers),
        agents=tuple(Agent(AgentId(f"agent{n}"), _NAMES) for n in numbers),
        hours=Hours({}, always_open=True),
        confirms_date_itself=True,
    )


def sign_in_all(store: HallStore, counters: int = _COUNTERS) -> None:
    """Sign an agent in at each of the first `counters`."""
    for n in range(1, counters + 1):
        command = SignIn(str(uuid.uuid4()), CounterId(n), AgentId(f"agent{n}"))
        store.commands.run(partial(_do_sign_in, command)).result()


def _do_sign_in(command: SignIn, work: SqlWork, now: Moment) -> None:
    sign_in(command, work=work, now=now)


def _timed(store: HallStore, command: Callable[[SqlWork, Moment], Answer], key: Key | None = None) -> float:
    begun = time.perf_counter()
    store.commands.submit(command, key).result()
    return (time.perf_counter() - begun) * 1000


def issue(store: HallStore, at: int) -> float:
    """Issue the `at`-th ticket, for one service after the other; return the milliseconds until it was stored."""
    visit = VisitId(str(uuid.uuid4()))
    command = IssueTicket(visit, _SERVICES[at % 3], "kiosk", code_hash=uuid.uuid4().hex)

    def give(work: SqlWork, now: Moment) -> Answer:
        return Answer(201, issue_ticket(command, work=work, now=now).visit.ticket.encode())

    return _timed(store, give, Key("k" * 64, visit, "d" * 64))


def _call(store: HallStore, counter: int) -> float:
    def call(work: SqlWork, now: Moment) -> Answer:
        visit = call_next(CallNext(CounterId(counter)), work=work, now=now)
        return Answer(200, visit.ticket.encode()) if visit else Answer(204, b"")

    return _timed(store, call, Key("c" * 64, str(uuid.uuid4()), "d" * 64))


def _serve(store: HallStore, counter: int) -> None:
    def serve(work: SqlWork, now: Moment) -> None:
        begin_serving(BeginServing(CounterId(counter)), work=work, now=now)
        finish(Finish(CounterId(counter), Outcome.COMPLETED), work=work, now=now)

    store.commands.run(serve).result()


def _calls(store: HallStore) -> list[float]:
    for at in range(_WAITING):
        issue(store, at)

    def counter(at: int) -> list[float]:
        taken = []
        for _ in range(_WAITING // _COUNTERS):
            taken.append(_call(store, at + 1))
            _serve(store, at + 1)
        return taken

    times_ms, _ = _at_once(_COUNTERS, counter)
    _empty(store)
    return times_ms


def _alone(store: HallStore, times: int = 150) -> tuple[float, float]:
    """Return the median of issue and of call in ms, one at a time with 30 waiting."""
    for at in range(30):
        issue(store, at)
    issues, calls = [], []
    for at in range(times):
        issues.append(issue(store, at))
        calls.append(_call(store, 1))
        _serve(store, 1)
    _empty(store)
    return percentile(issues, 0.5), percentile(calls, 0.5)


def _empty(store: HallStore) -> None:
    """Cancel every waiting visit."""

    def cancel_all(work: SqlWork, now: Moment) -> None:
        for waiting in work.visits.queue(work.today()):
            cancel(Cancel(waiting.visit, "bench"), work=work, now=now)

    store.commands.run(cancel_all).result()


def _at_once(threads: int, work: Callable[[int], list[float]]) -> tuple[list[float], float]:
    """Run `work` on `threads` threads that begin together; return all times in ms and the time of the whole in s."""
    times_ms: list[float] = []
    barrier = threading.Barrier(threads + 1)

    def one(at: int) -> None:
        barrier.wait()
        times_ms.extend(work(at))

    running = [threading.Thread(target=one, args=(at,)) for at in range(threads)]
    for thread in running:
        thread.start()
    barrier.wait()
    begun = time.perf_counter()
    for thread in running:
        thread.join()
    return times_ms, time.perf_counter() - begun


def write_history(work: SqlWork, now: Moment, visits: int) -> None:
    """Write ended visits of the years before today, 400 a day, as the hall would have left them."""
    names = {
        table: [row[1] for row in work.connection.exec_driver_sql(f"PRAGMA table_info({table})")]
        for table in ("visit", "stage")
    }
    pattern = work.connection.exec_driver_sql("SELECT id FROM visit WHERE state = 'finished' LIMIT 1").scalar_one()
    at = "strftime('%Y-%m-%dT%H:%M:%S.000000Z', {} + n / 400 * 86400 + n % 400 * 60, 'unixepoch')"
    at = at.format(int((now.at - timedelta(days=visits // 400 + 1)).timestamp()))
    own = {
        "id": "old.name", "visit": "old.name", "code_hash": "old.name", "ticket": "old.ticket",
        "service_day": "substr(old.at, 1, 10)", **dict.fromkeys(("issued_at", "called_at", "ended_at"), "old.at"),
    }  # fmt: skip
    for table, key in (("visit", "id"), ("stage", "visit")):
        columns = ", ".join(own.get(name, f"pattern.{name}") for name in names[table])
        work.connection.exec_driver_sql(
            f"""
            WITH RECURSIVE
                count(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n < {visits - 1}),
                old AS (SELECT printf('old%07d', n) AS name, printf('A%03d', n % 400) AS ticket, {at} AS at FROM count)
            INSERT INTO {table} SELECT {columns} FROM old, {table} AS pattern WHERE pattern.{key} = '{pattern}'
            """  # noqa: S608 - our own names and numbers
        )
