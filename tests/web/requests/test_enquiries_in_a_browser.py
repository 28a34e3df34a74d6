"""Enquiries in a real browser: two keys count one, an open one is answered and confirmed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head

QUESTION = {"topic": "survey", "channel": "social", "question": "Where is my plan?"}


def call(page: Page, number: int) -> None:
    """Press "Call back" in the menu of an enquiry that has no answer yet."""
    row = page.locator(f"#rows tr[data-key='{number}']")
    row.locator(".menu summary").click()
    row.locator("[data-act=call]").click()


@pytest.mark.full
def test_two_keys_count_an_enquiry(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/enquiries")
    page.locator("#count-form select").select_option("survey")
    page.get_by_role("button", name="Call centre").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_have_text("Recorded: Survey and site plan, Call centre.")
    expect(page.locator("#counts tr[data-topic=survey] td").last).to_have_text("1")


def test_an_open_one_is_handed_on_answered_and_confirmed(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/enquiries")
    page.get_by_role("button", name="Record an enquiry to answer later").click()
    page.get_by_label("The question").fill("Where is my plan?")
    page.get_by_role("button", name="Save as open").click()
    expect(page.locator("#rows tr")).to_contain_text("Where is my plan?")
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Forward").click()
    page.get_by_label("Who will answer").fill("planning")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#rows tr")).to_contain_text("forwarded to planning")
    page.get_by_role("button", name="Enter answer").click()
    page.get_by_label("Answer", exact=True).fill("On Sunday")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("#many")).to_contain_text("No open enquiries.")


@pytest.mark.full
def test_whoever_asked_is_called_back_and_the_number_goes_with_the_answer(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/enquiries")
    page.get_by_role("button", name="Record an enquiry to answer later").click()
    page.get_by_label("The question").fill("Where is my plan?")
    consent = page.locator("#leave-form [name=consent]")
    expect(consent).to_be_hidden()
    page.locator("#leave-form [name=phone]").fill("24123456")
    page.get_by_role("button", name="Save as open").click()
    expect(page.locator("#leave-form .field-error")).to_have_text("Tick this box to continue.")
    expect(consent).to_be_focused()
    consent.check()
    page.get_by_role("button", name="Save as open").click()
    expect(page.locator("#rows tr")).to_contain_text("Where is my plan?")
    expect(page.locator("body")).not_to_contain_text("24123456")
    call(page, 1)
    expect(page.locator("#call-phone a")).to_have_attribute("href", "tel:+96824123456")
    expect(page.get_by_role("button", name="The person was informed")).to_be_hidden()
    page.locator("#call-dialog [data-closes]").click()
    expect(page.locator("body")).not_to_contain_text("24123456")
    page.get_by_role("button", name="Enter answer").click()
    page.get_by_label("Answer", exact=True).fill("On Sunday")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#rows tr")).to_contain_text("answered")
    page.get_by_role("button", name="Call back").click()
    expect(page.locator("#call-lines")).to_contain_text("On Sunday")
    page.get_by_role("button", name="The person was informed").click()
    expect(page.locator("#many")).to_contain_text("No open enquiries.")


@pytest.mark.full
def test_a_number_is_left_later_changed_and_erased(page: Page, hall: RunningHall) -> None:
    good(hall.post("/enquiries", "head", QUESTION), 201)
    open_head(page, hall, "en", "/head/enquiries")
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Add phone number").click()
    page.locator("#phone-form [name=phone]").fill("12")
    page.locator("#phone-form [name=consent]").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#phone-form .field-error")).to_be_visible()
    expect(page.locator("#phone-form [name=phone]")).to_have_value("12")
    page.locator("#phone-form [name=phone]").fill("٩١٢٣٤٥٦٧")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Change phone number").click()
    page.get_by_role("button", name="Delete phone number").click()
    page.locator("#rows .menu summary").click()
    expect(page.get_by_role("button", name="Add phone number")).to_be_visible()
    expect(page.locator("#done")).to_have_text("The phone number for enquiry 1 is deleted.")


@pytest.mark.full
def test_a_number_that_comes_late_is_not_shown_to_whoever_is_called_next(page: Page, hall: RunningHall) -> None:
    for phone in ("91111111", "92222222"):
        good(hall.post("/enquiries", "head", QUESTION | {"phone": phone}), 201)
    with page.expect_response("**/enquiries/1/phone") as late, held(page, "**/enquiries/1/phone"):
        open_head(page, hall, "en", "/head/enquiries")
        with page.expect_request("**/enquiries/1/phone"):
            call(page, 1)
        page.locator("#call-dialog [data-closes]").click()
        call(page, 2)
        expect(page.locator("#call-phone")).to_have_text("+96892222222")
    assert late.value.json() == {"phone": "+96891111111"}
    page.evaluate("new Promise((done) => setTimeout(done))")  # whatever waits for the answer has had its turn
    expect(page.locator("#call-phone")).to_have_text("+96892222222")


@pytest.mark.full
def test_a_number_that_could_not_be_erased_is_said_in_the_dialog(page: Page, hall: RunningHall) -> None:
    good(hall.post("/enquiries", "head", QUESTION | {"phone": "91234567"}), 201)
    open_head(page, hall, "en", "/head/enquiries")
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Change phone number").click()
    page.route("**/enquiries/1/phone", lambda route: route.abort())
    page.get_by_role("button", name="Delete phone number").click()
    expect(page.locator("#phone-form .error")).to_be_visible()
    page.unroute("**/enquiries/1/phone")
    page.get_by_role("button", name="Delete phone number").click()
    expect(page.locator("#phone-dialog")).to_be_hidden()
    page.locator("#rows .menu summary").click()
    expect(page.get_by_role("button", name="Add phone number")).to_be_visible()


@pytest.mark.full
def test_a_call_centre_agent_has_the_page_without_the_live_link(page: Page, hall: RunningHall) -> None:
    good(hall.post("/enquiries", "head", QUESTION), 201)
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['call_centre']}")
    page.wait_for_url("**/head/**")
    page.goto(f"{hall.base}/head/enquiries?lang=en")
    expect(page.locator("#rows tr")).to_have_count(1)
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.full), 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    good(hall.post("/enquiries", "head", QUESTION | {"phone": "91234567"}), 201)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/enquiries")
    expect(page.locator("#rows tr")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    call(page, 1)
    expect(page.locator("#call-phone a")).to_be_visible()
    assert violations(page) == []
    page.locator("#call-dialog [data-closes]").click()
    page.locator("#rows .menu summary").click()
    page.locator("#rows [data-act=phone]").click()
    assert violations(page) == []
