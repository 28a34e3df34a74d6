"""What the hall head does for the day, in a real browser: done with one button, taken back with one button."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread
from tests.web.conftest import open_head


def open_act(page: Page, hall: RunningHall, language: str = "en") -> None:
    open_head(page, hall, language, "/head/act")
    expect(page.locator("#act-services > li")).to_have_count(2)


def is_open(hall: RunningHall) -> bool:
    return bool(good(hall.get("/hall", "kiosk"))["services"][0]["open"])


def test_a_service_is_closed_and_opened_again_by_keyboard(page: Page, hall: RunningHall) -> None:
    open_act(page, hall)
    lands = page.locator("#act-services > li").first
    lands.get_by_role("switch", name="Lands: Open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert is_open(hall), "the close asks first"
    lands.get_by_role("switch").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close the service").focus()
    page.keyboard.press("Enter")
    expect(lands).to_have_attribute("data-open", "no")
    assert not is_open(hall)
    expect(page.locator("#done")).to_contain_text("Kiosks issue no tickets")
    expect(page.locator("#in-force")).to_contain_text(re.compile(r"head\W*, since \d\d:\d\d"))
    expect(lands.get_by_role("switch", name="Lands: Closed")).to_be_focused()
    page.locator("#done button").focus()
    page.keyboard.press("Enter")
    expect(lands).to_have_attribute("data-open", "yes")
    expect(page.locator("#in-force-panel")).to_be_hidden()
    assert is_open(hall)


@pytest.mark.full
def test_a_service_that_was_opened_again_is_no_change_of_today(page: Page, hall: RunningHall) -> None:
    open_act(page, hall)
    lands = page.locator("#act-services > li").first
    lands.get_by_role("switch").click()
    page.get_by_role("button", name="Close the service").click()
    expect(page.locator("#in-force > li")).to_have_count(1)
    lands.get_by_role("switch", name="Lands: Closed").click()
    expect(lands).to_have_attribute("data-open", "yes")
    expect(page.locator("#in-force-panel")).to_be_hidden()
    page.locator("#done button").click()
    expect(page.locator("#in-force")).to_contain_text("Kiosks issue no tickets")


@pytest.mark.full
def test_an_agent_is_moved_and_moved_back(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    open_act(page, hall)
    row = page.locator("#act-agents > tr").first
    expect(row).to_contain_text("Salim")
    expect(row).to_contain_text("Counter 1")
    save = page.locator("#agents-form").get_by_role("button", name="Save")
    save.click()
    expect(page.locator("#agents-count")).to_have_text("There is nothing to save.")
    row.get_by_label("Lands").uncheck()
    row.get_by_label("Housing").uncheck()
    save.click()
    expect(page.locator("#agents-count")).to_contain_text("select at least one service")
    row.get_by_label("Housing").check()
    expect(page.locator("#agents-count")).to_have_text("Rows changed and not saved: 1")
    save.click()
    expect(page.locator("#done")).to_contain_text("now serves")
    assert good(hall.get("/counters/1", agent))["services"] == ["B"]
    page.locator("#in-force button").click()
    expect(page.locator("#done")).to_have_text("Undone.")
    assert good(hall.get("/counters/1", agent))["services"] == ["A", "B"]


def test_an_agent_who_is_ill_is_signed_out_and_his_visitor_waits_again(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    ticket = hall.issue()["ticket"]
    good(hall.post("/counters/1/call-next", agent))
    open_act(page, hall)
    row = page.locator("#act-agents > tr").first
    row.get_by_role("button", name="Sign out").click()
    asked = page.locator("#out-dialog")
    expect(asked).to_contain_text(
        re.compile(rf"Sign \W*Salim\W* out of counter 1\?\s+A visitor .* counter: \W*{ticket}")
    )
    expect(page.locator("#out-finish")).to_be_hidden()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert good(hall.get("/counters/1", "head"))["session"] is not None
    row.get_by_role("button", name="Sign out").press("Enter")
    asked.get_by_role("button", name="Sign out").press("Enter")
    expect(page.locator("#done")).to_have_text(re.compile(r"Salim\W* is signed out of counter 1\."))
    expect(page.locator("#act-agents")).not_to_contain_text("Counter 1")
    assert good(hall.get("/counters/1", "head"))["session"] is None
    assert good(hall.get(f"/visits?ticket={ticket}", "head"))["state"] == "waiting"


def test_a_service_that_not_all_counters_have_names_those_where_an_agent_can_cover_it(
    page: Page, hall: RunningHall
) -> None:
    open_act(page, hall)
    titles = page.locator("#agents-head th")
    expect(titles.filter(has_text="Housing")).to_contain_text("Counters: 1")
    expect(titles.filter(has_text="Lands")).not_to_contain_text("Counters")
    page.locator("#counters-title").click()
    expect(page.locator("#counters-head")).not_to_contain_text("Counters:")


@pytest.mark.full
def test_the_visit_of_an_agent_who_is_ill_can_be_finished_by_the_head(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    ticket = hall.issue()["ticket"]
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    open_act(page, hall)
    page.locator("#act-agents > tr").first.get_by_role("button", name="Sign out").click()
    page.get_by_label("Finish the visit").check()
    page.locator("#out-dialog").get_by_role("button", name="Sign out").click()
    expect(page.locator("#done")).to_have_text(re.compile(r"Salim\W* is signed out of counter 1\."))
    assert good(hall.get(f"/visits?ticket={ticket}", "head"))["state"] == "finished"


@pytest.mark.full
def test_a_visitor_who_was_called_meanwhile_is_asked_about_too(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    open_act(page, hall)
    page.route("**/api/v1/queues", lambda route: route.abort())
    good(hall.post("/counters/1/call-next", agent))
    page.locator("#act-agents > tr").first.get_by_role("button", name="Sign out").click()
    expect(page.locator("#out-dialog")).to_contain_text("A visit is still called or being served here.")
    page.locator("#out-dialog").get_by_role("button", name="Sign out").click()
    expect(page.locator("#done")).to_have_text(re.compile(r"Salim\W* is signed out of counter 1\."))


def test_several_agents_are_moved_with_one_save_and_back_with_one_undo(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    before = good(hall.get("/counters/1", agent))["services"]
    open_act(page, hall)
    page.get_by_label(re.compile("Salim.*Lands")).uncheck()
    page.get_by_label(re.compile("Maryam.*Lands")).uncheck()
    page.locator("#agents-form").get_by_role("button", name="Save").click()
    expect(page.locator("#done")).to_contain_text("Changes saved: 2")
    expect(page.locator("#in-force > li")).to_have_count(2)
    page.locator("#done button").click()
    expect(page.locator("#done")).to_have_text("Undone.")
    assert good(hall.get("/counters/1", agent))["services"] == before


@pytest.mark.full
def test_what_has_the_focus_is_never_under_the_bar_with_save(page: Page, hall: RunningHall) -> None:
    hall.sign_in()
    page.set_viewport_size({"width": 1366, "height": 420})
    open_act(page, hall)
    bar = page.locator("#agents-form .sticky-foot")
    box = page.locator("#agents-form tbody input").first
    expect(box).to_be_visible()
    page.get_by_role("switch").last.focus()
    while not box.evaluate("box => box === document.activeElement"):
        page.keyboard.press("Tab")
    bottom = box.evaluate("box => box.getBoundingClientRect().bottom")
    assert bottom <= bar.evaluate("bar => bar.getBoundingClientRect().top")


@pytest.mark.parametrize(("language", "width", "height"), [("en", 1366, 768), ("ar", 390, 844)])
def test_of_many_agents_the_names_of_the_services_stay_above_the_last_row(
    page: Page, tmp_path: Path, language: str, width: int, height: int
) -> None:
    agents = "".join(f'[[agent]]\ncode = "a{n}"\nnames = {{ar = "موظف {n}", en = "Agent {n}"}}\n\n' for n in range(30))
    page.set_viewport_size({"width": width, "height": height})
    with hall_in_a_thread(tmp_path, setup=SETUP.replace("[hours]", f"{agents}[hours]")) as hall:
        open_act(page, hall, language)
        rows, head = page.locator("#act-agents > tr"), page.locator("#agents-head th").first
        expect(rows).to_have_count(32)
        # As a person scrolls: the page to the table, then the table to its end.
        page.locator("#agents-form .table-box").evaluate(
            "box => { box.scrollIntoView({ block: 'center' }); box.scrollTop = box.scrollHeight; }"
        )
        expect(head).to_be_in_viewport(ratio=1)
        expect(rows.last).to_be_in_viewport()
        on_top = head.evaluate(
            "head => { const { x, y, width, height } = head.getBoundingClientRect();"
            " return head.contains(document.elementFromPoint(x + width / 2, y + height / 2)); }"
        )
        assert on_top, "a row is painted over the head"


def test_a_counter_is_reserved_and_a_refusal_is_said_in_words(page: Page, hall: RunningHall) -> None:
    open_act(page, hall)
    page.locator("#counters-title").click()
    row = page.locator("#act-counters > tr").first
    good(hall.post("/counters/2/reserve", "admin", {"services": ["A"]}), 409)
    row.get_by_label("Housing").uncheck()
    page.locator("#counters-form").get_by_role("button", name="Save").click()
    expect(page.locator("#in-force")).to_contain_text("Counter 1 is reserved for")
    expect(page.locator("#error")).to_be_hidden()


@pytest.mark.full
def test_a_lanes_head_start_is_changed_and_taken_back(page: Page, hall: RunningHall) -> None:
    open_act(page, hall)
    box = page.get_by_label("Priority", exact=True)
    before = box.input_value()
    box.fill("35")
    box.press("Enter")
    expect(page.locator("#done")).to_contain_text("Priority: these tickets now have an advantage of 35 min.")
    assert good(hall.get("/lanes", "head"))["head_starts_min"]["priority"] == 35
    page.locator("#done button").click()
    expect(page.locator("#done")).to_contain_text("Undone")
    expect(page.get_by_label("Priority", exact=True)).to_have_value(before)
    page.evaluate("scrollTo(0, 0)")  # what was said stays in sight and may cover half a button
    assert violations(page) == []


def test_a_notice_reaches_the_boards_and_leaves_them(page: Page, hall: RunningHall) -> None:
    open_act(page, hall, "ar")
    page.locator("#notice-ar").fill("ت" * 41)
    expect(page.locator("#notice-ar-lines")).to_contain_text("40")
    page.locator("#notice-ar").fill("تأخير بسيط، نشكر صبركم")
    expect(page.locator("#notice-ar-lines")).to_be_empty()
    page.locator("#notice-en").fill("شكرًا")
    expect(page.locator("#notice-en-lines")).to_have_text("لا حروف لاتينية في هذا النص.")
    page.locator("#notice-en").fill("A short delay, 5 min")
    expect(page.locator("#notice-en-lines")).to_be_empty()
    page.locator("#notice-form button").click()
    expect(page.locator("#done")).to_contain_text(re.compile("تأخير بسيط.+ · .+A short delay"))
    expect(page.locator("#in-force")).to_contain_text("تأخير بسيط")
    expect(page.locator("#notice-ar")).to_have_value("")
    assert good(hall.get("/board", "board"))["notices"] == [
        {"ar": "تأخير بسيط، نشكر صبركم", "en": "A short delay, 5 min"}
    ]
    page.locator("#done button").click()
    expect(page.locator("#in-force-panel")).to_be_hidden()
    assert good(hall.get("/board", "board"))["notices"] == []


@pytest.mark.full
@pytest.mark.parametrize("typed", ["a001", "A٠٠١"])
def test_a_visit_is_cancelled_by_its_number_and_given_back(page: Page, hall: RunningHall, typed: str) -> None:
    visit = hall.issue()["visit"]
    open_act(page, hall)
    page.locator("#cancel-ticket").fill(typed)
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("Waiting.")
    page.locator("#do-cancel").click()
    expect(page.locator("#done")).to_contain_text("is cancelled")
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "cancelled"
    page.locator("#done button").click()
    expect(page.locator("#done")).to_have_text("Undone.")
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "waiting"


@pytest.mark.full
def test_a_number_that_nobody_has_is_said_in_words(page: Page, hall: RunningHall) -> None:
    open_act(page, hall)
    page.locator("#cancel-ticket").fill("A999")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("No visit today has this number")
    expect(page.locator("#do-cancel")).to_be_hidden()
    expect(page.locator("#error")).to_be_hidden()


@pytest.mark.full
def test_a_number_typed_short_is_found_and_what_was_refused_before_is_gone(page: Page, hall: RunningHall) -> None:
    hall.issue()
    open_act(page, hall)
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#cancel-ticket").fill("A999")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_be_in_viewport()
    expect(page.locator("#found")).to_contain_text("No visit today has this number")
    page.locator("#cancel-ticket").fill("a1")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_contain_text("Waiting.")
    expect(page.locator("main")).not_to_contain_text("No visit today has this number")


@pytest.mark.full
def test_what_another_head_does_is_here_without_a_click(page: Page, hall: RunningHall) -> None:
    open_act(page, hall)
    made = good(hall.post("/services/A/close", "admin"), 201)
    expect(page.locator("#in-force")).to_contain_text(re.compile(r"admin\W*, since \d\d:\d\d"))
    good(hall.post(f"/arrangements/{made['arrangement']}/undo", "admin"))
    expect(page.locator("#in-force-panel")).to_be_hidden()


@pytest.mark.full
def test_an_analyst_is_shown_no_way_there(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['analyst']}")
    page.wait_for_url("**/head**")
    assert page.locator("nav a[href='/head/act']").count() == 0
    page.goto(f"{hall.base}/head/act")
    expect(page.locator("h1")).to_have_text("No access")


@pytest.mark.full
def test_lanes_that_could_not_be_read_at_first_come_with_the_next_reading(page: Page, hall: RunningHall) -> None:
    lost = ["the first"]
    page.route("**/api/v1/lanes", lambda route: route.abort() if lost and lost.pop() else route.continue_())
    open_head(page, hall, path="/head/act")
    expect(page.locator("#act-lanes input").first).to_be_visible()
    assert not lost
