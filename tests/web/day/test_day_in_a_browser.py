"""The page of the service day in a real browser: who is left with one choice each, and the close."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread
from tests.web.conftest import open_head


@pytest.fixture
def office_hall(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall with hours: tickets are given from the first minute of the day to almost the last."""
    days = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    times = '["00:00", "00:00", "00:00", "23:58", "23:59"]'
    hours = "\n".join(["[hours]", 'auto_close = "23:59"', *(f"{day} = {times}" for day in days)])
    with hall_in_a_thread(tmp_path, setup=SETUP.replace("[hours]\nalways_open = true", hours)) as running:
        yield running


def test_each_who_is_left_has_his_own_choice_and_the_close_does_it(page: Page, hall: RunningHall) -> None:
    stays, goes = hall.issue()["visit"], hall.issue()["visit"]
    open_head(page, hall, "en", "/head/day")
    rows = page.locator("#left-list > li")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Cancel all").click()
    expect(page.locator("#foot-count")).to_have_text("0 carried over, 2 cancelled, 0 at counters.")
    page.get_by_role("button", name="Carry all over").click()
    rows.nth(1).get_by_label("Cancel").check()
    expect(page.locator("#foot-count")).to_have_text("1 carried over, 1 cancelled, 0 at counters.")
    later = hall.issue()["visit"]
    expect(rows).to_have_count(3)
    expect(rows.nth(1).get_by_label("Cancel")).to_be_checked()
    page.locator("#do-close").click()
    expect(page.locator("#close-left")).to_contain_text("2 carried over, 1 cancelled")
    page.locator("#close-dialog button[value=yes]").click()
    expect(page.locator("#day-state")).to_have_attribute("data-state", "closed")
    states = [good(hall.get(f"/visits/{visit}", "head"))["state"] for visit in (stays, goes, later)]
    assert states == ["carried_over", "cancelled", "carried_over"]
    expect(page.locator("#left")).to_have_text("No visitors are left in the hall.")
    page.locator("#do-open").click()
    expect(page.locator("#open-about")).to_contain_text("still in the hall: 3")
    assert violations(page) == []
    page.locator("#open-dialog button[value=yes]").click()
    expect(page.locator("#day-state")).to_have_attribute("data-state", "open")
    expect(page.locator("#done")).to_contain_text("Back in the hall with their place and waiting time: 3")
    expect(rows).to_have_count(3)


@pytest.mark.full
def test_the_close_says_what_it_brings_and_that_tickets_are_still_given(page: Page, office_hall: RunningHall) -> None:
    office_hall.issue()
    open_head(page, office_hall, "en", "/head/day")
    page.locator("#do-close").click()
    dialog = page.locator("#close-dialog")
    expect(dialog).to_contain_text("all agents are signed out")
    expect(dialog).to_contain_text("Tickets are issued today until 23:58")
    page.keyboard.press("Escape")
    page.goto(f"{office_hall.base}/head?lang=en")
    page.locator("#do-close").click()
    expect(page.locator("#close-dialog")).to_contain_text("Tickets are issued today until 23:58")


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "stay", "still"),
    [
        pytest.param("en", "Agents stay signed in.", "Agents are still signed in.", marks=pytest.mark.full),
        ("ar", "ويبقى الموظفون مسجّلي الدخول", "يبقى الموظفون مسجّلي الدخول"),
    ],
)
def test_a_hall_that_never_closes_says_that_agents_stay_signed_in(
    page: Page, hall: RunningHall, language: str, stay: str, still: str
) -> None:
    agent = hall.sign_in()
    hall.issue()
    open_head(page, hall, language, "/head/day")
    page.locator("#do-close").click()
    expect(page.locator("#close-effect")).to_contain_text(stay)
    expect(page.locator("#close-early")).to_be_hidden()
    page.locator("#close-dialog button[value=yes]").click()
    expect(page.locator("#day-state")).to_have_attribute("data-state", "closed")
    assert good(hall.get("/counters/1", agent))["session"]["agent"] == "salim"
    page.locator("#do-open").click()
    expect(page.locator("#open-counters")).to_contain_text(still)


@pytest.mark.full
def test_an_office_says_that_agents_sign_in_again_after_the_day_is_opened_again(
    page: Page, office_hall: RunningHall
) -> None:
    agent = office_hall.sign_in()
    office_hall.issue()
    good(office_hall.post("/day/close", "head"))
    assert office_hall.get("/counters/1", agent).status_code == 401
    open_head(page, office_hall, "en", "/head/day")
    page.locator("#do-open").click()
    expect(page.locator("#open-counters")).to_contain_text("Agents sign in again.")


@pytest.mark.full
def test_the_first_page_opens_the_day_again_with_an_empty_hall_where_that_is_chosen(
    page: Page, hall: RunningHall
) -> None:
    visit = hall.issue()["visit"]
    good(hall.post("/day/close", "head"))
    open_head(page, hall, "en")
    page.locator("#do-open").click()
    page.locator("#open-dialog input[value=no]").check()
    page.locator("#open-dialog button[value=yes]").click()
    expect(page.locator("#done")).to_have_text("The day is open again.")
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "carried_over"
    ticket = good(hall.get(f"/visits/{visit}", "head"))["ticket"]
    page.goto(f"{hall.base}/reception?lang=en")
    page.locator("#find-ticket").fill(ticket)
    page.locator("#find-form button").first.click()
    page.locator("#rows button").click()
    page.locator("#do-bring-back button").click()
    expect(page.locator("#done")).to_contain_text("back in its place")
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "waiting"


