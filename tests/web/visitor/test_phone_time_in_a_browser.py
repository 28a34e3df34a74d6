"""The time on the visitor's page is the hall's own, however the phone's clock and zone are set."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, expect

from tests.helpers.hall_in_a_thread import RunningHall

MUSCAT = ZoneInfo("Asia/Muscat")


def in_the_hall(hall: RunningHall) -> str:
    return f"{hall.clock.now().at.astimezone(MUSCAT):%-I:%M}"


def test_a_phone_in_another_zone_with_a_wrong_clock_shows_the_halls_time(browser: Browser, hall: RunningHall) -> None:
    context = browser.new_context(locale="en-GB", timezone_id="America/New_York")
    page = context.new_page()
    page.clock.set_fixed_time("2020-01-01T00:20:00Z")
    before = in_the_hall(hall)
    page.goto(hall.issue(language="en")["status_url"])
    expect(page.locator("#status")).not_to_be_empty()
    after = in_the_hall(hall)
    expect(page.locator("#status")).to_have_text(re.compile(rf"\b(?:{before}|{after})\b"))
    context.close()
