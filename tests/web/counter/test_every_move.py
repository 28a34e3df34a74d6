"""Every move of the counter program, made in a browser by its keys over a real hall."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.counter.test_counter_in_a_browser import dialog, pair, press, sign_in

LANGUAGES = pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])


def at_work(page: Page, hall: RunningHall, language: str = "ar") -> None:
    page.set_viewport_size({"width": 1366, "height": 625})
    pair(page, hall, language)
    sign_in(page)


def answer(page: Page, kind: str, *keys: str) -> None:
    """Give a question its answer, once it is open."""
    expect(dialog(page, kind)).to_be_visible()
    assert violations(page) == []
    for key in keys:
        press(page, key)


def visit_of(hall: RunningHall, visit: Mapping[str, Any]) -> dict[str, Any]:
    return good(hall.get(f"/visits/{visit['visit']}", "head"))  # type: ignore[no-any-return]


def called(page: Page, visit: Mapping[str, Any]) -> None:
    expect(page.locator("#ticket")).to_have_text(visit["ticket"])


def menu(page: Page, letter: str) -> None:
    press(page, "F7")
    answer(page, "more", letter)


@LANGUAGES
def test_a_visit_is_set_aside_brought_back_and_returned(page: Page, hall: RunningHall, language: str) -> None:
    first, second, *_ = [hall.issue() for _ in range(14)]
    at_work(page, hall, language)
    press(page, " ")
    called(page, first)
    press(page, "F5")
    answer(page, "park", "2")
    expect(page.locator("#state")).to_have_attribute("data-state", "free")
    assert visit_of(hall, first)["stages"][-1]["remind_at"] is not None
    press(page, "2")
    expect(page.locator("#tab-parked b")).to_have_text("1")
    press(page, "ArrowDown")
    press(page, "Enter")
    called(page, first)
    press(page, "F4")
    expect(page.locator("#notice")).to_contain_text(first["ticket"])
    press(page, "1")
    press(page, "ArrowDown")
    press(page, "ArrowDown")
    press(page, "Enter")
    answer(page, "call_chosen", "4")
    called(page, second)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "all of it is seen at 1366x625"
    press(page, "F3")
    expect(page.locator("#tab-missed b")).to_have_text("1")
    press(page, "3")
    press(page, "ArrowDown")
    press(page, "Enter")
    expect(page.locator("#tab-missed b")).to_have_text("0")
    assert visit_of(hall, second)["state"] == "waiting"


@LANGUAGES
def test_a_visit_is_transferred_by_one_digit_or_with_details(page: Page, hall: RunningHall, language: str) -> None:
    visit = hall.issue()
    at_work(page, hall, language)
    press(page, " ")
    called(page, visit)
    press(page, "F6")
    answer(page, "transfer", "1")
    expect(page.locator("#notice")).to_contain_text(visit["ticket"])
    assert visit_of(hall, visit)["service"] == "B"
    press(page, "F9")
    called(page, visit)
    press(page, "F6")
    send = dialog(page, "transfer").locator(".actions button").first
    expect(send).to_be_disabled()  # nothing is chosen yet
    page.keyboard.type("maryam")
    expect(send).to_be_enabled()
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    page.locator("dialog .actions button").last.click()
    answer(page, "transfer", "1", "Enter")
    expect(page.locator("dialog .refusal")).not_to_be_empty()  # the front of the queue needs a reason
    for key in ("5", "4"):
        press(page, key)
    page.locator("#transfer-note").fill("Bring the plan")
    press(page, "Enter")
    expect(page.locator("dialog")).to_have_count(0)
    stage = visit_of(hall, visit)["stages"][-1]
    assert (stage["note"], stage["goes_back"]) == ("Bring the plan", True)


@LANGUAGES
def test_a_break_help_and_sign_out(page: Page, hall: RunningHall, language: str) -> None:
    hall.issue()
    at_work(page, hall, language)
    press(page, "F8")
    answer(page, "break", "2")
    lengths = dialog(page, "break_length").locator(".choice")
    expect(lengths).to_have_count(8)
    codes = [button.get_attribute("data-code") for button in lengths.all()]
    assert codes == ["5", "10", "15", "20", "30", "45", "60", "no_length"]
    expect(lengths.nth(4)).to_be_focused()  # the usual length of a meal
    answer(page, "break_length", " ")
    answer(page, "break_last", "1")  # somebody waits whom nobody else serves
    expect(page.locator("#state")).to_have_attribute("data-state", "on_break")
    expect(page.locator("dialog")).to_have_count(0)
    session = good(hall.get("/counters/1", "head"))["session"]
    assert (session["break_reason"], session["break_until"] is not None) == ("meal", True)
    expect(page.locator("#ticket")).not_to_be_empty()  # the reason, with the time that is left
    expect(page.locator("#service")).to_contain_text(re.compile(r"(29|30):\d\d"))
    press(page, "F10")
    expect(page.locator("#standing")).to_contain_text("F10")
    press(page, "F8")
    expect(page.locator("#state")).to_have_attribute("data-state", "free")
    expect(page.locator("#notice")).to_have_text("")
    press(page, " ")
    expect(page.locator("#state")).to_have_attribute("data-state", "called")
    press(page, "F8")
    answer(page, "break", "1")
    answer(page, "break_length", " ")  # with a visit in hand it begins when the visit ends
    expect(page.locator("#standing")).not_to_be_empty()
    expect(page.locator("dialog")).to_have_count(0)
    press(page, "F8")
    expect(page.locator("#notice")).not_to_be_empty()
    press(page, "F4")
    expect(page.locator("#state")).to_have_attribute("data-state", "free")
    press(page, "F12")
    answer(page, "sign_out")
    expect(page.locator(".your-day dt")).not_to_have_count(0)
    press(page, " ")
    expect(page.locator("#signing")).to_be_visible()


@LANGUAGES
def test_a_finish_registers_requests_and_tells_their_numbers(page: Page, hall: RunningHall, language: str) -> None:
    visit = hall.issue()
    at_work(page, hall, language)
    for key in (" ", " ", " "):
        press(page, key)
    answer(page, "outcome", "ArrowLeft" if language == "ar" else "ArrowRight", "2")
    answer(page, "request_topic", "0", "1")
    answer(page, "request_directorate", "1")
    answer(page, "request_details")
    page.locator("#field-phone").fill("12")
    press(page, "Enter")
    expect(page.locator("dialog .refusal")).not_to_be_empty()
    page.locator("#field-phone").fill("")
    page.locator("#field-subject").fill("Plot 4")
    page.locator("dialog form .actions button").last.click()
    answer(page, "request_topic", "2")
    answer(page, "request_directorate", "1")
    answer(page, "request_details", "Enter")
    answer(page, "registered")
    registered = good(hall.get("/requests?list=all", "head"))
    assert {one["subject"] for one in registered} >= {"Plot 4"}
    assert len(registered) == 2
    for one in registered:
        expect(dialog(page, "registered")).to_contain_text(one["shown"])
    press(page, " ")
    assert visit_of(hall, visit)["stages"][-1]["quantity"] == 2


def test_a_request_is_registered_from_the_menu_too(page: Page, hall: RunningHall) -> None:
    visit = hall.issue()
    at_work(page, hall, "en")
    for key in (" ", " "):
        press(page, key)
    expect(page.locator("#state")).to_have_attribute("data-state", "serving")
    press(page, "F7")
    answer(page, "more", "g")
    answer(page, "request_topic", "1")
    answer(page, "request_directorate", "1")
    expect(dialog(page, "registered")).to_be_visible()
    assert len(good(hall.get("/requests?list=all", "head"))) == 1
    assert visit_of(hall, visit)["state"] == "finished"


def test_the_next_service_begins_at_once(page: Page, hall: RunningHall) -> None:
    visit = hall.issue()
    at_work(page, hall)
    for key in (" ", " ", " "):
        press(page, key)
    answer(page, "outcome", "6")
    answer(page, "next_service", "1")
    expect(page.locator("dialog")).to_have_count(0)
    stages = visit_of(hall, visit)["stages"]
    assert [(one["service"], one["state"]) for one in stages] == [("A", "finished"), ("B", "serving")]


@LANGUAGES
def test_enquiries_are_counted_left_open_answered_and_closed(page: Page, hall: RunningHall, language: str) -> None:
    at_work(page, hall, language)
    menu(page, "e")
    answer(page, "enquiry_topic", "1")
    answer(page, "enquiry_channel", " ")
    expect(page.locator("#notice")).not_to_be_empty()
    menu(page, "e")
    answer(page, "enquiry_topic", "2")
    answer(page, "enquiry_channel", "6")
    answer(page, "enquiry_open", "1")
    answer(page, "enquiry_question")
    page.keyboard.type("When?")
    press(page, "Enter")
    expect(page.locator("dialog")).to_have_count(0)
    (open_one,) = good(hall.get("/enquiries", "head"))["open"]
    assert open_one["question"] == "When?"
    menu(page, "o")
    answer(page, "enquiries", "1")
    answer(page, "hand_on")
    page.keyboard.type("Survey")
    press(page, "Enter")
    answer(page, "enquiries", "Enter")
    answer(page, "answer")
    page.keyboard.type("Tomorrow")
    press(page, "Enter")
    answer(page, "enquiries", "Enter")
    answer(page, "enquiry_confirm", " ")
    expect(dialog(page, "enquiries").locator(".targets")).to_contain_text("(F7)")  # none is open: how to record one
    assert good(hall.get("/enquiries", "head"))["open"] == []


@LANGUAGES
def test_who_is_first_is_called_by_the_list_without_a_question(page: Page, hall: RunningHall, language: str) -> None:
    first, _second = hall.issue(), hall.issue()
    at_work(page, hall, language)
    press(page, "ArrowDown")
    press(page, "Enter")
    called(page, first)
    assert page.locator("dialog").count() == 0


@LANGUAGES
def test_the_menu_serves_without_a_ticket_and_takes_a_complaint(page: Page, hall: RunningHall, language: str) -> None:
    waits = hall.issue()
    at_work(page, hall, language)
    press(page, "ArrowDown")
    menu(page, "p")
    answer(page, "give_priority", "1")
    expect(page.locator("#notice")).to_contain_text(waits["ticket"])
    assert visit_of(hall, waits)["lane"] == "priority"
    menu(page, "w")
    answer(page, "walk_up", "1")
    answer(page, "walk_up_reason", "5")
    expect(page.locator("#state")).to_have_attribute("data-state", "serving")
    menu(page, "c")
    answer(page, "complaint_nature", "1")
    answer(page, "complaint_text")
    page.keyboard.type("Too long")
    press(page, "Enter")
    answer(page, "complaint_taken")
    (complaint,) = good(hall.get("/complaints", "head"))["open"]
    expect(dialog(page, "complaint_taken")).to_contain_text(complaint["number"])
    assert complaint["visit"] is not None
    press(page, " ")
    menu(page, "f")
    expect(dialog(page, "search")).to_be_visible()
    page.keyboard.type(waits["ticket"][1:])
    expect(dialog(page, "search").locator(".row")).to_contain_text(waits["ticket"])


def test_a_step_back_loses_nothing_that_was_typed_of_a_request(page: Page, hall: RunningHall) -> None:
    hall.issue()
    at_work(page, hall)
    for key in (" ", " ", " "):
        press(page, key)
    answer(page, "outcome", "2")
    answer(page, "request_topic", "0", "1")
    answer(page, "request_directorate", "1")
    answer(page, "request_details")
    page.locator("#field-subject").fill("Plot 4")
    press(page, "Escape")
    answer(page, "request_topic", "1")
    answer(page, "request_directorate", "1")
    answer(page, "request_details")
    expect(page.locator("#field-subject")).to_have_value("Plot 4")
    press(page, "Enter")
    answer(page, "registered")
    (registered,) = good(hall.get("/requests?list=all", "head"))
    assert registered["subject"] == "Plot 4"
