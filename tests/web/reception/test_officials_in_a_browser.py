"""Officials in a real browser: booked, moved, arrived, seen by himself, and his hours changed by the hall head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hall.platform.security.access import Role
from tests.hall.appointments.routes.test_officials import OFFICIAL, book, slots
from tests.hall.settings.setup.test_officials import OFFICE
from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, setup=SETUP + OFFICE + OFFICIAL, clock=at_ten()) as running:
        yield running


def open_officials(page: Page, hall: RunningHall, token: str, language: str = "en") -> None:
    page.goto(f"{hall.base}/enter?lang={language}#{token}")
    expect(page.locator("#main")).to_be_visible()
    page.goto(f"{hall.base}/officials?lang={language}")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


def choose(page: Page, act: str) -> None:
    """Do an act with the only appointment: its main one, or one of its menu."""
    if not page.locator(f"#rows .do > [data-act={act}]").count():
        page.locator("#rows .menu summary").click()
    page.locator(f"#rows [data-act={act}]").click()


def test_a_slot_is_booked_by_keyboard_moved_back_and_given_up(page: Page, hall: RunningHall) -> None:
    open_officials(page, hall, hall.tokens["reception"])
    expect(page.locator("#many")).to_contain_text("No appointments on this day.")
    first = page.locator("#slots button").first
    expect(first).to_have_text("10:20")
    first.press("Enter")
    page.keyboard.type("سعيد")
    page.keyboard.press("Tab")
    page.keyboard.type("Plot 12")
    page.keyboard.press("Tab")
    page.keyboard.type("٩١٢٣٤٥٦٧")
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_contain_text("Give the visitor this number")
    expect(page.locator("#rows tr")).not_to_contain_text("91234567")
    page.locator("#rows .opener").press("Enter")
    expect(page.locator("#sheet")).to_contain_text("Reception has a phone number")
    page.keyboard.press("Escape")
    expect(page.locator("#slots button").first).to_have_text("10:20 (taken)")
    choose(page, "move")
    page.locator("#time-form").get_by_role("button", name="Move").click()
    expect(page.locator("#rows .opener")).to_have_text("10:40")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows .opener")).to_have_text("10:20")
    choose(page, "cancel")
    expect(page.locator("#rows tr")).to_contain_text("Cancelled")
    expect(page.locator("#slots button").first).to_have_text("10:20")


@pytest.mark.full
@pytest.mark.parametrize(("language", "show"), [("ar", "إظهار رقم الهاتف"), ("en", "Show phone number")])
def test_a_number_is_shown_when_it_is_asked_for_and_leaves_the_page_with_the_dialog(
    page: Page, hall: RunningHall, language: str, show: str
) -> None:
    book(hall, slots(hall)[0], name="Said", phone="91234567")
    open_officials(page, hall, hall.tokens["reception"], language)
    expect(page.locator("body")).not_to_contain_text("91234567")
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name=show).click()
    expect(page.locator("#call-phone a")).to_have_attribute("href", "tel:+96891234567")
    assert violations(page) == []
    page.locator("#call-dialog [data-closes]").click()
    expect(page.locator("#call-phone")).to_be_empty()


@pytest.mark.full
def test_what_cannot_be_moved_stays_in_its_form_with_why_and_is_sent_again(page: Page, hall: RunningHall) -> None:
    free = slots(hall)
    book(hall, free[0])
    open_officials(page, hall, hall.tokens["reception"])
    choose(page, "move")
    book(hall, free[1])
    move = page.locator("#time-form").get_by_role("button", name="Move")
    move.click()
    expect(page.locator("#time-form .error")).to_contain_text("has just taken this time")
    expect(page.locator("#time-dialog")).to_be_visible()
    expect(page.locator("#error")).to_be_hidden()
    assert violations(page) == []
    page.locator("#time-form select").select_option(index=1)
    move.click()
    expect(page.locator("#time-dialog")).to_be_hidden()
    expect(page.locator("#done")).to_contain_text(re.compile(r"is moved to \w+day,? \d+ \w+ \d{4}, \d\d:\d\d"))


@pytest.mark.full
def test_an_appointment_of_another_day_is_moved_and_not_let_in(page: Page, hall: RunningHall) -> None:
    open_officials(page, hall, hall.tokens["reception"])
    page.get_by_role("button", name="Next day").click()
    expect(page.locator("#slots button").first).to_have_text("09:00")
    page.locator("#slots button").first.click()
    page.locator("#book-form").get_by_role("button", name="Book").click()
    expect(page.locator("#rows .do > button")).to_have_text("Move")
    expect(page.locator("#rows [data-act=arrive]")).to_have_count(0)


@pytest.mark.full
def test_in_a_hall_without_officials_nothing_is_offered_that_cannot_be_used(page: Page, tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as hall:
        open_officials(page, hall, hall.tokens["head"])
        expect(page.locator("#said")).not_to_be_empty()
        expect(page.locator("#official")).to_be_hidden()


@pytest.mark.full
def test_the_times_are_of_the_day_that_was_chosen_last_and_a_failure_is_not_a_full_day(
    page: Page, hall: RunningHall
) -> None:
    book(hall, slots(hall)[0])
    open_officials(page, hall, hall.tokens["reception"])
    choose(page, "move")
    day, times = page.locator("#time-form [name=day]"), page.locator("#time-form option")
    today, offered = day.input_value(), times.count()
    assert offered > 1
    away = (date.fromisoformat(today) + timedelta(days=3650)).isoformat()
    with held(page, f"**/day?day={away}") as asked:
        with page.expect_request(f"**/day?day={away}"):
            day.fill(away)
        assert times.count() == 0
        day.fill(today)
        expect(times).to_have_count(offered)
        with page.expect_response(f"**/day?day={away}"):
            asked[0].fulfill(json={"slots": []})
        page.evaluate("() => new Promise(requestAnimationFrame)")
        expect(times).to_have_count(offered)
    page.route(f"**/day?day={away}", lambda route: route.abort())
    day.fill(away)
    expect(page.locator("#time-none")).to_contain_text("The hall service is not responding.")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_figures_page_tells_how_many_were_booked_and_given_up(page: Page, hall: RunningHall, language: str) -> None:
    free = slots(hall)
    book(hall, free[0])
    number = book(hall, free[1])["number"]
    good(hall.post(f"/appointments/{number}/cancel", "reception"))
    page.goto(f"{hall.base}/enter?lang={language}#{hall.tokens['head']}")
    expect(page.locator("#main")).to_be_visible()
    page.goto(f"{hall.base}/head/figures?lang={language}")
    panel = page.locator("#measure-officials")
    expect(panel.locator("[data-figure=booked] b")).to_have_text("2")
    expect(panel.locator("[data-figure=cancelled] b")).to_have_text("1")
    expect(panel.locator("tbody tr")).to_have_count(1)
    assert violations(page) == []


@pytest.mark.full
def test_of_two_receptions_the_second_is_told_that_the_time_is_taken(page: Page, hall: RunningHall) -> None:
    open_officials(page, hall, hall.tokens["reception"])
    page.locator("#slots button").first.click()
    name = page.locator("#book-form [name=name]")
    name.fill("Said")
    book(hall, slots(hall)[0])
    page.get_by_role("button", name="Book", exact=True).click()
    expect(page.locator("#book-form .error")).to_contain_text("Somebody else has just taken this time")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="10:40", exact=True).click()
    expect(name).to_have_value("Said")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="10:40", exact=True).click()
    expect(name).to_have_value("")


def test_who_arrives_gets_a_ticket_and_the_official_sees_it_at_once(page: Page, hall: RunningHall) -> None:
    book(hall, slots(hall)[0], name="Said", purpose="A road", phone="91234567")
    open_officials(page, hall, hall.tokens["reception"])
    page.get_by_role("button", name="Arrived: issue ticket").press("Enter")
    expect(page.locator("#code-title")).to_have_text("M001")
    token = hall.hall.staff_token(Role.OFFICIAL, "director")
    page.goto("about:blank")  # a page whose session is over goes to another page, and would stop the test's navigation
    page.context.clear_cookies()
    page.goto(f"{hall.base}/enter?lang=en#{token}")
    page.wait_for_url("**/officials**")
    expect(page.locator("#rows tr")).to_contain_text("Arrived, waiting")
    expect(page.locator("#rows tr")).to_contain_text("A road")
    expect(page.locator("#rows tr")).not_to_contain_text("91234567")
    expect(page.locator("#slots")).to_have_count(0)


@pytest.mark.full
def test_the_hall_head_changes_his_week_and_days_away(page: Page, hall: RunningHall) -> None:
    book(hall, slots(hall)[0])
    open_officials(page, hall, hall.tokens["head"])
    page.get_by_role("button", name="Hours and days away").click()
    for day in ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"):
        expect(page.get_by_label(day, exact=True)).to_have_value("09:00-20:00")
        page.get_by_label(day, exact=True).fill("12:00-13:00، ١٤:٠٠-١٥:٠٠")
    page.get_by_role("button", name="Save hours").click()
    expect(page.locator("#done")).to_contain_text("now outside the hours: 1")
    expect(page.locator("#slots button").first).to_have_text("12:00")
    expect(page.locator("#outside")).to_be_visible()
    choose(page, "move")
    page.locator("#time-form").get_by_role("button", name="Move").click()
    expect(page.locator("#rows .opener")).to_have_text("12:00")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)  # nobody is received at 10:20 any more
    page.get_by_role("button", name="Hours and days away").click()
    page.get_by_label("Sunday", exact=True).fill("in the morning")
    page.get_by_role("button", name="Save hours").click()
    expect(page.locator("#hours-form .field-error")).to_contain_text("Write times like this")
    expect(page.get_by_role("textbox", name="Sunday", exact=True)).to_be_focused()
    today = page.locator(".day-field:has(#day) input[type=text]").input_value()
    page.get_by_label("From", exact=True).fill(today)
    page.get_by_label("To", exact=True).fill(today)
    page.get_by_role("button", name="Add").click()
    expect(page.locator("#slots-hint")).to_contain_text("No free time on this day")
    page.get_by_role("button", name="Hours and days away").click()
    page.get_by_role("button", name="Cancel absence").click()
    expect(page.locator("#slots button").first).to_have_text("12:00 (taken)")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 820, 360])
def test_everybody_can_use_it(page: Page, hall: RunningHall, language: str, width: int) -> None:
    book(hall, slots(hall)[0], name="سعيد", purpose="Plot 12")
    page.set_viewport_size({"width": width, "height": 900})
    open_officials(page, hall, hall.tokens["head"], language)
    expect(page.locator("#rows tr")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#rows .opener").click()
    assert violations(page) == []


@pytest.mark.full
def test_a_hall_without_officials_says_how_to_add_them(page: Page, tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as plain:
        assert good(plain.get("/officials", "reception"))["officials"] == []
        open_officials(page, plain, plain.tokens["reception"])
        expect(page.locator("#said")).to_contain_text("No official of this hall receives visitors by appointment")
