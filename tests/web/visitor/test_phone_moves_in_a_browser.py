"""The visitor's phone in a real browser: progress, late, cancel, alert, survey; on small screens, with large text."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.helpers.speeds import some

SOON_MS = 60_000
POLL_MS = 7_000  # the page asks every 6 s
SMALL = (360, 640)
SIZES = [(390, 844), SMALL]
HEARD = """
const seen = () => document.documentElement.dataset;
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (at) {
  seen().heard = String(Number(seen().heard ?? 0) + 1);
  start.call(this, at);
};
window.Notification = class {
  static permission = 'default';
  static async requestPermission() { return (this.permission = 'granted'); }
  constructor(title, options) { seen().shown = `${title}|${options.body}`; }
};
"""


def opened(page: Page, hall: RunningHall, address: object, language: str = "en") -> None:
    page.goto(str(address).replace("/t#", f"/t?lang={language}#"))
    expect(page.locator("#main")).not_to_have_attribute("data-state", "loading")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_visitor_follows_the_turn_comes_late_is_called_and_answers(page: Page, hall: RunningHall) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    agent = hall.sign_in()
    tickets = [hall.issue() for _ in range(5)]
    opened(page, hall, tickets[2]["status_url"])
    expect(page.locator("#track .dot")).to_have_count(3)
    expect(page.locator("#track")).to_have_attribute("aria-label", "Ahead of you: 2. Then it is your turn.")
    expect(page.locator("#calling")).to_be_hidden()
    good(hall.post("/counters/1/call-next", agent))
    expect(page.locator("#calling")).to_have_text(re.compile(r"Now being called\s+A001\s+Counter 1"), timeout=SOON_MS)
    expect(page.locator("#track .gone")).to_have_count(1)
    page.locator("#late").click()
    expect(page.locator("#late-now")).to_be_visible()
    expect(page.locator("#ahead")).to_have_text("3")
    assert violations(page) == []
    page.locator("#in-time").click()
    expect(page.locator("#ahead")).to_have_text("1")
    expect(page.locator("#late")).to_be_visible()
    for _ in range(2):
        good(hall.post("/counters/1/begin", agent))
        good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
        good(hall.post("/counters/1/call-next", agent))
    expect(page.locator("#call-counter")).to_have_text("1", timeout=SOON_MS)
    assert page.title().startswith("It is your turn")
    expect(page.locator("#call .service-name")).to_have_text("Lands")
    assert violations(page) == []
    box = page.locator("#call").bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    good(hall.post("/counters/1/begin", agent))
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    expect(page.locator("#survey")).to_be_visible(timeout=SOON_MS)
    page.locator(".face-5").click()
    page.locator("#survey-send").click()
    expect(page.locator("#survey-thanks")).to_be_visible()


def test_a_cancel_is_asked_once_and_taken_back(page: Page, hall: RunningHall) -> None:
    issued = hall.issue()
    opened(page, hall, issued["status_url"])
    page.locator("#cancel").click()
    expect(page.locator("#cancel-question")).to_be_visible()
    page.locator("#cancel-no").click()
    expect(page.locator("#cancel-ask")).to_be_hidden()
    expect(page.locator("#cancel")).to_be_focused()
    page.locator("#cancel").click()
    page.locator("#cancel-yes").click()
    expect(page.locator("#sentence")).to_have_text("This ticket was cancelled.")
    expect(page.locator("#undo-left")).to_have_text(re.compile(r"[12]:\d\d"))
    assert violations(page) == []
    page.locator("#undo-cancel").click()
    expect(page.locator("#main")).to_have_attribute("data-state", "waiting")
    assert good(hall.get(f"/visits/{issued['visit']}", "head"))["state"] == "waiting"


@pytest.mark.full
def test_what_the_hall_refuses_is_said_in_words(page: Page, hall: RunningHall) -> None:
    issued = hall.issue()
    opened(page, hall, issued["status_url"])
    good(hall.post(f"/visits/{issued['visit']}/cancel", "reception"))
    page.locator("#late").click()
    expect(page.locator("#moved")).to_have_text("This visit is no longer waiting.")


def test_one_button_gives_sound_and_notification_and_says_so(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    page.add_init_script(HEARD)
    opened(page, hall, hall.issue()["status_url"])
    page.locator("#alert-button").click()
    expect(page.locator("#alert-told")).to_have_text("Sound and notification are on. Keep this page open.")
    expect(page.locator("html")).to_have_attribute("data-heard", "3")
    good(hall.post("/counters/1/call-next", agent))
    expect(page.locator("html")).to_have_attribute("data-shown", re.compile("A001 .*turn.*counter 1"), timeout=SOON_MS)
    expect(page.locator("html")).to_have_attribute("data-heard", "12")


@pytest.mark.full
def test_over_plain_http_the_button_gives_sound_alone_and_says_why(page: Page, hall: RunningHall) -> None:
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false });")
    opened(page, hall, hall.issue()["status_url"])
    page.locator("#alert-button").click()
    expect(page.locator("#alert-told")).to_contain_text("Notifications need a secure address (https)")
    page.locator("#alert-button").click()
    expect(page.locator("#alert-told")).to_have_text("The alert is off.")


@pytest.mark.full
def test_a_phone_without_newer_functions_of_browsers_still_follows(page: Page, hall: RunningHall) -> None:
    page.add_init_script("delete AbortSignal.timeout; delete window.Notification; delete window.AudioContext;")
    opened(page, hall, hall.issue()["status_url"])
    expect(page.locator("#ahead")).to_have_text("0")
    page.locator("#alert-button").click()
    expect(page.locator("#alert-told")).to_have_text(re.compile("can give no sound"))


@pytest.mark.parametrize("language", some(["ar", "en", "ur", "hi", "bn"], "ar"))
@pytest.mark.parametrize("size", some(SIZES, SMALL), ids=["390x844", "360x640"])
def test_the_page_fits_with_text_at_200_percent_and_axe_finds_nothing(
    page: Page, hall: RunningHall, language: str, size: tuple[int, int]
) -> None:
    agent = hall.sign_in()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    hall.issue()
    opened(page, hall, hall.issue()["status_url"], language)
    assert violations(page) == []
    assert fits(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert fits(page)
    for move, body in (("call-next", None), ("begin", None), ("finish", {"outcome": "completed"}), ("call-next", None)):
        good(hall.post(f"/counters/1/{move}", agent, body))
    expect(page.locator("#main")).to_have_attribute("data-state", "called", timeout=SOON_MS)
    assert fits(page)
    assert violations(page) == []


@pytest.mark.full
@pytest.mark.parametrize("language", some(["ur", "hi", "bn"], "ur"))
def test_a_visitor_turns_to_the_own_language_at_the_foot_of_the_page(
    page: Page, hall: RunningHall, language: str
) -> None:
    opened(page, hall, hall.issue()["status_url"])
    page.locator(f".languages a[hreflang={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#ticket")).to_have_text("A001")


def test_an_answer_from_before_a_move_does_not_hide_the_move_nor_double_the_asking(
    page: Page, hall: RunningHall
) -> None:
    address = hall.issue()["status_url"]
    page.clock.install()
    opened(page, hall, address)
    held: list[tuple[Route, APIResponse]] = []
    page.route("**/api/v1/place", lambda route: held.append((route, route.fetch())), times=1)
    with page.expect_response("**/api/v1/place/late"):
        with page.expect_request("**/api/v1/place"):
            page.clock.run_for(POLL_MS)
        page.locator("#late").click()
    expect(page.locator("#late-now")).to_be_visible()
    [(route, before_the_move)] = held
    with page.expect_response("**/api/v1/place"):
        route.fulfill(response=before_the_move)
    expect(page.locator("#late-now")).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/api/v1/place"):
        page.clock.run_for(POLL_MS)
    expect(page.locator("#late-now")).to_be_visible()
    assert len(asked) == 1
