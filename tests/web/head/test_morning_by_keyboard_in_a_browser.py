"""A hall head's morning without a mouse: sign in, acknowledge an alert, save a change, undo it, sign out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, good

MOST_STOPS = 60
WORDS = {
    "en": ("Acknowledge", "Manage today", "Salim.*Housing", "Save", "Undo", "Undone.", "Sign out"),
    "ar": ("تم الاطلاع", "إدارة اليوم", "سالم.*الإسكان", "حفظ", "تراجع", "تم التراجع.", "تسجيل الخروج"),
}


def go_to(target: Locator, key: str = "Tab") -> None:
    """Press the key until the element has the focus, which must be in sight."""
    expect(target).to_be_visible()
    for _ in range(MOST_STOPS):
        if target.evaluate("one => one === document.activeElement"):
            expect(target).to_be_in_viewport()
            return
        target.page.keyboard.press(key)
    raise AssertionError(f"{key} does not reach {target}")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_morning_is_worked_by_tab_and_enter_alone(page: Page, hall: RunningHall, language: str) -> None:
    acknowledge, today, box, save, undo, undone, sign_out = WORDS[language]
    agent = hall.sign_in()
    body = {"nature": "complaint", "text": "Nobody called my number."}
    number = good(hall.post("/complaints", "reception", body), 201)["number"]
    page.goto(f"{hall.base}/enter?lang={language}#{hall.tokens['head']}")
    expect(page.locator("#alerts")).to_contain_text(number)
    go_to(page.locator("#alerts").get_by_role("button", name=re.compile(acknowledge)))
    page.keyboard.press("Enter")
    expect(page.locator("#alerts .seen")).to_contain_text(number)
    expect(page.locator("#alerts-title")).to_be_focused()
    go_to(page.locator(".rail").get_by_role("link", name=today), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#act-services > li")).to_have_count(2)
    go_to(page.get_by_role("checkbox", name=re.compile(box)))
    page.keyboard.press("Space")
    go_to(page.locator("#agents-form").get_by_role("button", name=save))
    page.keyboard.press("Enter")
    go_to(page.locator("#done").get_by_role("button", name=undo), "Shift+Tab")
    assert good(hall.get("/counters/1", agent))["services"] == ["A"]
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_have_text(undone)
    expect(page.locator("#done")).to_be_focused()
    assert good(hall.get("/counters/1", agent))["services"] == ["A", "B"]
    go_to(page.get_by_role("button", name=sign_out, exact=True), "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/enter?out")
    assert page.request.get(f"{hall.base}/api/v1/queues").status == 401


@pytest.mark.full
def test_from_deep_in_a_table_one_key_undoes_what_was_saved_but_not_what_is_typed(
    page: Page, hall: RunningHall
) -> None:
    agent = hall.sign_in()
    page.goto(f"{hall.base}/enter?lang=en&to=/head/act#{hall.tokens['head']}")
    box = page.get_by_role("checkbox", name=re.compile("Salim.*Housing"))
    box.press("Space")
    page.locator("#agents-form").get_by_role("button", name="Save").press("Enter")
    expect(page.locator("#done")).to_contain_text("now serves")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#notice-en").press("Control+z")
    expect(page.locator("#done")).to_contain_text("now serves")
    assert [url for url in asked if "undo" in url or "take-back" in url] == []
    assert good(hall.get("/counters/1", agent))["services"] == ["A"]
    box.press("Control+z")
    expect(page.locator("#done")).to_have_text("Undone.")
    assert good(hall.get("/counters/1", agent))["services"] == ["A", "B"]
