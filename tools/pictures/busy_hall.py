"""Bring a demo's hall into the middle of a busy morning, over the real contract: for pictures."""

from __future__ import annotations

import random
import secrets
import time
from collections import Counter as Tally
from datetime import UTC, datetime, timedelta
from typing import Any

from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient, HallRefusedError
from common.uuid7 import CHANCE_BITS, uuid7_of

VISITORS = 34
_MORNING_MIN = 38.0
_BUSY_COUNTERS = (1, 2, 3, 4, 6, 7)


def fill(hall: str, tokens: DemoTokens, *, seed: int = 7) -> str:
    """Hand in visits of the last 38 minutes, call and serve some; return the address of a waiting visitor's page.

    The hand-in of tickets issued while a hall was away is what gives a new demo waits of half an hour.
    """
    rng = random.Random(seed)  # noqa: S311  # made-up people are no secret
    kiosk = HallClient(hall, tokens.kiosk)
    services = kiosk.get("/hall")["services"]
    page = kiosk.post("/visits", {"service": services[1]["code"]})["status_url"]
    numbers: Tally[str] = Tally({services[1]["code"]: 1})
    now = datetime.now(UTC)
    for at in range(VISITORS):
        service = rng.choices(services, weights=[6, 5, 3, 3, 4, 5, 1])[0]
        numbers[service["code"]] += 1
        issued_at = now - timedelta(minutes=_MORNING_MIN * (1 - at / VISITORS))
        _hand_in(kiosk, service, numbers[service["code"]], issued_at, priority=at % 9 == 4)
    for turn in range(3):
        for counter in _BUSY_COUNTERS:
            _serve(HallClient(hall, tokens.counters[str(counter)]), counter, last=turn == 2)
    HallClient(hall, tokens.counters["5"]).post("/counters/5/break", {"reason": "prayer"})
    return str(page)


def _hand_in(kiosk: HallClient, service: dict[str, Any], number: int, at: datetime, *, priority: bool) -> None:
    body = {
        "visit": uuid7_of(int(at.timestamp() * 1000), secrets.randbits(CHANCE_BITS)),
        "ticket": f"{service['prefix']}{number:03}",
        "code": secrets.token_urlsafe(16),
        "service": service["code"],
        "service_day": kiosk.get("/hall")["day"]["service_day"],
        "issued_at": at.isoformat(),
        "priority": priority,
    }
    kiosk.post("/visits/hand-in", body)


def _serve(hall: HallClient, counter: int, *, last: bool) -> None:
    """Call at the counter; serve to the end but on the last turn, where some are called and some are being served."""
    try:
        if hall.post(f"/counters/{counter}/call-next") is None:
            return
        if last and counter in {2, 6}:
            return
        if counter == 3 and not last:
            hall.post(f"/counters/{counter}/no-show")
            return
        hall.post(f"/counters/{counter}/begin")
        if not last:
            hall.post(f"/counters/{counter}/finish", {"outcome": "completed"})
    except HallRefusedError as error:
        raise RuntimeError(f"counter {counter}: {error}") from error


def settle(seconds: float) -> None:
    """Let clocks on the screens run a little, so that a picture shows a service that has begun."""
    time.sleep(seconds)
