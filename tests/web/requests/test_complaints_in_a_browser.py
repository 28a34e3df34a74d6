"""Complaints and suggestions in a real browser: registered, answered, closed, written on a phone, followed."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head

SAID = {"nature": "complaint", "text": "The wait was too long", "service": "A"}


def test_one_is_taken_in_handed_on_answered_closed_and_taken_back(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/complaints")
    page.get_by_role("button", name="Closed (last 50)").click()
    expect(page.locator("#many")).to_have_text("Nothing is closed yet.")
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_role("button", name="New complaint or suggestion").click()
    page.get_by_label("Text of the complaint or suggestion").fill("The wait was too long")
    page.locator("#services").select_option("A")
    page.get_by_role("button", name="Register").click()
    expect(page.locator("#done")).to_contain_text("-C")
    row = page.locator("#rows tr")
    expect(row).to_contain_text("Complaint · Lands · by the hall head")
    page.locator("#rows .menu summary").click()
    page.get_by_role("button", name="Forward").click()
    page.get_by_label("Who will reply").fill("planning")
    page.get_by_role("button", name="Save").click()
    expect(row).to_contain_text("forwarded to planning")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(row).to_contain_text("received")
    page.get_by_role("button", name="Answer", exact=True).click()
    page.get_by_role("textbox", name="Answer", exact=True).fill("One more counter")
    page.route("**/answer", lambda route: route.abort())
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#move-dialog .error")).to_be_visible()
    page.unroute("**/answer")
    expect(page.get_by_role("textbox", name="Answer", exact=True)).to_have_value("One more counter")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.locator("#many")).to_contain_text("Nothing in this list.")
    page.get_by_role("button", name="Closed (last 50)").click()
    row.locator(".opener").click()
    expect(page.locator("#sheet")).to_contain_text("One more counter")
    expect(page.locator("#figures")).to_contain_text("complaints 1, suggestions 0, answered 1")


def test_what_is_sent_while_the_hall_is_away_is_refused_and_not_sent_later(page: Page, hall: RunningHall) -> None:
    page.clock.install()
    page.request.post(f"{hall.base}/api/v1/session", data={"token": hall.tokens["head"]})
    page.route("**/api/v1/hall", lambda route: route.abort())
    page.goto(f"{hall.base}/head/complaints?lang=en")
    page.get_by_role("button", name="New complaint or suggestion").click()
    text = page.get_by_label("Text of the complaint or suggestion")
    text.fill("The wait was too long")
    page.get_by_role("button", name="Register").click()
    page.clock.run_for(9_000)
    expect(page.locator("#take-form .error")).to_contain_text("not responding")
    expect(text).to_have_value("The wait was too long")
    page.unroute("**/api/v1/hall")
    page.clock.run_for(6_000)
    expect(page.locator("#hall-name")).to_have_text("Test Hall")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    assert good(hall.get("/complaints", "head"))["open"] == []


def test_what_a_visitor_writes_is_shown_as_text_and_runs_nothing(page: Page, hall: RunningHall) -> None:
    program = "<img src=x onerror=alert(1)><script>alert(1)</script>"
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    code = {"Visit-Code": hall.issue()["status_url"].partition("#")[2]}
    said = {"nature": "complaint", "text": f"complaint {program}"}
    good(hall.post("/place/complaint", None, said, headers=code), 201)
    agent = hall.sign_in()
    for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
        good(hall.post(f"/counters/1/{move}", agent, body))
    good(hall.post("/place/survey", None, {"face": 1, "words": f"words {program}"}, headers=code))
    open_head(page, hall, "en", "/head/complaints")
    expect(page.locator("#rows")).to_contain_text(f"complaint {program}")
    page.locator("#lists [data-list=written]").click()
    expect(page.locator("#written-rows")).to_contain_text(f"words {program}")
    assert page.locator("main img[onerror], main script").count() == 0
    assert opened == []


@pytest.mark.full
def test_reception_takes_in_and_follows_and_reads_no_list(page: Page, hall: RunningHall) -> None:
    number = good(hall.post("/complaints", "head", SAID), 201)["number"]
    page.clock.set_fixed_time("2020-01-01T00:20:00Z")
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['reception']}")
    page.wait_for_url("**/reception**")
    page.goto(f"{hall.base}/head/complaints?lang=en")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    assert SAID["text"] not in page.content()
    at = datetime.fromisoformat(good(hall.get("/sessions", "reception"))["at"]).astimezone(ZoneInfo("Asia/Muscat"))
    assert page.locator("#clock").inner_text() in {f"{at + timedelta(minutes=late):%H:%M}" for late in (-1, 0, 1)}
    page.locator("#find-form input").fill(f" {number.lower()} ")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found")).to_contain_text(f"Complaint \u2066{number}\u2069: received")
    page.locator("#find-form input").fill("X-C26-000017")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#find-form .field-error")).to_contain_text("No complaint or suggestion")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_visitor_writes_one_on_a_small_phone_and_sees_where_it_stands(
    page: Page, hall: RunningHall, language: str
) -> None:
    address = str(hall.issue()["status_url"])
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address.replace("/t#", f"/t?lang={language}#"))
    page.locator("#complaint summary").click()
    assert violations(page) == []
    page.locator(".chip", has=page.locator("[value=suggestion]")).click()
    page.locator("#complaint-text").fill("كراسٍ أكثر")
    page.locator("#complaint-send").click()
    expect(page.locator("#complaint-told")).to_contain_text("-S")
    number = good(hall.get("/complaints", "head"))["open"][0]["number"]
    good(hall.post(f"/complaints/{number}/close", "head"))
    page.reload()
    expect(page.locator("#complaint-told")).to_contain_text("Closed" if language == "en" else "تم الإغلاق")
    assert violations(page) == []


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_the_page(page: Page, hall: RunningHall, language: str, width: int) -> None:
    good(hall.post("/complaints", "reception", SAID), 201)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/complaints")
    expect(page.locator("#rows tr")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
