"""A counter in a hall of 2,000 visits and 16 counters: call-next, and from the press of the space bar to the paint.

An agent's window is at work on the agent's own PC. Here it shares two cores with the hall and takes one of them whole,
pressed as fast as it paints: so call-next is measured first, at all counters and without it, and told again beside it.
"""

from __future__ import annotations

import json
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus
from pathlib import Path

from bench.figures import Figure, percentile
from bench.processes.child import started
from bench.processes.light_client import HttpAnswer, KeptConnections, all_at_once, post
from bench.running_demo import RunningDemo
from commands.hall_client import HallClient
from counter_client.config import SESSION_ENV

VISITS = 2000
ROUNDS = 90
"""Of all counters at once: most of the visits. Later services run out of people, and less is to be done."""
SETTLED_S = 3.0
"""After the tickets: two thousand in as many seconds are not a usual day; the hall needs a pause after them."""
SERVED = 20
"""Visits that the program serves, with four presses each and three seconds between two calls: some 100 s, in which the
other counters serve thousands. So each of their rounds issues as many tickets as it calls, and some for the program."""
KIOSKS = 8
ROUND_S = 0.3
"""Between two rounds: in it each counter serves a visitor, 500 times as fast as people."""
PAINTED_MS = 100.0
CALL_NEXT_MS = 60.0


def run() -> list[Figure]:
    """Fill a hall of 16 counters, work at all of them, and look at one of them closely."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder), size="large") as demo:
        hall, tokens = demo.description["hall"], demo.description["tokens"]
        fill(hall, tokens["kiosk"], VISITS)
        time.sleep(SETTLED_S)
        calls_ms = [ms for some in rounds(hall, tokens["counters"], range(ROUNDS)) for ms in some]
        fill(hall, tokens["kiosk"], len(tokens["counters"]) * KIOSKS)
        took_ms, beside_ms = work(hall, tokens["kiosk"], tokens["counters"])
    presses = [ms for some in took_ms.values() for ms in some]
    served = f"{VISITS} visits, 16 counters"
    figures = [
        Figure(f"call-next p99, {served} at once", percentile(calls_ms, 0.99), "ms", CALL_NEXT_MS,
               beside=f"of {len(calls_ms)}; best peer 119 ms"),
        Figure("… median", percentile(calls_ms, 0.5), "ms"),
        Figure("… p99 beside a window that shares the hall's cores", percentile(beside_ms, 0.99), "ms",
               beside=f"of {len(beside_ms)}"),
        Figure(f"press → painted p99, {served}", percentile(presses, 0.99), "ms", PAINTED_MS),
        Figure(f"press → painted, median of {len(presses)}", percentile(presses, 0.5), "ms"),
    ]  # fmt: skip
    figures += [Figure(f"press → painted p99: {what}", percentile(some, 0.99), "ms") for what, some in took_ms.items()]
    return figures


def fill(hall: str, kiosk: str, visits: int) -> None:
    """Issue `visits` tickets, for all services in turn."""
    services = [service["code"] for service in HallClient(hall, kiosk).get("/hall")["services"]]
    wishes = [post(hall, "/visits", kiosk, {"service": services[n % len(services)]}, _key()) for n in range(visits)]
    answers = all_at_once(hall, [wishes[at::KIOSKS] for at in range(KIOSKS)])
    if any(answer.status != 201 for answer in answers):
        raise RuntimeError("not every ticket was issued")


def work(hall: str, kiosk: str, counters: Mapping[str, str]) -> tuple[dict[str, list[float]], list[float]]:
    """Work at all counters until the measured one is done; return its milliseconds by press, and those of call-next."""
    first, *others = sorted(counters, key=int)
    command = ["bench.processes.counter_process", hall, first, str(SERVED)]
    with started("the counter program", command, {"QT_QPA_PLATFORM": "offscreen", SESSION_ENV: counters[first]}) as one:
        one.line()  # it is ready
        beside = {number: counters[number] for number in others}
        beside_ms = []
        for some in rounds(hall, beside, iter(one.runs, False)):
            beside_ms += some
            fill(hall, kiosk, len(counters) + KIOSKS)
        took_ms: dict[str, list[float]] = json.loads(one.line())
        return took_ms, beside_ms


def rounds(hall: str, counters: Mapping[str, str], so_long: Iterable[object]) -> Iterator[list[float]]:
    """Let these counters serve a visitor each at once for each of `so_long`; yield the milliseconds of call-next."""
    with KeptConnections(hall, len(counters)) as kept:
        for _ in so_long:
            time.sleep(ROUND_S)
            yield [answer.ms for answer in round_of(kept, hall, counters) if answer.status == HTTPStatus.OK]


def round_of(kept: KeptConnections, hall: str, counters: Mapping[str, str]) -> list[HttpAnswer]:
    """Call, begin and finish at all these counters at once; return the answers to call-next."""

    def at_all(move: str, body: Mapping[str, object]) -> list[HttpAnswer]:
        wishes = [[post(hall, f"/counters/{n}/{move}", token, body, _key())] for n, token in counters.items()]
        return kept.all_at_once(wishes)

    called = at_all("call-next", {})
    at_all("begin", {})
    at_all("finish", {"outcome": "completed"})
    return called


def _key() -> str:
    return str(uuid.uuid4())
