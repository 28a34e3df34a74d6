"""Live a day of made-up visitors and agents over the real HTTP contract, to look at and to load."""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.running_demo import DemoFailedError, RunningDemo, read_demo
from commands.demo.setup_file import SIZES
from commands.hall_client import HallAwayError, HallClient, HallRefusedError
from common.configuration.command_parser import CommandParser
from tools.simulation.day import DAY_S, agents, visitors
from tools.simulation.people import AgentAtWork, DayLog, FastClock, walk_in

_SERVING_S = 360.0
_COUNTED = ("issued", "called", "recalled", "finished", "no_show", "breaks")


def run(argv: list[str]) -> int:
    """Simulate one day and print what happened; 0 when every visitor who stayed was served, 1 otherwise."""
    arguments = _arguments(argv)
    try:
        return _simulated(arguments)
    except (DemoFailedError, HallAwayError, HallRefusedError) as error:
        print(f"simulate: {error}", file=sys.stderr)
        return 1


def _simulated(arguments: argparse.Namespace) -> int:
    if arguments.demo:
        return _live(read_demo(Path(arguments.demo)), arguments)
    with (
        tempfile.TemporaryDirectory(prefix="dawr-simulate-") as folder,
        RunningDemo(Path(folder), size=arguments.hall) as demo,
    ):
        return _live(demo.description, arguments)


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = CommandParser(prog="simulate", description=__doc__)
    parser.add_argument("--hall", choices=sorted(SIZES), default="small", help="counters and visitors a day")
    parser.add_argument("--speed", type=float, default=60.0, help="seconds of the day in each real second (default 60)")
    parser.add_argument("--demo", metavar="DIR", help="the folder of a running demo; without it one is started")
    parser.add_argument("--seed", type=int, default=2026, help="another seed is another day")
    parser.add_argument(
        "--patience-s",
        type=float,
        default=15.0,
        metavar="S",
        help="end when the hall has been away for this many seconds (default 15)",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    arguments = parser.parse_args(argv)
    for option in ("speed", "patience_s"):
        value = getattr(arguments, option)
        if not 0 < value < math.inf:
            parser.error(f"--{option.replace('_', '-')} must be a number above 0, got {value:g}")
    return arguments


def _live(demo: Mapping[str, Any], arguments: argparse.Namespace) -> int:
    count_counters, count_visitors = SIZES[arguments.hall]
    rng = random.Random(arguments.seed)  # noqa: S311  # made-up people are no secret
    tokens = demo["tokens"]
    kiosk = HallClient(demo["hall"], tokens["kiosk"])
    services = {service["code"]: service for service in kiosk.get("/hall")["services"] if service["open"]}
    if not services:
        print("simulate: no service of this hall is open now, so nobody can come", file=sys.stderr)
        return 1
    kinds = {code: one["visitor_kinds"][0] for code, one in services.items() if one["visitor_kinds"]}
    day = visitors(count_visitors, dict.fromkeys(services, _SERVING_S), rng=rng)
    clock = FastClock(arguments.speed, threading.Event())
    log = DayLog(patience_s=arguments.patience_s)
    numbers = sorted(tokens["counters"], key=int)[:count_counters]
    people = [
        AgentAtWork(int(n), plan, HallClient(demo["hall"], tokens["counters"][n]), clock, log)
        for n, plan in zip(numbers, agents(len(numbers), rng=rng), strict=True)
    ]
    print(
        f"simulate: {count_visitors} visitors at {demo['hall']}, head's page: {demo.get('head_page')}", file=sys.stderr
    )
    _run_threads(people, lambda: walk_in(day, kiosk, clock, log, kinds), clock, log)
    return _report(log, as_json=arguments.json)


def _run_threads(people: list[AgentAtWork], come: Callable[[], None], clock: FastClock, log: DayLog) -> None:
    threads = [threading.Thread(target=person.work, name=f"counter {person.counter}") for person in people]
    for thread in threads:
        thread.start()
    try:
        come()
        # Everyone who holds a ticket is served; a day and a half more is beyond any real hall.
        while log.left() > 0 and clock.now_s() < 2.5 * DAY_S and clock.pause(60):
            pass
    finally:
        clock.stop.set()
        for thread in threads:
            thread.join()
    if log.gave_up:
        print(f"simulate: the hall did not answer for {log.patience_s:g} s, so the day ends here", file=sys.stderr)


def _report(log: DayLog, *, as_json: bool) -> int:
    waits = sorted(log.waits_s) or [0.0]
    figures = {
        **{name: log.counts[name] for name in _COUNTED},
        "left": log.left(),
        "mean_wait_min": round(statistics.fmean(waits) / 60, 1),
        "longest_wait_min": round(waits[-1] / 60, 1),
        "refusals": dict(log.refusals),
    }
    if as_json:
        print(json.dumps(figures))
    else:
        print("\n".join(f"{name.replace('_', ' '):<18} {value}" for name, value in figures.items()))
    return 0 if log.left() == 0 and not log.refusals else 1
