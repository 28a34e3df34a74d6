"""A hall that cannot reach the centre asks its head about the moon; the answer sets the hall and is undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from common.clock.hijri import hijri_date
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def days_to_ramadan(today: date) -> int:
    """Return how many days lie before the next printed first of Ramadan."""
    for ahead in range(400):
        there = hijri_date(today + timedelta(days=ahead))
        if there and (there.month, there.day) == (9, 1):
            return ahead
    raise AssertionError("no Ramadan in a year")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_hall_without_the_centre_asks_whether_ramadan_has_begun(page: Page, hall: RunningHall, language: str) -> None:
    today = date.fromisoformat(good(hall.get("/moon", "head"))["today"])
    hall.clock.move_on(days=days_to_ramadan(today) - 1)
    good(hall.post("/day/confirm-date", "head")) if hall.get("/day", "head").json()["state"] == "doubtful" else None
    open_head(page, hall, language, "/head/day")
    expect(page.locator("#moon-question")).to_contain_text("Ramadan" if language == "en" else "رمضان")
    assert violations(page) == []
    page.locator("#moon-tomorrow").click()
    expect(page.locator("#moon-acts > li")).to_have_count(1)
    expect(page.locator("#moon-asked")).to_be_hidden()
    assert violations(page) == []
    page.locator("#moon-acts button").click()
    expect(page.locator("#moon-question")).to_be_visible()
    page.locator("#moon-later").click()
    expect(page.locator("#moon")).to_be_hidden()
