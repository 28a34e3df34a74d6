"""The hall head's live page in a real browser on a day of 2,000 visits: how soon it shows a call."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.figures import Figure, percentile
from bench.processes.at_once import at_once
from bench.processes.light_client import all_at_once, post
from bench.running_demo import RunningDemo
from commands.hall_client import HallClient

SERVED, WAITING = 1960, 40
CALLS = 150
PAUSE_S = (0.02, 1.0)
"""Between two calls: some twenty times as many calls as a day of 2,000 visits has, so that they meet each other."""
PATIENCE_S = 10.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WATCH = """
window.shown = {};
new MutationObserver(() => {
  for (const card of document.querySelectorAll("#counters .counter")) {
    const ticket = card.querySelector(".ticket")?.textContent;
    if (ticket && !(ticket in window.shown)) window.shown[ticket] = (performance.timeOrigin + performance.now()) / 1000;
  }
}).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
"""
"""Notes the instant at which a called number first stands on the page; the browser's clock is this machine's."""


def run() -> list[Figure]:
    """Live a day, open the page, and call: each time an agent ends one visit and calls the next at once."""
    with tempfile.TemporaryDirectory(prefix="dawr-bench-") as folder, RunningDemo(Path(folder), size="large") as demo:
        served = _live_most_of_it(demo.description)
        with _open_page(demo.description) as page:
            acknowledged = _call_often(demo.description, page)
            shown = _shown(page, len(acknowledged))
    late_ms = [1000 * max(0.0, shown[ticket] - at) for ticket, at in acknowledged.items() if ticket in shown]
    beside = f"{served:,} visits served on the day, {WAITING} waiting"
    return [
        Figure("call acknowledged → the hall head's live page shows it, p95", percentile(late_ms, 0.95), "ms", 300,
               beside=beside),
        Figure("… median", percentile(late_ms, 0.5), "ms"),
        Figure("… worst", max(late_ms), "ms"),
        Figure("… calls never shown", len(acknowledged) - len(late_ms), "calls", 0),
    ]  # fmt: skip


def _live_most_of_it(demo: dict[str, Any]) -> int:
    codes = [one["code"] for one in HallClient(demo["hall"], demo["tokens"]["kiosk"]).get("/hall")["services"]]
    served = 0
    for first in range(0, SERVED, 200):
        _issue(demo, codes, first, min(200, SERVED - first))
        counters = demo["tokens"]["counters"]
        answers = at_once([("counter", demo["hall"], counters[str(n)], str(n)) for n in range(1, 17)])
        served += sum(len(answer["called"]) for answer in answers)
    _issue(demo, codes, 0, WAITING + CALLS + len(demo["tokens"]["counters"]))
    return served


def _issue(demo: dict[str, Any], codes: list[str], first: int, many: int) -> None:
    issues = [
        post(demo["hall"], "/visits", demo["tokens"]["kiosk"], {"service": codes[nth % len(codes)]}, str(uuid.uuid4()))
        for nth in range(first, first + many)
    ]
    answers = all_at_once(demo["hall"], [issues[part::8] for part in range(8)])
    assert all(answer.status == 201 for answer in answers)


@contextmanager
def _open_page(demo: dict[str, Any]) -> Iterator[Page]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert program, "this needs Chromium (Debian, Ubuntu: apt install chromium)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(f"{demo['hall']}/enter?lang=en#{demo['tokens']['head']}")
        page.wait_for_selector("#link[data-state=live]")
        page.wait_for_selector("#counters .counter")
        yield page
        browser.close()


def _call_often(demo: dict[str, Any], page: Page) -> dict[str, float]:
    """Return each called number and when its caller had the answer, in seconds of this machine's clock."""
    chance = random.Random(7)
    counters = {n: HallClient(demo["hall"], token) for n, token in demo["tokens"]["counters"].items()}
    for n, counter in counters.items():
        _begin_next(counter, n)
    page.wait_for_timeout(2000)
    acknowledged: dict[str, float] = {}
    for n in islice(cycle(counters), CALLS):
        counters[n].post(f"/counters/{n}/finish", {"outcome": "completed"})
        visit = counters[n].post(f"/counters/{n}/call-next")
        if visit is None:
            continue
        acknowledged[visit["ticket"]] = time.time()
        page.wait_for_timeout(1000 * chance.uniform(*PAUSE_S))
        counters[n].post(f"/counters/{n}/begin")
    return acknowledged


def _begin_next(counter: HallClient, n: str) -> None:
    if counter.post(f"/counters/{n}/call-next") is not None:
        counter.post(f"/counters/{n}/begin")


def _shown(page: Page, many: int) -> dict[str, float]:
    deadline = time.monotonic() + PATIENCE_S
    shown: dict[str, float] = page.evaluate("window.shown")
    while len(shown) < many and time.monotonic() < deadline:
        page.wait_for_timeout(200)
        shown = page.evaluate("window.shown")
    return shown
