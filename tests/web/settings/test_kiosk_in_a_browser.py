"""Kiosk screens in a real browser: order and signs of the tiles, the questions, the notice; the difference and undo."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head
from tests.web.settings.test_set_up_in_a_browser import LANGUAGES, picture, save


@pytest.mark.parametrize("language", LANGUAGES)
def test_tiles_are_moved_and_get_signs_and_kiosks_ask(page: Page, hall: RunningHall, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/kiosk")
    tiles = page.locator("#tiles li")
    expect(tiles.first).to_have_attribute("data-key", "A")
    page.locator("#tiles [data-code=B][data-step='-1']").click()
    expect(tiles.first).to_have_attribute("data-key", "B")
    page.locator("[data-sign=B]").select_option("house")
    picture(page, f"kiosk-draft-{language}")
    assert violations(page) == []
    page.locator("#order-save").click()
    save(page, f"kiosk-order-differs-{language}")
    expect(page.locator("#order-acts")).to_be_hidden()
    seen = good(hall.get("/hall", "kiosk"))["services"]
    assert [(one["code"], one["pictogram"]) for one in seen] == [("B", "house"), ("A", "")]
    page.locator("#change-asked").click()
    form = page.locator("#asked-form")
    form.locator("[name=long_wait_min]").fill("45")
    form.locator("[name=phone]").check()
    form.locator("[name=ar]").fill("أحضر بطاقتك")
    picture(page, f"kiosk-form-{language}")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    save(page, f"kiosk-asked-differs-{language}")
    expect(page.locator("#asked")).to_contain_text("45")
    picture(page, f"kiosk-{language}")
    assert good(hall.get("/hall", "kiosk"))["kiosk"]["ticket_notice"] == {"ar": "أحضر بطاقتك"}
    page.locator("#changes [data-undo]").last.click()
    expect(tiles.first).to_have_attribute("data-key", "A")
    page.set_viewport_size({"width": 390, "height": 844})
    picture(page, f"kiosk-narrow-{language}")
    assert violations(page) == []


def test_what_was_moved_is_forgotten_by_back(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/kiosk")
    page.locator("#tiles [data-code=A][data-step='1']").click()
    expect(page.locator("#tiles li").first).to_have_attribute("data-key", "B")
    assert asks_before_leaving(page)
    page.locator("#order-back").click()
    expect(page.locator("#tiles li").first).to_have_attribute("data-key", "A")
    expect(page.locator("#order-acts")).to_be_hidden()
    assert not asks_before_leaving(page)


def asks_before_leaving(page: Page) -> bool:
    """Return whether the browser would ask before the page is left or loaded again."""
    event = "new Event('beforeunload', { cancelable: true })"
    return bool(page.evaluate(f"() => !window.dispatchEvent({event})"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_is_added_changed_and_removed(page: Page, hall: RunningHall, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/kiosk")
    page.locator("#add-notice").click()
    form = page.locator("#notice-form")
    form.locator("[name=ar]").fill("أحضر بطاقتك")
    form.locator("[name=en]").fill("Bring your card")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    save(page, f"notice-differs-{language}")
    expect(page.locator("#notices")).to_contain_text("Bring your card")
    page.locator("#notices [data-act=change]").click()
    form.locator("[name=en]").fill("Have your card ready")
    form.locator("button:not([type])").click()
    save(page, f"notice-changed-{language}")
    assert good(hall.get("/hall", "board"))["notices"] == [{"ar": "أحضر بطاقتك", "en": "Have your card ready"}]
    expect(page.locator("#notices")).to_contain_text("Have your card ready")
    picture(page, f"notices-{language}")
    assert violations(page) == []
    page.locator("#notices [data-act=remove]").click()
    save(page, f"notice-removed-{language}")
    assert good(hall.get("/hall", "board"))["notices"] == []
