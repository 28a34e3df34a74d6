"""Working days in a real browser: a sudden holiday entered and taken back, the moon's offset set."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.hall.requests.routes.test_requests import take_in
from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def test_a_sudden_holiday_is_one_form_and_is_taken_back(page: Page, hall: RunningHall) -> None:
    due = take_in(hall)["latest"]
    open_head(page, hall, "en", "/head/holidays")
    page.get_by_role("button", name="Add a holiday").click()
    page.get_by_label("First day", exact=True).fill(due)
    page.get_by_label("First day", exact=True).press("Tab")
    expect(page.get_by_label("Last day", exact=True)).to_have_value("/".join(reversed(due.split("-"))))
    page.get_by_label("Name in English").fill("Storm")
    page.get_by_role("button", name="Save holiday").click()
    expect(page.locator("#holiday-form .field-error")).to_have_text("Fill in “\u2068Name in Arabic\u2069”.")
    page.get_by_label("Name in Arabic").fill("حالة جوية")
    page.get_by_role("button", name="Save holiday").click()
    expect(page.locator("#done")).to_contain_text("1 open request has a new date")
    mine = page.locator(f"#rows tr[data-key='{due}']")
    expect(mine).to_contain_text("Storm")
    expect(mine).to_contain_text("Announced")
    mine.get_by_role("button", name="Cancel").click()
    asked = page.locator("dialog[open]")
    expect(asked.locator("h2")).to_contain_text("Cancel the holiday on")
    expect(asked).to_contain_text("Storm")
    asked.get_by_role("button", name="Back").click()
    expect(mine).to_contain_text("Storm")
    mine.get_by_role("button", name="Cancel").click()
    asked.get_by_role("button", name="Cancel holiday").click()
    expect(page.locator("#done")).to_contain_text("is cancelled")
    (one,) = good(hall.get("/requests", "head"))
    assert one["latest"] == due


@pytest.mark.full
def test_the_moon_is_set_and_what_is_expected_says_so(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/holidays")
    expect(page.locator("#rows tr").filter(has_text="Expected").first).to_be_visible()
    page.locator("#moon-days").select_option("-1")
    page.locator("#moon-form button").focus()
    with page.expect_response("**/working-days"):
        hall.issue()  # the page loads its data again while the choice is not yet saved
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.locator("#moon-form button").click()
    expect(page.locator("#done")).to_contain_text("The days are saved")
    assert good(hall.get("/working-days", "head"))["hijri_offset_days"] == -1


@pytest.mark.full
def test_the_moons_days_cannot_be_saved_before_the_halls_own_are_known(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/holidays")
    with held(page, "**/api/v1/working-days"):
        page.reload()
        expect(page.locator("#hall-name")).to_have_text("Test Hall")
        expect(page.locator("#moon-days")).to_have_value("")
        expect(page.locator("#moon-days")).to_be_disabled()
        expect(page.locator("#moon-form button")).to_be_disabled()
    expect(page.locator("#moon-days")).to_have_value("0", timeout=30_000)
    expect(page.locator("#moon-form button")).to_be_enabled()


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/holidays")
    expect(page.locator("#rows tr").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
