"""Requests in a real browser: found by number, referred, replied to by the directorate, a letter registered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from hall.platform.security.access import Role
from tests.hall.requests.routes.test_requests import take_in
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def test_a_request_is_referred_and_found_by_its_number(page: Page, hall: RunningHall) -> None:
    number = take_in(hall, external=None)["number"]
    open_head(page, hall, "en", "/head/requests")
    expect(page.locator("#rows tr")).to_have_count(1)
    page.get_by_role("button", name="Refer", exact=True).click()
    asked = page.locator("dialog[open]")
    expect(asked.locator("h2")).to_have_text(f"Refer request \u2066{number}\u2069 to \u2068Directorate of Lands\u2069?")
    expect(asked.get_by_role("button", name="Back")).to_be_focused()
    page.keyboard.press("Enter")  # the first answer is to leave it
    expect(asked).to_have_count(0)
    assert [one["state"] for one in good(hall.get("/requests", "head"))] == ["registered"]
    page.get_by_role("button", name="Refer", exact=True).click()
    assert violations(page) == []
    asked.get_by_role("button", name="Refer", exact=True).click()
    expect(page.locator("#done")).to_contain_text("is referred to \u2068Directorate of Lands\u2069.")
    expect(page.locator("#many")).to_contain_text("No requests in this list.")
    assert violations(page) == []  # with the message at the foot of the window
    page.get_by_role("button", name="With the directorate").click()
    expect(page.locator("#rows tr")).to_contain_text("Directorate of Lands")
    page.get_by_label("Request number").fill(number.lower())
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found")).to_contain_text("referred, with Directorate of Lands")
    page.get_by_label("Request number").fill(number[:-1] + str((int(number[-1]) + 1) % 10))
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#find-form .field-error")).to_contain_text("A digit of the number is wrong")


@pytest.mark.full
def test_words_that_only_repeat_the_topic_are_not_shown_twice(page: Page, hall: RunningHall) -> None:
    for external, subject in (("P-1", "Land grant"), ("P-2", "طلب منح أرض"), ("P-3", "The plot beside the wadi")):
        take_in(hall, external=external, subject=subject, topic="land_grant")
    open_head(page, hall, "en", "/head/requests")
    expect(page.locator("#rows tr")).to_have_count(3)
    # A counter where nothing else is typed registers the topic's name, in the language of its agent.
    expect(page.locator("#rows .about small")).to_have_text(["The plot beside the wadi"])


@pytest.mark.full
def test_an_arabic_subject_in_the_english_list_is_cut_at_its_own_end_and_the_topic_is_whole(
    page: Page, hall: RunningHall
) -> None:
    take_in(hall, subject="طلب تخصيص قطعة أرض سكنية في المرحلة الثامنة من المخطط الجديد", topic="land_grant")
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, "en", "/head/requests")
    subject = page.locator("#rows .about small")
    expect(subject).to_have_css("direction", "rtl")
    assert subject.evaluate("it => it.clientWidth < it.scrollWidth && it.clientWidth > 0")
    assert page.locator("#rows .topic").evaluate("it => it.scrollWidth <= it.clientWidth")


@pytest.mark.full
def test_another_list_opens_on_its_first_page(page: Page, hall: RunningHall) -> None:
    numbers = [take_in(hall, external=f"P-{at}")["number"] for at in range(27)]
    good(hall.post(f"/requests/{numbers[0]}/refer", "head"))
    open_head(page, hall, "en", "/head/requests")
    page.get_by_role("button", name="All", exact=True).click()
    expect(page.locator("#many")).to_have_text("1 to 25 of 27")
    page.locator("#page-after").click()
    expect(page.locator("#rows tr")).to_have_count(2)
    page.get_by_role("button", name="Not yet referred", exact=True).click()
    expect(page.locator("#rows tr")).to_have_count(25)
    expect(page.locator("#page-before")).to_be_disabled()


@pytest.mark.full
def test_what_has_left_the_list_while_its_sheet_is_open_is_refused_in_words(page: Page, hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    open_head(page, hall, "en", "/head/requests")
    page.locator("#rows .opener").click()
    good(hall.post(f"/requests/{number}/withdraw", "head", {"reason": "given back"}))
    expect(page.locator("#rows tr")).to_have_count(0)
    page.locator("#sheet-acts").get_by_role("button", name="Refer", exact=True).click()
    page.locator("dialog[open]").get_by_role("button", name="Refer", exact=True).click()
    expect(page.locator("#error")).to_contain_text("The request has changed.")


@pytest.mark.full
def test_what_is_not_about_the_text_is_said_above_the_button(page: Page, hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    open_head(page, hall, "en", "/head/requests")
    page.locator("#rows .menu summary").click()
    page.locator("#rows [data-act=withdraw]").click()
    page.locator("#move-form textarea").fill("Given back")
    good(hall.post(f"/requests/{number}/withdraw", "head", {"reason": "given back"}))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#move-form p.error")).to_contain_text("The request has changed.")
    expect(page.locator("#move-form textarea")).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.full
def test_a_menu_stays_open_when_its_row_changes(page: Page, hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    open_head(page, hall, "en", "/head/requests")
    page.get_by_role("button", name="All", exact=True).click()
    page.locator("#rows .menu summary").click()
    good(hall.post(f"/requests/{number}/refer", "head"))
    expect(page.locator("#rows .state")).to_contain_text("referred")
    expect(page.locator("#rows .menu")).to_have_attribute("open", "")


def test_a_directorate_replies_by_keyboard_and_sees_nobody_elses(page: Page, hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    take_in(hall, external="P-2", directorate="housing")
    for one in good(hall.get("/requests", "head")):
        good(hall.post(f"/requests/{one['number']}/refer", "head"))
    token = hall.hall.staff_token(Role.DIRECTORATE, "lands/salim")
    page.goto(f"{hall.base}/enter?lang=en#{token}")
    page.wait_for_url("**/head/requests**")
    expect(page.locator("#rows tr")).to_have_count(1)
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    page.get_by_role("button", name="Enter reply").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Come on Sunday")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_contain_text("is saved")
    assert good(hall.get(f"/requests/{number}", "head"))["reply"] == "Come on Sunday"
    # It is corrected from what it was.
    page.get_by_role("button", name="All", exact=True).click()
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Correct reply").click()
    expect(page.locator("#move-form textarea")).to_have_value("Come on Sunday")
    page.locator("#move-form textarea").fill("Come on Monday")
    page.get_by_role("button", name="Save").click()
    page.locator("#rows .opener").click()
    expect(page.locator("#sheet")).to_contain_text("Come on Monday")


@pytest.mark.full
def test_the_directorate_of_a_letter_stays_while_the_hall_arranges_something(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/requests")
    page.get_by_role("button", name="Register e-mail").click()
    page.get_by_label("Subject").fill("A road to the plot")
    page.locator("#letter-directorate").select_option("planning")
    good(hall.post("/services/A/close", "head"), 201)
    take_in(hall)
    expect(page.locator("#rows tr")).to_have_count(1)  # painted with the hall that was read after the arrangement
    page.get_by_role("button", name="Register", exact=True).click()
    expect(page.locator("#done")).to_contain_text("is registered. Refer by")
    directorates = [one["directorate"] for one in good(hall.get("/requests?list=all", "head"))]
    assert sorted(directorates) == ["lands", "planning"]


@pytest.mark.full
def test_an_urgent_letter_is_registered_and_decided_here(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/requests")
    page.get_by_role("button", name="Register e-mail").click()
    page.get_by_label("Subject").fill("A road to the plot")
    page.locator("#letter-directorate").select_option("planning")
    page.get_by_label("Urgent").check()
    page.get_by_role("button", name="Register", exact=True).click()
    expect(page.locator("#done")).to_contain_text("is registered. Refer by")
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Decide in the hall").click()
    page.get_by_label("Decision").fill("Granted")
    page.get_by_label("Decided by").fill("The head")
    today = good(hall.get("/working-days", "head"))["today"]
    expect(page.get_by_label("Decided on", exact=True)).to_have_value("/".join(reversed(today.split("-"))))
    page.get_by_label("Decided on", exact=True).fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#move-form .field-error")).to_have_text("Fill in “\u2068Decided on\u2069”.")
    expect(page.get_by_label("Decided on", exact=True)).to_be_focused()
    page.get_by_label("Decided on", exact=True).fill((date.fromisoformat(today) + timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#move-form .field-error")).to_contain_text("or an earlier date")
    before = (date.fromisoformat(today) - timedelta(days=1)).isoformat()
    page.get_by_label("Decided on", exact=True).fill(before)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#done")).to_contain_text("The decision on request")
    (one,) = good(hall.get("/requests?list=all", "head"))
    assert one["decision"]["day"] == before
    page.locator("[data-list=all]").click()
    page.locator("#rows .opener").click()
    expect(page.locator("#sheet")).to_contain_text(f"{date.fromisoformat(before).day} {date.fromisoformat(before):%b}")
    expect(page.locator("#sheet")).to_contain_text("Granted")
    assert (one["state"], one["decision"]["power"], one["source"]) == ("decided", "head_of_hall", "email")


@pytest.mark.full
def test_a_number_is_left_with_consent_and_the_reply_goes_there(page: Page, hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    good(hall.post(f"/requests/{number}/refer", "head"))
    open_head(page, hall, "en", "/head/requests")
    page.get_by_role("button", name="With the directorate").click()
    page.locator("#rows .menu summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add phone number").press("Enter")
    page.get_by_label("Mobile number").fill("91234567")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#phone-dialog")).to_be_visible()
    page.get_by_label("The visitor agrees").check()
    assert violations(page) == []
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#done")).to_contain_text("is saved, encrypted")
    page.locator("#rows .menu summary").click()
    expect(page.get_by_role("button", name="Change phone number")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Change phone number")).to_be_hidden()
    assert good(hall.get(f"/requests/{number}/phone", "head"))["phone"] == "+96891234567"


@pytest.mark.full
def test_a_visitor_who_left_no_number_is_told_by_a_call(page: Page, hall: RunningHall) -> None:
    number = take_in(hall)["number"]
    good(hall.post(f"/requests/{number}/refer", "head"))
    good(hall.post(f"/requests/{number}/reply", "head", {"text": "Come on Sunday"}))
    open_head(page, hall, "en", "/head/requests")
    page.get_by_role("button", name="Visitor to inform").click()
    expect(page.locator("#rows .state .mark-word")).to_be_visible()
    page.get_by_role("button", name="Inform the visitor by phone").click()
    expect(page.locator("#call-phone")).to_contain_text("No phone number was given")
    expect(page.locator("#call-lines")).to_contain_text("Come on Sunday")
    assert violations(page) == []
    page.get_by_role("button", name="The visitor was informed").click()
    expect(page.locator("#done")).to_contain_text("was informed")
    expect(page.locator("#many")).to_contain_text("No requests in this list.")
    page.get_by_role("button", name="All", exact=True).click()
    page.locator("#rows .opener").click()
    expect(page.locator("#sheet")).to_contain_text("The visitor was informed by phone: \u2068head\u2069")


@pytest.mark.full
def test_an_answer_that_breaks_off_is_a_lost_connection_and_no_error_of_the_page(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/requests")
    page.route("**/api/v1/working-days", lambda route: route.fulfill(content_type="application/json", body="{"))
    page.locator("[data-list=all]").click()
    expect(page.locator("#link")).to_have_attribute("data-state", "cut_off")
    page.unroute_all()
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


def test_the_printed_date_stands_beside_the_new_one(page: Page, hall: RunningHall) -> None:
    due = take_in(hall)["latest"]
    good(hall.post("/holidays", "head", {"first": due, "last": due, "names": {"en": "Storm"}}), 201)
    open_head(page, hall, "en", "/head/requests")
    page.locator("#rows .opener").press("Enter")
    expect(page.locator("#sheet")).to_contain_text("On the receipt:")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#sheet")).to_be_hidden()


def test_the_list_is_read_by_pages_of_25_sorted_by_the_latest_day_with_overdue_ones_in_words(
    page: Page, hall: RunningHall
) -> None:
    for at in range(26):
        take_in(hall, external=f"P-{at}")
    hall.clock.move_on(days=9)
    take_in(hall, external="P-last")
    page.set_viewport_size({"width": 1366, "height": 625})
    open_head(page, hall, "en", "/head/requests")
    expect(page.locator("#rows tr")).to_have_count(25)
    expect(page.locator("#rows .late").first).to_contain_text("overdue since")
    expect(page.locator("#many")).to_have_text("1 to 25 of 27")
    assert page.locator("#rows tr").first.evaluate("row => row.getBoundingClientRect().height") <= 57
    expect(page.locator("#rows tr").nth(6)).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Next page").press("Enter")
    expect(page.locator("#rows tr")).to_have_count(2)
    expect(page.locator("#rows tr").last).to_contain_text("P-LAST")
    expect(page.locator("#rows tr").last.locator(".late")).to_have_count(0)


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    take_in(hall, urgent=True)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/requests")
    expect(page.locator("#rows tr")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_was_typed_stays_in_the_dialog_with_why_it_was_refused(
    page: Page, hall: RunningHall, language: str
) -> None:
    take_in(hall)
    open_head(page, hall, language, "/head/requests")
    page.locator("#rows .menu summary").click()
    page.locator("#rows [data-act=withdraw]").click()
    text, save = page.locator("#move-form textarea"), page.locator("#move-form .actions button").first
    text.fill("سُجّل مرتين")
    page.route("**/withdraw", lambda route: route.abort())
    save.click()
    expect(page.locator("#move-dialog .error")).to_be_visible()
    expect(text).to_have_value("سُجّل مرتين")
    expect(text).to_be_focused()
    assert violations(page) == []
    page.unroute("**/withdraw")
    save.click()
    expect(page.locator("#move-dialog")).to_be_hidden()
    expect(page.locator("#rows tr")).to_have_count(0)
