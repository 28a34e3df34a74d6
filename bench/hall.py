"""The hall service over HTTP: sixteen counters and thirty-two kiosks at once, start-up and memory."""

from __future__ import annotations

import itertools
import tempfile
import time
import uuid
from http import HTTPStatus
from pathlib import Path
from typing import Any

import psutil

from bench.figures import Figure, percentile
from bench.processes.at_once import at_once
from bench.processes.light_client import all_at_once, post
from bench.running_demo import RunningDemo
from commands.hall_client import HallClient

_WAITING = 200
_ISSUES = 20
_KIOSKS = 32
_REPEATS = 3
_DONE = {HTTPStatus.OK, HTTPStatus.NO_CONTENT}


def run() -> list[Figure]:
    """Measure on a fresh demo of sixteen counters."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder), size="large") as demo:
        described = demo.description
        return [*_calls(described), *_issues(described), *_memory(described)]


def _calls(demo: dict[str, Any]) -> list[Figure]:
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    services = itertools.cycle(_services(demo))
    issued = [kiosk.post("/visits", {"service": next(services)})["visit"] for _ in range(_WAITING)]
    answers = _call_all(demo)
    called = [visit for answer in answers for visit in answer["called"]]
    failed = sum(len(answer["errors"]) for answer in answers)
    doubled = len(called) - len(set(called))
    times_ms = [ms for answer in answers for ms in answer["ms"]]
    return [
        Figure("16 counters, 200 waiting: calls", len(called), "calls", _WAITING, beside="FQM 275, NovoSGA 521"),
        Figure("… visits never called", len(set(issued) - set(called)), "visits", 0),
        Figure("… called twice", doubled, "visits", 0, beside="FQM 24 of 1,000"),
        Figure("… failed", failed, "calls", 0),
        Figure(
            "call-next p99, 16 Python programs that share the cores with the hall", percentile(times_ms, 0.99), "ms"
        ),
        *_calls_lightly(demo),
    ]


def _calls_lightly(demo: dict[str, Any]) -> list[Figure]:
    """Let sixteen counters call, begin and finish twelve times each on raw sockets, with 200 waiting at first."""
    p99s_ms, failed = [], 0
    for _ in range(_REPEATS):
        all_at_once(demo["hall"], [_issues_of_one(demo, _WAITING // 8) for _ in range(8)])
        answers = all_at_once(demo["hall"], [_services_of_one(demo, number) for number in range(1, 17)])
        calls = [answer for answer in answers if answer.nth % 3 == 0]
        p99s_ms.append(percentile([call.ms for call in calls if call.status == HTTPStatus.OK], 0.99))
        # A counter whose services nobody waits for any more is answered so, and then has nobody to begin and finish.
        nobody = sum(call.status == HTTPStatus.NO_CONTENT for call in calls)
        failed += sum(answer.status not in _DONE for answer in answers) - 2 * nobody
        _call_all(demo)
    beside = f"best peer 119 ms; best of {_REPEATS} rounds {min(p99s_ms):.0f} ms"
    return [
        Figure("call-next p99, 16 counters at once on raw sockets", percentile(p99s_ms, 0.5), "ms", 60, beside=beside),
        Figure("… failed, with begin and finish", failed, "requests", 0),
    ]


def _services_of_one(demo: dict[str, Any], number: int) -> list[bytes]:
    token = demo["tokens"]["counters"][str(number)]
    steps: list[tuple[str, dict[str, object]]] = [
        ("call-next", {}),
        ("begin", {}),
        ("finish", {"outcome": "completed"}),
    ]
    return [
        post(demo["hall"], f"/counters/{number}/{step}", token, body, str(uuid.uuid4()))
        for _ in range(_WAITING // 16)
        for step, body in steps
    ]


def _issues(demo: dict[str, Any]) -> list[Figure]:
    """Issue from 32 kiosks twice: with a client that costs next to nothing, and with 32 Python programs."""
    return [*_issues_lightly(demo), *_issues_of_programs(demo)]


def _issues_lightly(demo: dict[str, Any]) -> list[Figure]:
    rates, p99s_ms, failed = [], [], 0
    for _ in range(_REPEATS):
        callers = [_issues_of_one(demo) for _ in range(_KIOSKS)]
        begun = time.perf_counter()
        answers = all_at_once(demo["hall"], callers)
        rates.append(len(answers) / (time.perf_counter() - begun))
        failed += sum(answer.status != HTTPStatus.CREATED for answer in answers)
        p99s_ms.append(percentile([answer.ms for answer in answers], 0.99))
        _call_all(demo)
    rate, p99_ms = percentile(rates, 0.5), percentile(p99s_ms, 0.5)
    beside = f"best peer 232 /s; best of {_REPEATS} rounds {max(rates):.0f} /s"
    return [
        Figure("issue, 32 kiosks at once on raw sockets, durable", rate, "/s", 600, at_least=True, beside=beside),
        Figure("… p99", p99_ms, "ms", 100, beside=f"best round {min(p99s_ms):.0f} ms"),
        Figure("… failed", failed, "issues", 0),
    ]


def _issues_of_one(demo: dict[str, Any], count: int = _ISSUES) -> list[bytes]:
    services = itertools.cycle(_services(demo))
    return [
        post(demo["hall"], "/visits", demo["tokens"]["kiosk"], {"service": next(services)}, str(uuid.uuid4()))
        for _ in range(count)
    ]


def _issues_of_programs(demo: dict[str, Any]) -> list[Figure]:
    kiosks = [("kiosk", demo["hall"], demo["tokens"]["kiosk"], _services(demo)[1], str(_ISSUES))] * _KIOSKS
    answers = at_once(kiosks)
    _call_all(demo)
    times_ms = [ms for answer in answers for ms in answer["ms"]]
    tickets = [ticket for answer in answers for _, ticket in answer["issued"]]
    busy_s = sum(times_ms) / 1000 / len(kiosks)
    return [
        Figure("issue, 32 Python programs that share the cores with the hall", len(tickets) / busy_s, "/s"),
        Figure("… p99", percentile(times_ms, 0.99), "ms"),
        Figure("… numbers given twice", len(tickets) - len(set(tickets)), "numbers", 0, beside="FQM 27 of 1,000"),
    ]


def _services(demo: dict[str, Any]) -> list[str]:
    return [service["code"] for service in HallClient(demo["hall"], demo["tokens"]["kiosk"]).get("/hall")["services"]]


def _call_all(demo: dict[str, Any]) -> list[dict[str, Any]]:
    """Let sixteen counters serve everybody who waits; return what each was answered."""
    tokens = demo["tokens"]["counters"]
    return at_once([("counter", demo["hall"], tokens[str(n)], str(n)) for n in range(1, 17)])


def _memory(demo: dict[str, Any]) -> list[Figure]:
    port = int(demo["hall"].rsplit(":", 1)[1])
    found = [c.pid for c in psutil.net_connections("tcp") if c.status == "LISTEN" and c.laddr.port == port and c.pid]
    resident = max(psutil.Process(pid).memory_info().rss for pid in found) / 2**20
    return [Figure("hall service: memory after this", resident, "MB", 250)]
