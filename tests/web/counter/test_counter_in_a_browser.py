"""The counter in a real browser over a real hall: paired once, then a visit from call to finish by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good

WORDS = {
    "en": {
        "free": "The counter is free",
        "called": "Called",
        "serving": "Being served",
        "nobody": "No visitors are waiting",
        "own_day": "Served today1",
    },
    "ar": {
        "free": "النافذة متاحة",
        "called": "نودي",
        "serving": "قيد الخدمة",
        "nobody": "لا يوجد منتظرون",
        "own_day": "تمت خدمتهم اليوم1",
    },
}


def pair(page: Page, hall: RunningHall, language: str) -> None:
    code = good(hall.post("/devices/codes", "admin", {"kind": "counter", "name": "Browser at 1", "counter": 1}), 201)[
        "code"
    ]
    page.goto(f"{hall.base}/counter?lang={language}")
    expect(page.locator("#code")).to_be_focused()
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.locator("#signing")).to_be_visible()


def sign_in(page: Page) -> None:
    expect(page.locator("#agent")).to_have_value("")  # no name stands there before one is chosen
    page.locator("#agent").select_option("salim")
    page.locator("#pin").focus()
    page.keyboard.type("471829")
    page.keyboard.press("Enter")
    expect(page.locator("#work")).to_be_visible()


def dialog(page: Page, kind: str) -> Locator:
    return page.locator(f"dialog[data-kind={kind}]")


def press(page: Page, key: str) -> None:
    page.wait_for_timeout(450)  # sooner is a double press
    page.keyboard.press(key)


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_visit_from_call_to_finish_by_keyboard(page: Page, hall: RunningHall, language: str) -> None:
    visit = hall.issue()
    words, state = WORDS[language], page.locator("#state")
    pair(page, hall, language)
    sign_in(page)
    expect(state).to_have_text(words["free"])
    expect(page.locator("#rows")).to_contain_text(visit["ticket"])
    press(page, " ")
    expect(state).to_have_text(words["called"])
    expect(page.locator("#ticket")).to_have_text(visit["ticket"])
    press(page, "F2")
    expect(page.locator("#notice")).to_contain_text(visit["ticket"])
    press(page, "F3")
    expect(state).to_have_text(words["free"])
    press(page, "F9")
    expect(state).to_have_text(words["called"])
    press(page, " ")
    expect(state).to_have_text(words["serving"])
    press(page, " ")
    expect(dialog(page, "outcome")).to_be_visible()
    press(page, "3")
    expect(dialog(page, "missing")).to_be_visible()
    press(page, "Enter")
    # The code to come back with stays until the agent goes on: no kiosk of this hall prints it.
    expect(dialog(page, "return_code")).to_be_visible()
    slip = good(hall.get(f"/visits/{visit['visit']}/return-slip", "head"))
    expect(dialog(page, "return_code")).to_contain_text(f"{slip['code'][:4]} {slip['code'][4:]}")
    press(page, " ")
    expect(state).to_have_text(words["free"])
    last = good(hall.get(f"/visits/{visit['visit']}", "head"))["stages"][-1]
    assert (last["state"], last["outcome"]) == ("finished", "documents_missing")
    hall.clock.move_on(seconds=3)  # sooner a second call is asked about
    press(page, " ")
    expect(page.locator("#notice")).to_contain_text(words["nobody"])
    press(page, "F7")
    press(page, "m")
    expect(dialog(page, "own_day")).to_contain_text(words["own_day"])
    press(page, "Escape")
    press(page, "F12")
    expect(dialog(page, "sign_out")).to_be_visible()
    press(page, " ")
    expect(page.locator("#signing")).to_be_visible()


def test_signing_in_shows_that_it_is_on_its_way_and_keeps_the_pin_until_the_answer(
    page: Page, hall: RunningHall
) -> None:
    pair(page, hall, "en")
    with held(page, "**/api/v1/counters/1/sign-in"):
        page.locator("#agent").select_option("salim")
        page.locator("#pin").fill("471829")
        page.keyboard.press("Enter")
        button = page.locator("#signing button")
        expect(button).to_have_text("One moment…")
        expect(button).to_be_disabled()
        expect(page.locator("#pin")).to_have_value("471829")
    expect(page.locator("#work")).to_be_visible()
    expect(page.locator("#own-services")).to_contain_text("Your services: ")
    expect(page.locator("#rows")).to_have_text("Nobody is waiting for your services.")
    expect(page.locator("#ticket")).to_have_text("")


@pytest.mark.full
def test_a_second_call_at_once_is_asked_about(page: Page, hall: RunningHall) -> None:
    for _ in range(2):
        hall.issue()
    pair(page, hall, "en")
    sign_in(page)
    press(page, " ")
    expect(page.locator("#state")).to_have_text("Called")
    press(page, "F3")
    expect(page.locator("#state")).to_have_text("The counter is free")
    press(page, " ")
    expect(page.locator("#notice")).to_contain_text("Press again")
    press(page, " ")
    expect(page.locator("#ticket")).to_have_text("A002")


@pytest.mark.full
def test_a_double_press_is_one_step_and_says_nothing(page: Page, hall: RunningHall) -> None:
    visit = hall.issue()
    pair(page, hall, "en")
    sign_in(page)
    for word in ("Called", "Being served"):
        page.wait_for_timeout(450)
        page.locator("#primary").dblclick(delay=5)
        expect(page.locator("#state")).to_have_text(word)
        expect(dialog(page, "outcome")).to_be_hidden()
    press(page, " ")
    page.keyboard.press(" ")
    expect(dialog(page, "outcome")).to_be_visible()
    assert good(hall.get(f"/visits/{visit['visit']}", "head"))["state"] == "serving"
    expect(page.locator("#notice")).to_have_text("")


@pytest.mark.full
def test_where_the_code_to_come_back_with_is_printed_is_told_by_a_name(page: Page, hall: RunningHall) -> None:
    good(hall.post(f"/devices/{hall.devices['kiosk']}/state", "kiosk", {"state": "ok"}), 204)
    hall.issue()
    pair(page, hall, "en")
    sign_in(page)
    for state in ("called", "serving"):
        press(page, " ")
        expect(page.locator("#state")).to_have_attribute("data-state", state)
    for key, asked in ((" ", "outcome"), ("3", "missing")):
        press(page, key)
        expect(dialog(page, asked)).to_be_visible()
    press(page, "Enter")
    expect(dialog(page, "return_code")).to_contain_text("It is printed at Kiosk")


@pytest.mark.full
def test_a_wrong_code_and_a_wrong_pin_are_one_sentence(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/counter?lang=en")
    page.locator("#code").fill("WRONG234")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_have_text("The code is wrong, used or expired. Ask for a new one.")
    pair(page, hall, "en")
    page.locator("#agent").select_option("salim")
    page.locator("#pin").fill("9999")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_have_text("The agent and the PIN do not match.")


@pytest.mark.full
def test_whoever_is_signed_in_at_another_counter_moves_here(page: Page, hall: RunningHall) -> None:
    there = hall.sign_in(counter=2, agent="salim")
    hall.issue()
    good(hall.post("/counters/2/call-next", there))
    pair(page, hall, "en")
    page.locator("#agent").select_option("salim")
    page.locator("#pin").fill("471829")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("You are signed in at another counter")
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("You still have a visitor at the other counter")
    good(hall.post("/counters/2/no-show", there))
    expect(page.locator("#pin")).to_have_value("471829")
    page.keyboard.press("Enter")
    expect(page.locator("#work")).to_be_visible()
    assert good(hall.get("/counters/2", "head"))["session"] is None


@pytest.mark.full
def test_pairing_and_session_stay_when_the_page_is_loaded_again(page: Page, hall: RunningHall) -> None:
    hall.issue()
    pair(page, hall, "en")
    sign_in(page)
    press(page, " ")
    expect(page.locator("#state")).to_have_text("Called")
    page.reload()
    expect(page.locator("#state")).to_have_text("Called")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.full)])
def test_every_state_fits_and_axe_finds_nothing(page: Page, hall: RunningHall, width: int, language: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    hall.issue()

    def looks_right() -> None:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto(f"{hall.base}/counter?lang={language}")
    expect(page.locator("#pairing")).to_be_visible()
    looks_right()
    pair(page, hall, language)
    looks_right()
    sign_in(page)
    expect(page.locator("#rows button")).to_have_count(1)
    looks_right()
    press(page, " ")
    expect(page.locator("#state")).to_have_text(WORDS[language]["called"])
    press(page, " ")
    expect(page.locator("#state")).to_have_text(WORDS[language]["serving"])
    press(page, " ")
    expect(dialog(page, "outcome")).to_be_visible()
    looks_right()


@pytest.mark.full
@pytest.mark.parametrize(("language", "words"), [("ar", "يوم الخدمة مغلق"), ("en", "The service day is closed")])
def test_on_a_closed_day_the_large_button_says_so_and_calls_nobody(
    page: Page, hall: RunningHall, language: str, words: str
) -> None:
    hall.issue()
    good(hall.post("/day/close", "head", {"waiting": "cancelled"}))
    pair(page, hall, language)
    expect(page.locator("#day-closed")).to_contain_text(words)
    sign_in(page)
    expect(page.locator("#primary")).to_contain_text(words)
    expect(page.locator("#primary")).to_be_disabled()


def test_on_an_open_day_the_sign_in_says_nothing_about_the_day(page: Page, hall: RunningHall) -> None:
    pair(page, hall, "en")
    expect(page.locator("#agent option")).not_to_have_count(0)  # the hall is read
    expect(page.locator("#day-closed")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(
            "en",
            "This page does not know the hall's next step. Use another PC or reload the page.",
            marks=pytest.mark.full,
        ),
        ("ar", "لا تعرف هذه الصفحة الخطوة التالية في القاعة. استخدم حاسوبًا آخر أو أعد تحميل الصفحة."),
    ],
)
def test_a_next_step_of_a_newer_hall_keeps_the_visit_on_the_page_without_the_main_button(
    page: Page, hall: RunningHall, language: str, sentence: str
) -> None:
    visit = hall.issue()
    pair(page, hall, language)
    sign_in(page)
    press(page, " ")
    expect(page.locator("#ticket")).to_have_text(visit["ticket"])

    def answer_as_newer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "next_action": "toString"})

    page.route("**/api/v1/counters/1", answer_as_newer)
    expect(page.locator("#unknown-step")).to_have_text(sentence)
    expect(page.locator("#primary")).to_be_hidden()
    expect(page.locator("#ticket")).to_have_text(visit["ticket"])
    assert violations(page) == []
    press(page, " ")
    press(page, "F2")
    expect(page.locator("#notice")).to_contain_text(visit["ticket"])
    page.unroute("**/api/v1/counters/1")
    expect(page.locator("#primary")).to_be_visible()
    expect(page.locator("#unknown-step")).to_be_hidden()
    press(page, " ")
    expect(page.locator("#state")).to_have_text(WORDS[language]["serving"])


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_an_agent_changes_the_own_pin(page: Page, hall: RunningHall, language: str) -> None:
    pair(page, hall, language)
    sign_in(page)
    press(page, "F7")
    page.wait_for_timeout(450)
    page.locator("[data-code=change_pin]").click()
    notice = page.locator("dialog .refusal")

    def change(old: str, new: str, again: str) -> None:
        for name, value in (("old", old), ("new", new), ("again", again)):
            page.locator(f"#field-{name}").fill(value)
        page.wait_for_timeout(450)
        page.locator("dialog form button").click()

    change("471829", "482915", "482916")
    expect(notice).not_to_be_empty()
    differ = notice.inner_text()
    change("471829", "123456", "123456")
    expect(notice).not_to_have_text(differ)
    assert violations(page) == []
    change("471829", "482915", "482915")
    expect(page.locator("#notice")).to_have_attribute("data-tone", "done")
    expect(page.locator("dialog")).to_have_count(0)
    page.locator("#sign-out").click()
    press(page, "1")
    page.locator("#agent").select_option("salim")
    page.locator("#pin").fill("482915")
    page.keyboard.press("Enter")
    expect(page.locator("#work")).to_be_visible()


def test_an_answer_that_comes_after_signing_out_leaves_the_counter_paired(page: Page, hall: RunningHall) -> None:
    pair(page, hall, "en")
    sign_in(page)
    with (
        page.expect_response(lambda response: response.url.endswith("/counters/1") and response.status == 401),
        held(page, "**/api/v1/counters/1"),
    ):
        with page.expect_request("**/api/v1/counters/1"):  # the page reads the counter each second
            pass
        page.locator("#sign-out").click()
        press(page, "1")
        expect(page.locator("#signing")).to_be_visible()
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")  # the page has read the answer
    expect(page.locator("#notice")).to_be_empty()
    page.reload()
    expect(page.locator("#agent")).to_be_visible()
