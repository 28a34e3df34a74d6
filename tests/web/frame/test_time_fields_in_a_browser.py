"""A time of day is written in 24 hours whatever language the browser has; the page's script hears of it as before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall
from tests.web.conftest import open_head

READ = {"730": "07:30", "7": "07:00", "13.45": "13:45", "٠٧:٣٠": "07:30", "23:59": "23:59"}
NO_TIMES = ("24:00", "12:60", "7:30 pm", "x")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_time_is_written_in_24_hours(page: Page, hall: RunningHall, language: str) -> None:
    open_head(page, hall, language, "/head/hours")
    page.locator("#week [data-day=sunday]").click()
    page.locator("#day-open").check()
    doors = page.locator("#day-form [name=doors]")
    expect(doors).to_have_attribute("type", "text")
    for typed, read in READ.items():
        doors.fill(typed)
        doors.blur()
        expect(doors).to_have_value(read)
        assert doors.evaluate("field => field.validity.valid")
    for typed in NO_TIMES:
        doors.fill(typed)
        assert doors.evaluate("field => field.validity.customError"), typed
    page.locator("#day-form button:not([type])").click()
    expect(page.locator("#day-form .field-error").first).to_contain_text("13:30")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/head/hours", "/head/day", "/reception"])
def test_no_page_leaves_a_time_to_the_browser(page: Page, hall: RunningHall, path: str) -> None:
    open_head(page, hall, "en", path)
    expect(page.locator(".time-field").first).to_be_attached()
    expect(page.locator("input[type=time]")).to_have_count(0)
