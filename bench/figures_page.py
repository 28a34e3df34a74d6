"""The pages of figures over HTTP, of a hall with ten years of visits behind it."""

from __future__ import annotations

import json
import random
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bench.figures import Figure, percentile
from bench.running_demo import RunningDemo
from commands.hall_client import HallClient
from figures.period import PERIODS
from hall.composition.store import open_store
from hall.enquiries.store.tables import enquiry
from hall.platform.clock import SystemClock
from hall.platform.db.tables.core import fact, service_day, stage, visit
from hall.requests.store.tables import request

VISITS, A_DAY = 120_000, 46
TIMES = 40
PAGES = {
    "Now": ("/head", "/api/v1/queues", "/api/v1/outlook"),
    "Act": ("/head/act", "/api/v1/arrangements"),
    "The day": ("/head/day", "/api/v1/day", "/api/v1/day/left", "/api/v1/day/note"),
    "Waits": ("/head/waits", "/api/v1/waits", "/api/v1/outlook/score"),
    "Plan": ("/head/plan", "/api/v1/plan"),
    "Trust": ("/head/trust", "/api/v1/trust", "/api/v1/corrections"),
    "A visit": ("/head/visit", "/api/v1/visits/of-day"),
}
"""What each page is made of: its own text, and the answers that it shows at first."""
OPENS = timedelta(hours=3, minutes=30)
"""Half past seven in Muscat."""
KINDS = (None, "citizen", "citizen", "resident", "company")
TOPICS = ("land_grant", "housing_help", "survey", "ownership", "other")
CHANNELS = ("hall", "call_centre", "email")


def run() -> list[Figure]:
    """Fill a stopped hall, start it, and read each page often, each time of another part of the ten years."""
    chance = random.Random(46)
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder:
        place = Path(folder)
        with RunningDemo(place) as demo:
            pattern = _serve_one(demo.description)
        days = fill(place / "hall" / "hall.sqlite", pattern, chance)
        with RunningDemo(place) as demo:
            head = HallClient(demo.description["hall"], demo.description["tokens"]["head"])
            browser = _browser(demo.description)
            figures = [_page(demo.description, browser, name, paths) for name, paths in PAGES.items()]
            figures += [_measured(head, period, days, chance) for period in PERIODS]
            figures.append(_as_they_come(demo.description, head, pattern[0]))
    return figures


def _measured(head: HallClient, period: str, days: list[date], chance: random.Random) -> Figure:
    took_ms = []
    for _ in range(TIMES):
        day = chance.choice(days)
        begun = time.perf_counter()
        view = head.get(f"/figures?period={period}&day={day.isoformat()}")
        took_ms.append(1000 * (time.perf_counter() - begun))
        assert view["total"]["called"] >= A_DAY - 1
    return Figure(f"figures of a {period}, ten years of {VISITS:,} visits, p95", percentile(took_ms, 0.95), "ms")


def _as_they_come(demo: dict[str, Any], head: HallClient, service: str) -> Figure:
    """Ask for the year that goes on, each time right after a visitor came."""
    kiosk, took_ms = HallClient(demo["hall"], demo["tokens"]["kiosk"]), []
    for _ in range(TIMES):
        kiosk.post("/visits", {"service": service})
        begun = time.perf_counter()
        head.get("/figures?period=year")
        took_ms.append(1000 * (time.perf_counter() - begun))
    return Figure("figures of this year, each after one more ticket, p95", percentile(took_ms, 0.95), "ms")


