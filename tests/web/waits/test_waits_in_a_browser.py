"""How right the announced waits were, in a real browser over a day that was lived."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import Page, expect

from hall.composition.housekeeping import score
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.helpers.lived_day import live_a_day
from tests.web.conftest import open_head


def whole(number: float) -> int:
    """Round as the page does: 2.5 is 3, where Python's own rounding says 2."""
    return math.floor(number + 0.5)


def test_the_page_tells_the_figures_of_the_hall_in_a_sentence_by_service_and_by_day(
    page: Page, hall: RunningHall
) -> None:
    live_a_day(hall)
    open_head(page, hall, "en", "/head/waits")
    total = good(hall.get("/waits", "head"))["total"]
    expect(page.locator("#verdict")).to_have_text(
        f"{whole(total['held'])} of 100 announced waits were correct; {total['called']} tickets were called."
    )
    expect(page.locator("#services tr")).to_have_count(2)
    expect(page.locator("#services tr").first).to_contain_text("Lands")
    row = page.locator("#by-day tr")
    expect(row).to_have_count(1)
    assert [cell.strip() for cell in row.locator("td").all_inner_texts()] == [
        str(total["told"]), f"{whole(total['held'])}%", f"{whole(total['later'])}%",
        f"{max(1, whole(total['error_s'] / 60))} min", f"{max(1, whole(total['width_s'] / 60))} min",
        str(total["untold"]),
    ]  # fmt: skip


@pytest.mark.full
def test_other_days_are_chosen_and_days_that_cannot_be_are_refused_in_words(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/waits")
    expect(page.locator("#verdict")).to_contain_text("No ticket")
    page.locator("input[name=from]").fill("2026-01-05")
    page.locator("input[name=to]").fill("2026-01-09")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#verdict-more")).to_contain_text(re.compile("5 January 2026 to .* 9 January 2026"))
    page.locator("input[name=to]").fill("2026-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#days")).to_contain_text("Choose 1 to 92 days, from the first to the last.")
    expect(page.locator("#by-day")).to_contain_text("No data on these days")


@pytest.mark.full
def test_days_that_somebody_types_stay_when_the_page_reads_again(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/waits")
    expect(page.locator("#verdict")).to_contain_text("No ticket")
    page.locator("input[name=from]").fill("2026-01-05")
    page.locator("input[name=to]").focus()
    page.evaluate("document.getElementById('verdict').textContent = 'before'")
    hall.issue()
    expect(page.locator("#verdict")).to_contain_text("No ticket")  # painted again
    expect(page.locator("input[name=from]")).to_have_value("2026-01-05")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    live_a_day(hall, many=12)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/waits")
    expect(page.locator("#services tr")).to_have_count(2)
    page.locator("details summary").click()
    page.evaluate("scrollTo(0, 0)")  # else the header may cover half of a button
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.full
def test_the_page_says_how_right_the_advice_was(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/waits")
    expect(page.locator("#advice-verdict")).to_have_text("No advice was shown on these days.")
    hall.sign_in()
    for _ in range(9):
        hall.issue()
    hall.clock.move_on(minutes=1)
    assert good(hall.get("/outlook", "head"))["advice"]
    hall.clock.move_on(hours=2)
    score(hall.hall.store)
    open_head(page, hall, "en", "/head/waits")
    expect(page.locator("#advice-verdict")).to_contain_text("Advice shown: 1. Followed: 0.")
    expect(page.locator("#advice tr")).to_contain_text("not followed")
    assert violations(page) == []
