"""The visitor's page opens in the language of the ticket, says why nobody is called, and keeps a chosen language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = pytest.mark.full

NO_COUNTER = {
    "en": "No counter is open for your service now. You will be called when one opens.",
    "ar": "لا توجد نافذة مفتوحة لخدمتك الآن. سيُنادى رقمك عند فتح نافذة لها.",
    "ur": "آپ کی خدمت کے لیے ابھی کوئی کاؤنٹر کھلا نہیں۔ کاؤنٹر کھلنے پر آپ کا نمبر پکارا جائے گا۔",
}


@pytest.fixture
def english_phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def address(hall: RunningHall, language: str | None) -> str:
    return str(hall.issue(**({"language": language} if language else {}))["status_url"])


@pytest.mark.parametrize(
    ("ticket", "shown"), [("ar", "ar"), ("en", "en"), ("ur", "ur"), (None, "en")], ids=["ar", "en", "ur", "unknown"]
)
def test_the_page_opens_in_the_tickets_language_else_in_the_phones(
    english_phone: Page, hall: RunningHall, ticket: str | None, shown: str
) -> None:
    english_phone.goto(address(hall, ticket))
    expect(english_phone.locator("html")).to_have_attribute("lang", shown)
    expect(english_phone.locator("#sentence")).to_have_text(NO_COUNTER[shown])
    assert violations(english_phone) == []


def test_an_english_ticket_on_an_arabic_phone_opens_in_english(page: Page, hall: RunningHall) -> None:
    page.goto(address(hall, "en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_language_that_the_visitor_chose_holds_for_the_next_ticket_too(
    english_phone: Page, hall: RunningHall
) -> None:
    english_phone.goto(address(hall, "en"))
    expect(english_phone.locator("html")).to_have_attribute("lang", "en")
    english_phone.locator("#language").click()
    expect(english_phone.locator("html")).to_have_attribute("lang", "ar")
    english_phone.goto(address(hall, "en"))
    expect(english_phone.locator("#sentence")).to_have_text(NO_COUNTER["ar"])
    expect(english_phone.locator("html")).to_have_attribute("lang", "ar")


def test_once_a_counter_is_open_the_first_in_line_is_next(english_phone: Page, hall: RunningHall) -> None:
    hall.sign_in()
    english_phone.goto(address(hall, "en"))
    expect(english_phone.locator("#sentence")).to_have_text("You are next")