@pytest.mark.full
def test_visits_at_counters_keep_the_day_open_until_it_is_meant(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    open_head(page, hall, "en", "/head/day")
    expect(page.locator("#counter-list > li")).to_contain_text("Must be finished first")
    page.locator("#do-close").click()
    expect(page.locator("#end-serving")).to_be_focused()
    why = page.locator("#end-serving").evaluate("box => box.validationMessage")
    assert "Visitors are called or being served" in why
    expect(page.locator("#close-dialog")).to_be_hidden()
    page.locator("#end-serving").check()
    expect(page.locator("#counter-list > li")).to_contain_text("Marked as no-show")
    page.locator("#do-close").click()
    page.keyboard.press("Escape")
    assert good(hall.get("/day", "head"))["state"] == "open"
    page.locator("#do-close").click()
    page.locator("#close-dialog button[value=yes]").click()
    expect(page.locator("#day-state")).to_have_attribute("data-state", "closed")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_page_fits_and_axe_finds_nothing(page: Page, hall: RunningHall, width: int, language: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    agent = hall.sign_in()
    hall.issue()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    open_head(page, hall, language, "/head/day")
    expect(page.locator(".left-list > li")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def a_day_before(hall: RunningHall) -> None:
    """Let a day pass on which two were served and one was carried over."""
    agent = hall.sign_in()
    for _ in range(3):
        hall.issue()
    hall.clock.move_on(minutes=12)
    for _ in range(2):
        good(hall.post("/counters/1/call-next", agent))
        good(hall.post("/counters/1/begin", agent))
        good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    good(hall.post("/day/close", "head"))
    hall.clock.move_on(days=1)


@pytest.mark.full
@pytest.mark.parametrize(("language", "line"), [("en", "3 visits, 2 served."), ("ar", "عدد المراجعات 3")])
def test_the_day_before_is_told_in_five_lines_and_printed_alone(
    page: Page, hall: RunningHall, language: str, line: str
) -> None:
    a_day_before(hall)
    open_head(page, hall, language, "/head/day")
    lines = page.locator("#note-lines > li")
    expect(lines).to_have_count(5)
    expect(lines.first).to_contain_text(line)
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".note .wall")).to_be_visible()
    expect(page.locator("nav:visible")).to_have_count(0)
    expect(page.locator(".closing")).to_be_hidden()


def test_the_note_counts_those_whose_visits_the_close_ended(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    for _ in range(2):
        hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    open_head(page, hall, "en", "/head/day")
    page.get_by_label("Also end visits at counters").check()
    page.locator("#do-close").click()
    page.locator("#close-dialog button[value=yes]").click()
    expect(page.locator("#note-lines > li").first).to_have_text("2 visits, 0 served.")
    expect(page.locator("#note-lines")).to_contain_text(
        "0 no-shows, 1 carried over, 0 cancelled. Ended when the day closed: 1."
    )


def test_the_note_of_a_day_on_which_most_did_not_wait_names_no_minutes(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/day")
    note = {"service_day": "2026-11-29", "visits": 1, "served": 1, "no_shows": 0, "carried_over": 0, "cancelled": 0}
    note |= {"called": 1, "median_wait_s": 0, "within_target": 100, "busiest_hour": 9, "busiest_came": 1}
    note |= {"longest": {"wait_s": 0, "service": "A", "issued_at": "2026-11-29T05:00:00Z"}, "services": []}
    note |= {"ranges_told": 0, "ranges_right": 0, "closed_by": "noor"}
    page.evaluate(
        "async (note) => (await import('/static/day/day_note.js'))"
        ".paintNote({ names: { en: 'Test Hall' }, services: [], time_zone: 'Asia/Muscat' }, note)",
        note,
    )
    expect(page.locator("#note-lines > li").nth(1)).to_have_text(
        "At least half of the visitors did not wait; 100 in 100 were called within the target."
    )


@pytest.mark.full
def test_a_new_hall_has_no_note(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/day")
    expect(page.locator("#note")).to_be_hidden()


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_the_check_before_the_opening_is_on_one_page_and_kept_with_a_name(
    page: Page, hall: RunningHall, language: str
) -> None:
    open_head(page, hall, language, "/head/day")
    page.locator("#do-check").click()
    kiosk, board = (
        page.locator(f"#opening-steps li[data-key='{kind}:{hall.devices[kind]}']") for kind in ("kiosk", "board")
    )
    expect(kiosk).to_have_attribute("data-state", "waiting")
    assert violations(page) == []
    good(hall.post(f"/devices/{hall.devices['kiosk']}/acts", "kiosk", {"act": "test_printed"}), 204)
    expect(kiosk).to_have_attribute("data-state", "ok")
    page.locator("#opening-steps li[data-key='clock:'] input").check()
    good(hall.post("/devices/self/acts", "board", {"act": "test_spoken"}), 204)
    board.locator("input").check()
    expect(page.locator("#opening-steps li[data-key='clock:'] input")).to_be_checked()
    page.locator("#do-store").click()
    expect(board).to_have_attribute("data-state", "ok")
    expect(page.locator("#opening-state")).to_contain_text("head")
    stored = good(hall.get("/opening", "admin"))
    troubles = {step["step"] for step in stored["steps"] if step["state"] == "trouble"}
    assert (stored["by"], troubles) == ("head", {"counter", "paper"}), "nobody said that those are right"
    assert violations(page) == []
