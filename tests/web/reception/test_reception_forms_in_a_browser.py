"""Reception's three forms say what is wrong at its field, in the page's language, and go to the first wrong field."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

KIND = {"en": "Choose “\u2068Visitor kind\u2069”.", "ar": "اختر «\u2068صفة المراجع\u2069»."}
NUMBER = {
    "en": "Fill in “\u2068Booking number or return code\u2069”.",
    "ar": "املأ الحقل «\u2068رقم الموعد أو رمز العودة\u2069».",
}


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall that keeps telephone numbers and takes appointments."""
    more = "\n[kiosk]\nphone = true\n\n[appointments]\noffered = true\n"
    with hall_in_a_thread(tmp_path, setup=SETUP + more) as running:
        yield running


def open_reception(page: Page, hall: RunningHall, language: str = "en") -> None:
    begun = page.request.post(f"{hall.base}/api/v1/session", data={"token": hall.tokens["reception"]})
    assert begun.status == 204, begun.text()
    page.goto(f"{hall.base}/reception?lang={language}")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_what_was_not_filled_in_is_named_at_its_field(page: Page, hall: RunningHall, language: str) -> None:
    open_reception(page, hall, language)
    page.locator("#issue-service").select_option("B")
    page.locator("#issue-form button").click()
    expect(page.locator("#issue-form .field-error")).to_have_text(KIND[language])
    expect(page.locator("#issue-kind")).to_be_focused()
    page.locator("#issue-kind").select_option("citizen")
    expect(page.locator("#issue-form .field-error")).to_have_count(0)
    page.locator("#check-in-form button").click()
    expect(page.locator("#check-in-form .field-error")).to_have_text(NUMBER[language])
    expect(page.locator("#check-in-number")).to_be_focused()
    assert violations(page) == []


def test_what_the_hall_refuses_stands_at_the_field_and_what_was_typed_stays(page: Page, hall: RunningHall) -> None:
    open_reception(page, hall)
    page.locator("#issue-form [name=phone]").fill("12")
    page.locator("#issue-form button").click()
    expect(page.locator("#issue-form .field-error")).to_have_text("Check “\u2068Telephone\u2069”.")
    expect(page.locator("#issue-form [name=phone]")).to_be_focused()
    expect(page.locator("#issue-form [name=phone]")).to_have_value("12")
    page.locator("#check-in-number").fill("12345678")
    page.keyboard.press("Enter")
    expect(page.locator("#check-in-form .field-error")).to_contain_text("No appointment or return code has this number")
    expect(page.locator("#check-in-number")).to_have_value("12345678")
    page.locator("#find-form [name=phone]").fill("12")
    page.keyboard.press("Enter")
    expect(page.locator("#find-form label:has([name=phone]) .field-error")).to_be_visible()
    expect(page.locator("#error")).to_be_hidden()


@pytest.mark.full
def test_a_search_for_nothing_goes_to_its_first_field_and_a_search_keeps_what_it_sought(
    page: Page, hall: RunningHall
) -> None:
    good(hall.post("/visits", "kiosk", {"service": "A"}), 201)
    open_reception(page, hall)
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#find-ticket")).to_be_focused()
    page.keyboard.type("A001")
    page.keyboard.press("Enter")
    expect(page.locator("#here-title")).to_have_text("Search results")
    expect(page.locator("#find-ticket")).to_have_value("A001")


@pytest.mark.full
def test_after_a_ticket_the_form_is_empty_and_asks_the_kind_of_its_first_service_only(
    page: Page, hall: RunningHall
) -> None:
    open_reception(page, hall)
    page.locator("#issue-service").select_option("B")
    page.locator("#issue-kind").select_option("citizen")
    page.locator("#issue-form button").click()
    expect(page.locator("#done")).to_contain_text("B001")
    expect(page.locator("#issue-service")).to_have_value("A")
    expect(page.locator("#kind-row")).to_be_hidden()


@pytest.mark.full
def test_what_was_chosen_stays_while_the_hall_closes_another_service(page: Page, tmp_path: Path) -> None:
    third = '\n[[service]]\nprefix = "C"\nnames = {ar = "الاستعلامات", en = "Information"}\n'
    setup = SETUP.replace('services = ["A", "B"]', 'services = ["A", "B", "C"]') + third
    with hall_in_a_thread(tmp_path, setup=setup) as hall:
        open_reception(page, hall)
        page.locator("#issue-service").select_option("B")
        page.locator("#issue-kind").select_option("citizen")
        page.locator("#find-service").select_option("C")
        good(hall.post("/services/C/close", "head"), 201)
        expect(page.locator("#issue-service option")).to_have_text(["Lands", "Housing"])
        expect(page.locator("#issue-service")).to_have_value("B")
        expect(page.locator("#issue-kind")).to_have_value("citizen")
        expect(page.locator("#find-service")).to_have_value("C")
        good(hall.post("/services/B/close", "head"), 201)
        expect(page.locator("#issue-service option")).to_have_text(["Lands"])
        page.locator("#issue-form button").click()
        expect(page.locator("#issue-form .field-error")).to_have_text("Choose “\u2068Service\u2069”.")
        expect(page.locator("#rows tr")).to_have_count(0)


@pytest.mark.full
def test_a_service_that_gives_no_tickets_is_not_offered_but_found(page: Page, hall: RunningHall) -> None:
    good(hall.post("/services/A/close", "head"), 201)
    open_reception(page, hall)
    expect(page.locator("#issue-service option")).to_have_text(["Housing"])
    expect(page.locator("#find-service option")).to_have_text(["All services", "Lands", "Housing"])


@pytest.mark.full
def test_half_a_time_in_the_closed_menu_opens_it(page: Page, hall: RunningHall) -> None:
    open_reception(page, hall)
    page.locator("#find-form summary").click()
    page.locator("#find-form [name=since]").focus()
    page.keyboard.type("12:7")
    page.locator("#find-form summary").click()
    page.locator("#find-ticket").press("Enter")
    expect(page.locator("#find-form label:has([name=since]) .field-error")).to_be_visible()


def test_a_time_can_be_looked_for_before_the_first_ticket_of_the_day(page: Page, hall: RunningHall) -> None:
    open_reception(page, hall)
    page.locator("#find-form summary").click()
    page.locator("#find-form [name=since]").fill("9")
    page.locator("#find-form [name=since]").press("Enter")
    expect(page.locator("#here-title")).to_have_text("Search results")
