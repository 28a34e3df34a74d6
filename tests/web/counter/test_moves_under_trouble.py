"""What comes between a counter's page and its moves: lost answers, held keys, a counter that is changed elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.counter.test_counter_in_a_browser import dialog, press
from tests.web.counter.test_every_move import answer, at_work, called, menu, visit_of


def test_a_command_without_an_answer_is_done_once_when_it_is_sent_again(page: Page, hall: RunningHall) -> None:
    at_work(page, hall)
    menu(page, "c")
    answer(page, "complaint_nature", "1")
    expect(dialog(page, "complaint_text")).to_be_visible()
    page.keyboard.type("Too long")

    def lose_the_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/api/v1/complaints", lose_the_answer)
    press(page, "Enter")
    expect(page.locator("dialog .refusal")).not_to_be_empty()
    page.unroute("**/api/v1/complaints")
    press(page, "Enter")
    expect(dialog(page, "complaint_taken")).to_be_visible()
    assert good(hall.get("/complaints", "head"))["complaints"] == 1


@pytest.mark.full
def test_a_cut_connection_is_said_and_keeps_the_visitor_on_the_page(page: Page, hall: RunningHall) -> None:
    visit = hall.issue()
    at_work(page, hall, "en")
    press(page, " ")
    called(page, visit)
    page.route("**/api/v1/counters/1", lambda route: route.abort())
    expect(page.locator("#standing")).to_contain_text("No connection")
    called(page, visit)
    page.unroute("**/api/v1/counters/1")
    expect(page.locator("#standing")).to_be_hidden()


@pytest.mark.full
def test_a_key_that_is_held_down_answers_no_question(page: Page, hall: RunningHall) -> None:
    visit = hall.issue()
    at_work(page, hall, "en")
    for key in (" ", " "):
        press(page, key)
    expect(page.locator("#state")).to_have_attribute("data-state", "serving")
    page.wait_for_timeout(450)
    for _ in range(20):
        page.keyboard.down(" ")
        page.wait_for_timeout(40)
    page.keyboard.up(" ")
    expect(dialog(page, "outcome")).to_be_visible()
    assert visit_of(hall, visit)["state"] == "serving"


@pytest.mark.full
def test_whoever_is_signed_out_by_the_hall_head_is_told_so_and_no_question_stays(page: Page, hall: RunningHall) -> None:
    at_work(page, hall, "en")
    press(page, "F7")
    expect(dialog(page, "more")).to_be_visible()
    good(hall.post("/counters/1/sign-out", "head"), 204)
    expect(page.locator("#signing")).to_be_visible()
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("#notice")).to_contain_text("You are signed out")


@pytest.mark.full
def test_escape_waits_for_the_answer_of_what_is_on_its_way(page: Page, hall: RunningHall) -> None:
    hall.issue()
    at_work(page, hall, "en")
    for key in (" ", " ", " "):
        press(page, key)
    answer(page, "outcome", "3")
    expect(dialog(page, "missing")).to_be_visible()

    def answer_late(route: Route) -> None:
        answered = route.fetch()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        route.fulfill(response=answered)

    page.route("**/api/v1/counters/1/finish", answer_late)
    press(page, "Enter")
    expect(dialog(page, "return_code")).to_be_visible()


@pytest.mark.full
def test_an_agent_who_signs_in_elsewhere_is_signed_out_here(page: Page, hall: RunningHall) -> None:
    at_work(page, hall, "en")
    good(hall.post("/counters/2/sign-in", "counter2", {"agent": "salim", "pin": "471829", "move": True}))
    expect(page.locator("#signing")).to_be_visible()
    expect(page.locator("#notice")).to_contain_text("or you signed in at another counter")


@pytest.mark.full
def test_a_dialog_does_nothing_to_another_visit_that_came_to_the_counter_meanwhile(
    page: Page, hall: RunningHall
) -> None:
    first, second = hall.issue(), hall.issue()
    at_work(page, hall, "en")
    for key in (" ", " ", " "):
        press(page, key)
    expect(dialog(page, "outcome")).to_be_visible()
    other_window = hall.sign_in()
    for step in ("park", "call-next", "begin"):
        good(hall.post(f"/counters/1/{step}", other_window))
    called(page, second)
    press(page, "1")
    expect(page.locator("dialog .refusal")).to_contain_text("Another visit")
    assert visit_of(hall, second)["state"] == "serving"
    assert visit_of(hall, first)["state"] == "parked"