def _browser(demo: dict[str, Any]) -> urllib.request.OpenerDirector:
    """Return somebody who is signed in as a browser is."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    body = json.dumps({"token": demo["tokens"]["head"]}).encode()
    headers = {"Content-Type": "application/json", "Origin": demo["hall"]}
    browser.open(urllib.request.Request(f"{demo['hall']}/api/v1/session", body, headers)).close()  # noqa: S310 - our own
    return browser


def _page(demo: dict[str, Any], browser: urllib.request.OpenerDirector, name: str, paths: tuple[str, ...]) -> Figure:
    took_ms = []
    for path in paths * TIMES:
        begun = time.perf_counter()
        with browser.open(demo["hall"] + path, timeout=10) as answer:
            answer.read()
        took_ms.append(1000 * (time.perf_counter() - begun))
    return Figure(f"page {name}, each of its answers, p95", percentile(took_ms, 0.95), "ms", 100)


def _serve_one(demo: dict[str, Any]) -> list[str]:
    """Serve somebody whose rows are the pattern of all others; return the services of the counter."""
    kiosk = HallClient(demo["hall"], demo["tokens"]["kiosk"])
    counter = HallClient(demo["hall"], demo["tokens"]["counters"]["1"])
    services: list[str] = counter.get("/counters/1")["services"]
    kiosk.post("/visits", {"service": services[0]})
    counter.post("/counters/1/call-next")
    counter.post("/counters/1/begin")
    counter.post("/counters/1/finish", {"outcome": "completed"})
    return services


def fill(database: Path, services: list[str], chance: random.Random) -> list[date]:
    """Write ten years into a stopped hall's database; return the days.

    Each fifth visit has a request, each second one an enquiry.
    """
    store = open_store(f"sqlite:///{database}", SystemClock().now)
    try:
        today = SystemClock().now().at.date()
        days = list(_working_days(today, VISITS // A_DAY + 1))
        store.commands.run(lambda work, _now: _write(work.connection, days, services, chance)).result()
    finally:
        store.close()
    return days


def _working_days(before: date, many: int) -> Iterator[date]:
    day = before - timedelta(days=1)
    while many:
        if day.isoweekday() not in {5, 6}:
            many -= 1
            yield day
        day -= timedelta(days=1)


def _write(connection: Connection, days: list[date], services: list[str], chance: random.Random) -> None:
    visit_row = dict(connection.execute(select(visit).where(visit.c.state == "finished").limit(1)).mappings().one())
    stage_row = dict(connection.execute(select(stage).where(stage.c.visit == visit_row["id"])).mappings().one())
    day_row = dict(connection.execute(select(service_day).limit(1)).mappings().one())
    fact_row = dict(connection.execute(select(fact).where(fact.c.visit == visit_row["id"]).limit(1)).mappings().one())
    for at, day in enumerate(days):
        opened = datetime(day.year, day.month, day.day, tzinfo=UTC) + OPENS
        own = {
            "day": day,
            "state": "closed",
            "saved": -1 - at,
            "opened_at": opened,
            "closed_at": opened,
            "doubted": None,
        }
        readings = json.dumps({"opened": [0, "old"], "closed": [0, "old"]})
        connection.execute(service_day.insert(), day_row | own | {"readings": readings})
        visits = [_of_visit(f"old{at}-{n}", day, n, opened, services, chance) for n in range(A_DAY)]
        connection.execute(visit.insert(), [visit_row | one for one, _ in visits])
        connection.execute(stage.insert(), [stage_row | one for _, one in visits])
        seqs = range(-(at + 1) * A_DAY, -at * A_DAY)
        told = [fact_row | {"seq": seq, "service_day": day, "visit": visits[seq % A_DAY][0]["id"]} for seq in seqs]
        connection.execute(fact.insert(), told)
        connection.execute(
            request.insert(), [_of_request(f"T-{at}-{n}", day, opened, chance) for n in range(A_DAY // 5)]
        )
        connection.execute(
            enquiry.insert(), [_of_enquiry(at * A_DAY + n, day, opened, chance) for n in range(A_DAY // 2)]
        )


def _of_request(number: str, day: date, opened: datetime, chance: random.Random) -> dict[str, Any]:
    latest = day + timedelta(days=3)
    return {
        "number": number, "source": "hall", "topic": chance.choice(TOPICS), "subject": "a plot",
        "directorate": chance.choice(("lands", "housing", "planning")), "service_day": day, "registered_at": opened,
        "registered_by": "bench", "printed_latest": latest, "latest": latest, "latest_expected": False, "urgent": False,
        "state": "replied", "referred_at": opened + timedelta(days=chance.randint(0, 5)), "referred_by": "bench",
        "reply": "come", "replied_at": opened + timedelta(days=chance.randint(6, 40)), "replied_by": "bench", "told": 3,
    }  # fmt: skip


def _of_enquiry(number: int, day: date, opened: datetime, chance: random.Random) -> dict[str, Any]:
    later = chance.random() < 0.2
    return {
        "number": 1_000_000 + number, "topic": chance.choice(TOPICS), "channel": chance.choice(CHANNELS), "told": 1,
        "service_day": day, "received_at": opened, "received_by": "bench", "state": "confirmed",
        "question": "where?" if later else None,
        "answered_at": opened + timedelta(hours=chance.randint(1, 50)) if later else None,
    }  # fmt: skip


def _of_visit(
    name: str, day: date, number: int, opened: datetime, services: list[str], chance: random.Random
) -> tuple[dict[str, Any], dict[str, Any]]:
    issued = opened + timedelta(seconds=chance.uniform(0, 21_000))
    moments_s = {"issued": 0.0, "rank_from": 0.0, "called": chance.uniform(0, 2400)}
    moments_s["first_called"] = moments_s["called"]
    moments_s["begun"] = moments_s["called"] + chance.uniform(5, 90)
    served_s = chance.uniform(60, 1200)
    moments_s["ended"] = moments_s["begun"] + served_s
    service, counter = chance.choice(services), chance.randint(1, 6)
    of_visit = {
        "id": name, "service_day": day, "ticket": f"A{number:03}", "service": service, "counter": counter,
        "lane": "priority" if chance.random() < 0.1 else "standard", "visitor_kind": chance.choice(KINDS),
        "issued_at": issued, "called_at": issued + timedelta(seconds=moments_s["called"]), "code_hash": name,
    }  # fmt: skip
    of_stage = {
        "visit": name, "service": service, "counter": counter, "served_s": served_s,
        **{f"{moment}_at": issued + timedelta(seconds=after_s) for moment, after_s in moments_s.items()},
        "readings": json.dumps({moment: [int(1e9 * after_s), "old"] for moment, after_s in moments_s.items()}),
    }  # fmt: skip
    return of_visit, of_stage
