"""The staffing plan in a real browser: as a heat table, from week to week, and before there is enough to plan from."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.hall.waits.routes.test_plan import live_weeks
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def test_the_heat_table_says_what_the_hall_says(page: Page, hall: RunningHall) -> None:
    live_weeks(hall)
    view = good(hall.get("/plan", "head"))
    open_head(page, hall, "en", "/head/plan")
    expect(page.locator("#heat tr")).to_have_count(len(view["week"]))
    day = next(one for one in view["week"] if one["slots"])
    cells = page.locator(f"#heat tr[data-day='{day['day']}'] b").all_inner_texts()
    assert cells == [str(slot["agents"]) for slot in day["slots"]]
    page.get_by_role("combobox", name="Show").select_option("counters")
    expect(page.locator("#heat-title")).to_have_text("Open counters")
    cells = page.locator(f"#heat tr[data-day='{day['day']}'] b").all_inner_texts()
    assert cells == [str(slot["counters"]) for slot in day["slots"]]
    expect(page.locator("#stands")).to_contain_text("Based on 40 days of this hall")
    expect(page.locator("#needs tr[data-service=A]")).to_contain_text("at")
    expect(page.locator("#serving tr").first).to_contain_text("Measured here (2400)")


@pytest.mark.full
def test_weeks_are_turned_and_the_file_is_of_the_week_shown(page: Page, hall: RunningHall) -> None:
    live_weeks(hall, many=20)
    open_head(page, hall, "en", "/head/plan")
    expect(page.locator("#heat tr").first).to_be_visible()
    shown = page.locator("#week").inner_text()
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#week")).not_to_have_text(shown)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Export to CSV").click()
    week = page.evaluate("new URLSearchParams(location.search).get('week')")
    assert waiting.value.suggested_filename == f"dawr-test-hall-plan-{week}.csv"
    assert week in Path(waiting.value.path()).read_text(encoding="utf-8-sig")


@pytest.mark.full
def test_a_new_hall_is_told_in_words_that_there_is_no_plan_yet(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/plan")
    expect(page.locator("#stands")).to_contain_text("No plan yet. The hall has 0 days")
    expect(page.locator("#heat-panel")).to_be_hidden()
    expect(page.locator("#serving tr").first).to_contain_text("From the set-up file")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    live_weeks(hall, many=70)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/plan")
    expect(page.locator("#heat tr").first).to_be_visible()
    page.locator("details summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
