"""Reception in a real browser: issue, find, reprint, correct and take back, in both languages and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from hall.queue.queries import reception
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread

NUMBER = "+96891234567"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    """A hall that keeps telephone numbers and whose kiosk prints."""
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[kiosk]\nphone = true\n") as running:
        body = {"state": "ok", "printer": "ok", "paper": "ok"}
        good(running.post(f"/devices/{running.devices['kiosk']}/state", "kiosk", body), 204)
        yield running


def open_reception(page: Page, hall: RunningHall, language: str = "en") -> None:
    page.goto(f"{hall.base}/enter?lang={language}#{hall.tokens['reception']}")
    page.wait_for_url("**/reception**")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


def act_on(page: Page, ticket: str) -> None:
    page.get_by_role("button", name=f"Actions for {ticket}", exact=True).click()


def visit_of(hall: RunningHall, ticket: str) -> dict[str, object]:
    return dict(good(hall.get(f"/visits?ticket={ticket}", "head")))


def test_a_start_link_may_lead_to_the_reception_and_to_no_other_site(page: Page, hall: RunningHall) -> None:
    for asked, shown in (("/reception", "/reception"), ("//example.com", "/head"), ("/reception/../x", "/head")):
        page.goto(f"{hall.base}/enter?lang=en&to={asked}#{hall.tokens['head']}")
        expect(page).to_have_url(f"{hall.base}{shown}?lang=en")


def test_a_ticket_is_given_by_keyboard_and_taken_back(page: Page, hall: RunningHall) -> None:
    open_reception(page, hall)
    expect(page.locator("#many")).to_contain_text("No visitors are in the hall now")
    page.keyboard.press("F2")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Visitor kind")).to_be_visible()
    page.get_by_label("Visitor kind").select_option("citizen")
    page.get_by_label("Priority").check()
    page.get_by_role("button", name="Issue", exact=True).press("Enter")
    expect(page.locator("#done")).to_contain_text("Ticket B001 is issued and printed at Kiosk.")
    assert (visit_of(hall, "B001")["lane"], visit_of(hall, "B001")["service"]) == ("priority", "B")
    expect(page.locator("#rows tr")).to_contain_text("Priority")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#done")).to_contain_text("Ticket B001 is cancelled.")
    expect(page.locator("#rows tr")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows tr")).to_have_count(1)


@pytest.mark.full
def test_without_paper_the_code_stands_on_the_screen(page: Page, hall: RunningHall) -> None:
    open_reception(page, hall)
    page.locator("#printer").select_option("screen")
    page.get_by_role("button", name="Issue", exact=True).click()
    expect(page.locator("#code-dialog")).to_be_visible()
    expect(page.locator("#code-title")).to_have_text("A001")
    expect(page.get_by_role("img", name="The ticket's code")).to_be_visible()
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator("#printer")).to_have_value("screen")


def test_times_that_narrow_the_list_are_seen_and_escape_closes_their_menu_alone(page: Page, hall: RunningHall) -> None:
    hall.issue()
    open_reception(page, hall)
    menu = page.locator("#find-form .menu")
    menu.locator("summary").click()
    page.locator("#find-form [name=since]").fill("00:00")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#here-title")).to_have_text("Search results")
    expect(menu).not_to_have_attribute("open", "")
    expect(page.locator("#find-times")).to_have_text("00:00–…")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(page.locator("#here-title")).to_have_text("Search results")
    page.keyboard.press("Escape")
    expect(page.locator("#find-times")).to_be_hidden()


@pytest.mark.full
def test_a_lost_ticket_is_found_by_telephone_and_replaced(page: Page, hall: RunningHall) -> None:
    old = hall.issue(phone=NUMBER)["status_url"].partition("#")[2]
    hall.issue()
    open_reception(page, hall)
    expect(page.locator("#rows tr")).to_have_count(2)
    page.keyboard.press("F4")
    page.locator("#find-form").get_by_label("Telephone").fill("٩١٢٣٤٥٦٧")
    page.keyboard.press("Enter")
    expect(page.locator("#here-title")).to_have_text("Search results")
    expect(page.locator("#rows .ticket")).to_have_text(["A001"])
    act_on(page, "A001")
    page.get_by_role("button", name="Print new ticket").press("Enter")
    expect(page.locator("#done")).to_contain_text("A replacement for ticket A001 is printed at Kiosk")
    expect(page.locator("#rows tr")).to_contain_text("Replacements: 1")
    assert hall.get("/place", headers={"Visit-Code": old}).status_code == 404
    page.keyboard.press("Escape")
    expect(page.locator("#rows tr")).to_have_count(2)
    page.locator("#find-form").get_by_label("Telephone").fill("99999999")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#many")).to_contain_text("No ticket of today matches")


@pytest.mark.full
def test_who_was_found_and_taken_out_of_a_group_goes_back_to_all_of_it(page: Page, hall: RunningHall) -> None:
    for _ in range(2):
        hall.issue()
    family = [hall.issue()["visit"], hall.issue(phone=NUMBER)["visit"]]
    good(hall.post("/visits/group", "reception", {"visits": family}))
    open_reception(page, hall)
    page.locator("#find-form").get_by_label("Telephone").fill(NUMBER)
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#rows .ticket")).to_have_text(["A004"])
    act_on(page, "A004")
    page.get_by_role("button", name="Remove from group").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(2)


@pytest.mark.full
def test_who_is_found_beyond_the_end_of_the_list_goes_back_to_the_group_as_well(
    page: Page, hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reception, "MOST", 2)
    family = [hall.issue(phone=NUMBER)["visit"], hall.issue()["visit"]]
    good(hall.post("/visits/group", "reception", {"visits": family}))
    hall.issue()
    open_reception(page, hall)
    expect(page.locator("#rows .ticket")).to_have_text(["A003", "A002"])
    page.locator("#find-form").get_by_label("Telephone").fill(NUMBER)
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#rows .ticket")).to_have_text(["A001"])
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(1)
    act_on(page, "A001")
    page.get_by_role("button", name="Remove from group").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(1)


@pytest.mark.full
def test_a_search_closes_the_menu_with_the_times_that_would_cover_what_is_found(page: Page, hall: RunningHall) -> None:
    hall.issue()
    open_reception(page, hall)
    page.locator("#find-form summary").click()
    page.locator("#find-form").get_by_label("Issued from").fill("00:00")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#here-title")).to_have_text("Search results")
    expect(page.locator("#find-form .menu")).not_to_have_attribute("open", "")


@pytest.mark.full
def test_without_paper_the_button_offers_a_new_code_and_no_print(page: Page, hall: RunningHall) -> None:
    hall.issue()
    open_reception(page, hall)
    page.locator("#printer").select_option("screen")
    act_on(page, "A001")
    page.get_by_role("button", name="Show new code", exact=True).click()
    expect(page.locator("#done")).to_contain_text("A001")


@pytest.mark.full
def test_two_receptions_print_the_same_ticket_and_one_is_told(page: Page, hall: RunningHall) -> None:
    visit = hall.issue()["visit"]
    open_reception(page, hall)
    act_on(page, "A001")
    good(hall.post(f"/visits/{visit}/ticket", "head", {"reprints": 0}))
    page.get_by_role("button", name="Print new ticket").click()
    expect(page.locator("#do-reprint .error")).to_contain_text("Somebody else has just printed this ticket")
    expect(page.locator("#visit-dialog")).to_be_visible()
    expect(page.locator("#error")).to_be_hidden()


@pytest.mark.full
def test_a_service_and_a_lane_are_put_right_and_back(page: Page, hall: RunningHall) -> None:
    hall.issue(visitor_kind="citizen")
    open_reception(page, hall)
    act_on(page, "A001")
    page.get_by_role("button", name="Change service").click()
    expect(page.locator("#done")).to_contain_text("Ticket A001 now waits for Housing.")
    expect(page.locator("#rows tr")).to_contain_text("Housing")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows tr")).to_contain_text("Lands")
    act_on(page, "A001")
    page.get_by_role("button", name="Give priority").click()
    expect(page.locator("#rows tr")).to_contain_text("Priority")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows tr")).not_to_contain_text("Priority")


@pytest.mark.full
def test_a_family_is_linked_parted_and_whoever_missed_the_call_waits_again(page: Page, hall: RunningHall) -> None:
    for _ in range(3):
        hall.issue()
    open_reception(page, hall)
    page.get_by_label("Select A002 for a group").check()
    page.get_by_label("Select A003 for a group").check()
    page.get_by_role("button", name="Link the 2 selected").click()
    expect(page.locator("#done")).to_contain_text("2 tickets are linked")
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(2)
    act_on(page, "A002")
    page.get_by_role("button", name="Remove from group").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(2)
    act_on(page, "A003")
    page.get_by_role("button", name="Remove from group").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(1)
    act_on(page, "A002")
    page.get_by_role("button", name="Remove from group").click()
    expect(page.locator("#rows").get_by_text("Group 1")).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    agent = hall.sign_in()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/no-show", agent))
    expect(page.locator("#rows tr").last).to_contain_text("No-show")
    act_on(page, "A001")
    page.get_by_role("button", name="Return to queue").press("Enter")
    expect(page.locator("#done")).to_contain_text("Ticket A001 is waiting again.")
    assert visit_of(hall, "A001")["state"] == "waiting"


@pytest.mark.full
def test_a_number_that_nobody_has_is_told_in_one_sentence(page: Page, hall: RunningHall) -> None:
    open_reception(page, hall)
    page.keyboard.press("F8")
    page.keyboard.type("12345678")
    page.keyboard.press("Enter")
    expect(page.locator("#error")).to_contain_text("No appointment or return code has this number")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
@pytest.mark.parametrize(
    "width", [pytest.param(1280, marks=pytest.mark.full), pytest.param(820, marks=pytest.mark.full), 360]
)
def test_everybody_can_use_it_at_a_desk_on_a_tablet_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    hall.issue(priority=True)
    page.set_viewport_size({"width": width, "height": 900})
    open_reception(page, hall, language)
    expect(page.locator("#rows tr")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("#rows button").click()
    assert violations(page) == []


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_issue_find_and_seven_visitors_are_in_one_look_on_a_small_laptop(
    page: Page, hall: RunningHall, language: str
) -> None:
    for _ in range(9):
        hall.issue()
    page.set_viewport_size({"width": 1366, "height": 625})
    open_reception(page, hall, language)
    expect(page.locator("#rows tr")).to_have_count(9)
    for part in ("#issue-form button", "#check-in-form button", "#find-form button", "#rows tr:nth-child(7)"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 625, part
    page.locator("#printer").select_option("screen")
    fits = """select => {
        const style = getComputedStyle(select), pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const edges = parseFloat(style.paddingInlineStart) + parseFloat(style.paddingInlineEnd);
        return pen.measureText(select.selectedOptions[0].textContent).width <= select.clientWidth - edges;
    }"""
    assert page.locator("#printer").evaluate(fits)


@pytest.mark.full
def test_a_search_before_the_page_has_read_the_hall_waits_for_it(page: Page, hall: RunningHall) -> None:
    held: list[Route] = []
    page.route("**/api/v1/reception", lambda route: route.continue_() if held else held.append(route))
    ticket = str(hall.issue()["ticket"])
    with page.expect_request("**/api/v1/reception"):
        page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['reception']}")
    page.locator("#find-ticket").fill(ticket)
    page.locator("#find-form button").first.click()
    held[0].continue_()
    expect(page.locator("#here-title")).to_have_text("Search results")
    expect(page.locator("#rows .ticket")).to_have_text(ticket)


def test_the_menu_of_times_opens_clear_of_the_bar_at_the_end_of_a_phones_screen(page: Page, hall: RunningHall) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for _ in range(12):
        hall.issue()
    page.goto(f"{hall.base}/enter?lang=ar&to=/reception#{hall.tokens['head']}")
    expect(page.locator("#rows tr")).to_have_count(12)
    menu = page.locator("#find-form .menu")
    menu.locator("summary").evaluate("button => scrollBy(0, button.getBoundingClientRect().bottom - 760)")
    menu.locator("summary").press("Enter")
    below = "menu => menu.getBoundingClientRect().bottom - document.querySelector('.rail').getBoundingClientRect().top"
    page.wait_for_function(f"() => ({below})(document.querySelector('#find-form .menu > div')) <= 0", timeout=15_000)
