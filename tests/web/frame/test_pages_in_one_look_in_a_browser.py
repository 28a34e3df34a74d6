"""Seven staff pages: the main act is in sight on a small laptop, and a form says what is wrong at the field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.hall.appointments.routes.test_officials import OFFICIAL, book, slots
from tests.hall.reporting.routes.test_story import served
from tests.hall.settings.setup.test_officials import OFFICE
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread
from tests.web.conftest import open_head

MAIN_ACTS = {
    "/head/enquiries": "#rows [data-act=answer]",
    "/head/complaints": "#rows [data-act=answer]",
    "/officials": "#rows [data-act=arrive]",
    "/head/holidays": "[data-opens=holiday-dialog]",
    "/head/waits": "#days button:not([type])",
    "/head/trust": "#acts tr",
    "/head/visit": "#put-right",
}


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + OFFICE + OFFICIAL, clock=at_ten()) as running:
        yield running


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_main_act_of_each_page_is_in_sight_on_a_small_laptop(page: Page, hall: RunningHall, language: str) -> None:
    good(hall.post("/enquiries", "head", {"topic": "survey", "channel": "hall", "question": "Where is my plan?"}), 201)
    good(hall.post("/complaints", "reception", {"nature": "complaint", "text": "A long wait", "service": "A"}), 201)
    book(hall, slots(hall)[0], name="سعيد")
    visit = served(hall)["visit"]
    page.set_viewport_size({"width": 1366, "height": 625})
    for path, act in MAIN_ACTS.items():
        open_head(page, hall, language, f"{path}?visit={visit}" if path == "/head/visit" else path)
        expect(page.locator(act).first, path).to_be_in_viewport(ratio=1)
        assert violations(page) == [], path


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_form_says_at_each_field_what_is_missing_and_keeps_what_was_typed(
    page: Page, hall: RunningHall, language: str
) -> None:
    open_head(page, hall, language, "/head/holidays")
    page.locator("[data-opens=holiday-dialog]").press("Enter")
    page.locator("#holiday-form [name=en]").fill("Storm")
    page.keyboard.press("Enter")
    expect(page.locator("#holiday-form .field-error")).to_have_count(3)
    expect(page.locator("#holiday-form .day-field [type=text]").first).to_be_focused()
    expect(page.locator("#holiday-form [name=en]")).to_have_value("Storm")
    described = page.locator("#holiday-form [name=ar]").get_attribute("aria-describedby")
    expect(page.locator(f"[id='{described}']")).to_contain_text("بالعربية" if language == "ar" else "Name in Arabic")
    assert violations(page) == []
    page.locator("#holiday-form [name=ar]").fill("عاصفة")
    expect(page.locator("#holiday-form .field-error")).to_have_count(2)
