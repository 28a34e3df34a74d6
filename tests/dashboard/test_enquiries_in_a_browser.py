"""Enquiries in a real browser: two keys count one, an open one is answered and confirmed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.dashboard.conftest import open_head
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good

QUESTION = {"topic": "survey", "channel": "social", "question": "Where is my plan?"}


def test_two_keys_count_an_enquiry(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/enquiries")
    page.locator("#count-form select").select_option("survey")
    page.get_by_role("button", name="Call centre").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_have_text("Counted: Survey and site plan, Call centre.")
    expect(page.locator("#counts tr[data-topic=survey] td").last).to_have_text("1")


def test_an_open_one_is_handed_on_answered_and_confirmed(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/enquiries")
    page.get_by_label("The question").fill("Where is my plan?")
    page.get_by_role("button", name="Leave open").click()
    expect(page.locator("#rows tr")).to_contain_text("Where is my plan?")
    page.get_by_role("button", name="Hand on").click()
    page.get_by_label("Who finds the answer").fill("planning")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#rows tr")).to_contain_text("handed on to planning")
    page.get_by_role("button", name="Enter the answer").click()
    page.get_by_label("The answer", exact=True).fill("On Sunday")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Confirm").click()
    expect(page.locator("#many")).to_have_text("No enquiry is open.")


def test_a_call_centre_agent_has_the_page_without_the_live_link(page: Page, hall: RunningHall) -> None:
    good(hall.post("/enquiries", "head", QUESTION), 201)
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['call_centre']}")
    page.wait_for_url("**/head/**")
    page.goto(f"{hall.base}/head/enquiries?lang=en")
    expect(page.locator("#rows tr")).to_have_count(1)
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    good(hall.post("/enquiries", "head", QUESTION), 201)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/enquiries")
    expect(page.locator("#rows tr")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
