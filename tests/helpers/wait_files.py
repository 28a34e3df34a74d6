"""Made-up data sets for `waits replay`: small halls, offices and call centres that work first come, first served."""

from __future__ import annotations

import csv
import gzip
import heapq
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

VISITS = (
    "day", "visit", "issued_min", "service", "lane", "appointment_min", "called_min", "finished_min", "came", "counter",
)  # fmt: skip
AWAY = ("day", "counter", "away_from_min", "away_to_min")
BOOKINGS = ("day", "service", "appointment_min")
OFFICE = ("q", "date", "t", "n", "y", "czas", "counters", "thr60", "thrday", "les", "res")
CALLS = ("date", "type", "prio", "arr", "wait", "queued", "outcome", "s0", "s1", "ser", "server")
SETUP = {
    "counters": [{"counter": number, "services": ["A", "B"], "opens_min": 480, "closes_min": 900} for number in (1, 2)],
    "head_start_min": {"priority": 20},
    "services": {"A": "one", "B": "two"},
}


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write a gzipped table."""
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def served(
    chance: random.Random, many: int, every: float, takes: Sequence[float], servers: int
) -> list[tuple[float, float, float, int, int]]:
    """Return (arrival, call, end, server from 1, kind) of a day in order of arrival, first come, first served."""
    free = [(0.0, server) for server in range(1, servers + 1)]
    at, found = 0.0, []
    for _ in range(many):
        at += chance.expovariate(1 / every)
        free_at, server = heapq.heappop(free)
        called, kind = max(at, free_at), chance.randrange(len(takes))
        end = called + takes[kind] * chance.lognormvariate(-0.18, 0.6)
        heapq.heappush(free, (end, server))
        found.append((at, called, end, server, kind))
    return found


def write_hall(folder: Path, name: str = "small", days: int = 12, many: int = 50, seed: int = 1) -> None:
    """Write a hall of a long and a short service at two counters; one visitor in twenty does not come to his call."""
    chance, visits, away, bookings = random.Random(seed), [], [], []
    for day in range(days):
        for visit, (at, called, end, server, kind) in enumerate(served(chance, many, 4.0, (14.0, 2.0), 2)):
            came = chance.random() > 0.05
            times = (480 + called, 480 + end, int(came), server)
            visits.append((day, visit, 480 + at, "AB"[kind], "standard", "", *times))
        visits.append((day, many, 890.0, "A", "standard", "", "", "", 0, ""))
        away.append((day, 3, -1, -1))
        bookings.append((day, "A", 600.0))
    write(folder / f"hall_{name}_visits.csv.gz", VISITS, visits)
    write(folder / f"hall_{name}_away.csv.gz", AWAY, away)
    write(folder / f"hall_{name}_bookings.csv.gz", BOOKINGS, bookings)
    (folder / "hall_setup.json").write_text(json.dumps(SETUP), encoding="utf-8")


def write_offices(folder: Path, days: int = 10, many: int = 60, seed: int = 2) -> None:
    """Write two offices whose queues publish a service time of five minutes, whatever it is."""
    chance, rows = random.Random(seed), []
    for day in range(days):
        for queue, takes in (("north/1", 9.0), ("south/2", 4.0)):
            day_of = served(chance, many, takes / 2, (takes,), 2)
            for at, called, *_ in day_of:
                ahead = sum(other[0] < at < other[1] for other in day_of)
                known = [other for other in day_of if other[1] <= at]
                last = known[-1][1] - known[-1][0] if known else 0.0
                per_min = len(known) / at if known else -1.0
                hour = sum(at - 60 < other[1] <= at for other in day_of) / 60
                rows.append(
                    (queue, f"2026-01-{day + 1:02}", 480 + at, ahead, called - at, 5, 2, hour, per_min, last, 5)
                )
    write(folder / "warsaw_tickets_made.csv.gz", OFFICE, rows)


def write_calls(folder: Path, days: int = 10, many: int = 120, seed: int = 3) -> None:
    """Write a call centre of three servers; one caller in ten who queues hangs up."""
    chance, rows = random.Random(seed), []
    for day in range(days):
        for at, called, end, server, _ in served(chance, many, 60.0, (150.0,), 3):
            arrived, begun, over = round(28_800 + at), round(28_800 + called), round(28_800 + end)
            queued = begun > arrived
            kind = chance.choice(("PS", "NW"))
            if queued and chance.random() < 0.1:
                rows.append((f"1999-01-{day + 1:02}", kind, 0, arrived, begun - arrived, True, "HANG", 0, 0, 0, ""))
                continue
            times = (begun, over, over - begun, f"S{server}")
            rows.append((f"1999-01-{day + 1:02}", kind, 0, arrived, begun - arrived, queued, "AGENT", *times))
    write(folder / "technion_made.csv.gz", CALLS, rows)
