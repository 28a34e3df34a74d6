"""The survey in a real browser: on the visitor's page by keyboard, on the tablet by touch; the tablet goes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good

WORDS = {
    "en": {"asks": "How was your visit?", "thanks": "Thank you. Your answer was received.", "idle": "Welcome"},
    "ar": {"asks": "كيف كانت مراجعتك؟", "thanks": "شكرًا لك، تم استلام إجابتك.", "idle": "أهلًا وسهلًا بكم"},
}


def serve_one(hall: RunningHall, agent: str) -> str:
    """Serve a visitor at counter 1 and return the address of his page."""
    address = str(hall.issue()["status_url"])
    good(hall.post("/counters/1/call-next", agent, {"sure": True}))
    good(hall.post("/counters/1/begin", agent))
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    return address


def answered(hall: RunningHall, address: str) -> object:
    return good(hall.get("/place", headers={"Visit-Code": address.partition("#")[2]}))["survey"]["face"]


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_visitor_answers_on_a_small_phone_by_keyboard_and_changes_it(
    page: Page, hall: RunningHall, language: str
) -> None:
    address = serve_one(hall, hall.sign_in())
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address.replace("/t#", f"/t?lang={language}#"))
    survey = page.locator("#survey")
    expect(survey).to_be_visible()
    expect(survey).to_contain_text(WORDS[language]["asks"])
    expect(page.locator("#survey-more")).to_be_hidden()
    page.locator("[name=face][value='4']").focus()
    page.keyboard.press("Space")
    expect(page.locator("#survey-more")).to_be_visible()
    page.locator("[name=reason][value=manner]").focus()
    page.keyboard.press("Space")
    page.locator("#survey-words").fill("كلام قصير")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#survey-send").press("Enter")
    expect(page.locator("#survey-thanks")).to_have_text(WORDS[language]["thanks"])
    expect(page.locator("#survey-thanks")).to_be_focused()
    assert violations(page) == []
    assert answered(hall, address) == 4
    page.locator("#survey-change").press("Enter")
    expect(page.locator("[name=face][value='4']")).to_be_checked()
    page.locator(".face-2").click()
    page.locator("#survey-send").click()
    expect(page.locator("#survey-thanks")).to_be_visible()
    assert answered(hall, address) == 2
    hall.clock.move_on(minutes=11)
    page.reload()
    expect(page.locator("#survey-thanks")).to_be_visible()
    expect(page.locator("#survey-form")).to_be_hidden()


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_tablet_is_paired_asks_thanks_and_goes_back_by_itself(page: Page, hall: RunningHall, language: str) -> None:
    code = good(hall.post("/devices/codes", "admin", {"kind": "tablet", "name": "At 1", "counter": 1}), 201)["code"]
    page.set_viewport_size({"width": 1024, "height": 700})
    page.goto(f"{hall.base}/tablet?lang={language}")
    expect(page.locator("#code")).to_be_focused()
    assert violations(page) == []
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.locator("#idle")).to_contain_text(WORDS[language]["idle"])
    agent = hall.sign_in()
    address = serve_one(hall, agent)
    expect(page.locator("#asking")).to_contain_text(WORDS[language]["asks"], timeout=60_000)
    assert violations(page) == []
    page.locator("#asking .face-5").click()
    expect(page.locator("#why")).to_be_visible()
    assert violations(page) == []
    page.locator("#why .chip").nth(1).click()
    expect(page.locator("#thanks")).to_contain_text(WORDS[language]["thanks"])
    assert answered(hall, address) == 5
    expect(page.locator("#idle")).to_be_visible(timeout=60_000)
    serve_one(hall, agent)
    expect(page.locator("#asking")).to_be_visible(timeout=60_000)
    expect(page.locator("#asking :checked")).to_have_count(0)
    page.locator("#asking [value='3']").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#asking")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#why")).to_be_visible()
    page.locator("#skip").click()
    expect(page.locator("#thanks")).to_be_visible()
