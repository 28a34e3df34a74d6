"""A visit's record is found and read in a real browser, by the hall head and by an auditor."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.hall.reporting.routes.test_story import served
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def open_as_auditor(page: Page, hall: RunningHall, language: str) -> None:
    page.goto(f"{hall.base}/enter?lang={language}#{hall.tokens['auditor']}")
    page.wait_for_url("**/head/visit**")
    expect(page.locator("#found a")).to_have_count(1)


def test_an_auditor_finds_a_visit_by_its_number_and_reads_it_once(page: Page, hall: RunningHall) -> None:
    ticket = served(hall)
    open_as_auditor(page, hall, "en")
    page.get_by_label("Ticket number").fill(ticket["ticket"][:3])
    page.keyboard.press("Enter")
    expect(page.locator("#found a[href*='ticket=']")).to_have_count(1)  # the answer, not the list of the whole day
    page.locator("#found a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#story-title")).to_contain_text(f"Visit record of {ticket['ticket']}")
    expect(page.get_by_label("Ticket number")).to_have_value(ticket["ticket"][:3])
    expect(page.locator("#lines li")).to_have_count(5)
    expect(page.locator("#lines li").nth(3)).to_contain_text("finished the service at counter 1: completed.")
    expect(page.locator("#story-title")).to_be_focused()
    again = good(hall.get(f"/visits/{ticket['visit']}/story", "head"))
    assert [line["kind"] for line in again["lines"]].count("story_read") == 1, "the page reads once, not each second"


def test_reception_leads_to_the_record_of_a_visit_that_is_over(page: Page, hall: RunningHall) -> None:
    ticket = served(hall)["ticket"]
    open_head(page, hall, "en", "/reception")
    page.locator("#find-ticket").fill(ticket)
    page.keyboard.press("Enter")
    page.get_by_role("button", name=f"Actions for {ticket}", exact=True).click()
    expect(page.locator("#acts")).to_have_text("Nothing can be done with this visit here.")
    page.get_by_role("link", name="What happened to this visit").click()
    expect(page.locator("#story-title")).to_contain_text(f"Visit record of {ticket}")


def test_a_whole_number_leads_straight_to_its_record(page: Page, hall: RunningHall) -> None:
    ticket = served(hall)
    open_as_auditor(page, hall, "en")
    page.get_by_label("Ticket number").fill(ticket["ticket"].lower())
    page.keyboard.press("Enter")
    expect(page.locator("#story-title")).to_contain_text(f"Visit record of {ticket['ticket']}")


def test_the_clock_and_the_day_are_the_halls_though_the_pc_is_years_late(page: Page, hall: RunningHall) -> None:
    served(hall)
    page.clock.set_fixed_time("2020-01-01T00:20:00Z")
    open_as_auditor(page, hall, "en")
    today = good(hall.get("/visits/of-day", "auditor"))
    expect(page.locator("#search [name=day]")).to_have_value(today["service_day"])
    muscat = datetime.fromisoformat(today["at"]).astimezone(ZoneInfo("Asia/Muscat"))
    near = {f"{muscat + timedelta(minutes=late):%H:%M}" for late in (-1, 0, 1)}
    assert page.locator("#clock").inner_text() in near


@pytest.mark.full
def test_a_move_out_of_order_leads_to_its_story(page: Page, hall: RunningHall) -> None:
    salim = hall.sign_in()
    good(hall.post("/counters/1/walk-up", salim, {"service": "A", "reason": "special_care"}), 201)
    open_head(page, hall, "en", "/head/trust")
    page.locator("#acts a").click()
    expect(page.locator("#lines li")).to_have_count(1)
    expect(page.locator("#lines")).to_contain_text("began service without a ticket at counter 1")


@pytest.mark.full
def test_a_number_that_nobody_had_and_a_visit_that_is_none_are_said(page: Page, hall: RunningHall) -> None:
    served(hall)
    open_head(page, hall, "en", "/head/visit")
    page.get_by_label("Ticket number").fill("Z9")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found-hint")).to_contain_text("No visit with this number")
    open_head(page, hall, "en", "/head/visit?visit=01a21000-8800-7438-96ab-ab4dab87baef")
    expect(page.locator("#error")).to_contain_text("This visit no longer exists.")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    served(hall)
    page.set_viewport_size({"width": width, "height": 900})
    open_as_auditor(page, hall, language)
    page.locator("#found a").click()
    expect(page.locator("#lines li")).to_have_count(5)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
