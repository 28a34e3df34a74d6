"""The call on a visitor's phone, in a real browser: each call and recall is felt once."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, good

FELT = """
let felt = 0;
navigator.vibrate = () => { felt += 1; document.documentElement.dataset.felt = String(felt); return true; };
"""


def felt(page: Page, times: int) -> None:
    expect(page.locator("html")).to_have_attribute("data-felt", str(times), timeout=60_000)


def test_each_call_and_each_recall_is_felt_once(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    address = str(hall.issue()["status_url"])
    page.add_init_script(FELT)
    page.goto(address)
    expect(page.locator("#main")).to_have_attribute("data-state", "waiting")
    expect(page.locator("html")).not_to_have_attribute("data-felt", re.compile("."))
    good(hall.post("/counters/1/call-next", agent))
    felt(page, 1)
    expect(page.locator("#call-counter")).to_have_text("1")
    good(hall.post("/counters/1/recall", agent))
    felt(page, 2)
    good(hall.post("/counters/1/begin", agent))
    expect(page.locator("#main")).to_have_attribute("data-state", "serving", timeout=60_000)
    felt(page, 2)
