"""What the head's first page leads to: who has waited longest, and from a counter's card to what can be done there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def test_the_number_that_has_waited_longest_stands_beside_the_wait(page: Page, hall: RunningHall) -> None:
    hall.issue()
    hall.clock.move_on(minutes=4)
    hall.issue()
    open_head(page, hall)
    expect(page.locator("#services [data-service=A] .gauge")).to_contain_text("A001")
    expect(page.locator("#figure-longest")).to_contain_text("Longest wait A001")
    agent = hall.sign_in()
    good(hall.post("/counters/1/call-next", agent))
    expect(page.locator("#services [data-service=A] .gauge")).to_contain_text("A002")


@pytest.mark.parametrize("language", ["en", pytest.param("ar", marks=pytest.mark.full)])
def test_a_counters_card_leads_by_keyboard_to_the_row_of_its_agent(
    page: Page, hall: RunningHall, language: str
) -> None:
    hall.sign_in(2, "maryam", "802946")
    open_head(page, hall, language)
    name = {"en": "Counter 2: today's actions", "ar": "النافذة 2: إجراءات اليوم"}[language]
    page.get_by_role("link", name=name).focus()
    page.keyboard.press("Enter")
    row = page.locator("#act-agents > tr#counter-2")
    expect(row).to_contain_text({"en": "Maryam", "ar": "مريم"}[language])
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    page.go_back()
    card = page.locator("#counters > li").first
    expect(card).to_have_attribute("data-state", "closed")
    card.click(position={"x": 150, "y": 50})  # the whole card is the link
    expect(page.locator("#agents-title")).to_be_focused()


@pytest.mark.full
def test_a_card_leads_nowhere_for_who_may_only_look(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['analyst']}")
    page.wait_for_url("**/head**")
    expect(page.locator("#counters > li")).to_have_count(2)
    expect(page.locator("#counters a")).to_have_count(0)


def test_a_device_that_was_never_connected_is_told_once(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    kiosk = page.locator("#devices > li", has_text="Kiosk").first
    expect(kiosk).to_be_visible()
    assert kiosk.inner_text().lower().count("never connected") == 1
    assert kiosk.inner_text().lower().count("kiosk") == 1


@pytest.mark.full
def test_the_header_shows_no_time_before_the_hall_has_told_its_own(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    page.clock.install()
    with held(page, "**/api/v1/queues"):
        page.reload()
        expect(page.locator("#hall-name")).to_have_text("Test Hall")
        page.clock.run_for(3000)
        expect(page.locator("#clock")).to_be_empty()
    expect(page.locator("#clock")).to_have_text(re.compile(r"^\d\d:\d\d$"), timeout=30_000)


@pytest.mark.full
def test_the_room_of_a_longer_advice_stays_so_that_nothing_below_moves_again(page: Page, hall: RunningHall) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    hall.sign_in()
    hall.sign_in(2, "maryam", "802946")
    good(hall.post("/agents/salim/services", "head", {"services": ["A"]}), 201)
    for _ in range(4):
        hall.issue("B", visitor_kind="citizen")
    hall.clock.move_on(minutes=9)
    open_head(page, hall)
    expect(page.locator("#advice")).to_have_attribute("data-state", "act")
    below = "document.getElementById('services').getBoundingClientRect().top + scrollY"
    before = page.evaluate(below)
    page.route("**/api/v1/outlook", lambda route: route.abort())
    expect(page.locator("#advice")).to_have_attribute("data-state", "unknown", timeout=30_000)
    assert page.evaluate(below) == pytest.approx(before, abs=1)


def test_while_the_day_is_closed_no_counter_is_called_open_though_an_agent_sits_there(
    page: Page, hall: RunningHall
) -> None:
    hall.sign_in()
    open_head(page, hall)
    open_counters = page.locator("#figure-counters_open b")
    row = page.locator("#services [data-service=A] [data-label=Counters]")
    expect(open_counters).to_have_text("1 of 2")
    expect(row).to_have_text("1")
    good(hall.post("/day/close", "head"))
    expect(open_counters).to_have_text("–")
    expect(row).to_have_text("–")
    good(hall.post("/day/open", "head"))
    expect(open_counters).to_have_text("1 of 2")
