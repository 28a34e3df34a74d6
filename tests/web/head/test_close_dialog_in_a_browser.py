"""Closing the day in a real browser: the dialog keeps what was chosen, and sends what it shows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def test_a_refused_close_says_why_in_its_dialog_and_keeps_what_was_chosen(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    open_head(page, hall)
    page.locator("#do-close").click()
    expect(page.get_by_label("Also end visits at counters")).to_be_hidden()
    good(hall.post("/counters/1/call-next", agent))
    page.locator("#close-dialog [value=cancelled]").check()
    page.locator("#close-dialog button[value=yes]").click()
    expect(page.locator("#close-dialog .error")).to_contain_text("Visitors are called or being served")
    expect(page.locator("#close-dialog [value=cancelled]")).to_be_checked()
    expect(page.locator("#close-dialog [value=cancelled]")).to_be_focused()
    page.get_by_label("Also end visits at counters").check()
    page.locator("#close-dialog button[value=yes]").click()
    expect(page.locator("#close-dialog")).to_be_hidden()
    expect(page.locator("#done")).to_have_text("The day is closed.")
    expect(page.locator("#day-state")).to_have_attribute("data-state", "closed")
    expect(page.locator("#advice")).to_be_hidden()


@pytest.mark.full
def test_a_tick_for_visits_at_counters_goes_with_the_last_of_them(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    open_head(page, hall)
    page.locator("#do-close").click()
    page.get_by_label("Also end visits at counters").check()
    good(hall.post("/counters/1/begin", agent))
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    expect(page.locator("#end-row")).to_be_hidden()
    expect(page.locator("#end-serving")).not_to_be_checked()


@pytest.mark.full
def test_an_undo_is_sent_once_by_button_and_key(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    sent = page.evaluate(
        "async () => { let sent = 0;"
        " (await import('/static/common/doing.js')).tell('done', () => (sent += 1));"
        " document.querySelector('#done button').click(); document.querySelector('#done button').click();"
        " document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true, bubbles: true }));"
        " return sent; }"
    )
    assert sent == 1
