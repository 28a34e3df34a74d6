"""The closing of the day without a mouse: a choice for who is left, the question, the close, and opening again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head
from tests.web.head.test_morning_by_keyboard_in_a_browser import go_to


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_day_is_closed_and_opened_again_by_keys_alone(page: Page, hall: RunningHall, language: str) -> None:
    stays, goes = hall.issue()["visit"], hall.issue()["visit"]
    open_head(page, hall, language, "/head/day")
    rows = page.locator("#left-list > li")
    expect(rows).to_have_count(2)
    go_to(rows.nth(1).locator("input:checked"))
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1).locator("[value=cancelled]")).to_be_checked()
    go_to(page.locator("#do-close"))
    page.keyboard.press("Enter")
    dialog = page.locator("#close-dialog")
    expect(dialog.locator("button[value=no]")).to_be_focused()  # Enter pressed twice closes nothing
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.locator("#do-close")).to_be_focused()
    page.keyboard.press("Enter")
    go_to(dialog.locator("button[value=yes]"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#day-state")).to_have_attribute("data-state", "closed")
    states = [good(hall.get(f"/visits/{visit}", "head"))["state"] for visit in (stays, goes)]
    assert states == ["carried_over", "cancelled"]
    go_to(page.locator("#do-open"))
    page.keyboard.press("Enter")
    go_to(page.locator("#open-dialog button[value=yes]"))
    page.keyboard.press("Enter")
    expect(page.locator("#day-state")).to_have_attribute("data-state", "open")
