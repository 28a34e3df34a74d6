"""Messages of the staff pages stand in a bar at the foot of the window: nothing on the page moves when one comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall
from tests.web.conftest import open_head

SIZES = [{"width": 1366, "height": 768}, {"width": 390, "height": 844}]


def box(what: Locator) -> dict[str, float]:
    """Return where something stands in the window; the page may draw it again in the moment of asking."""
    while (found := what.bounding_box()) is None:
        expect(what).to_be_visible()
    return dict(found)


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("size", SIZES, ids=["laptop", "phone"])
def test_closing_a_service_moves_nothing_and_the_message_covers_no_button(
    page: Page, hall: RunningHall, language: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    open_head(page, hall, language, "/head/act")
    switches = page.locator("#act-services button")
    for at in range(2):
        before = box(switches.nth(at))["y"]
        switches.nth(at).click()
        page.locator("#shut-dialog [value=yes]").click()
        expect(page.locator("#in-force li")).to_have_count(at + 1)
        expect(page.locator("#done")).to_be_in_viewport(ratio=1)
        assert box(switches.nth(at))["y"] == pytest.approx(before, abs=1)
    save = page.locator("#agents-form .sticky-foot button")
    save.focus()
    save.click(trial=True)  # fails where something lies over the button
    page.locator("#hide-message").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_be_hidden()
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.full
@pytest.mark.parametrize("size", SIZES, ids=["laptop", "phone"])
def test_the_end_of_a_page_can_be_scrolled_out_from_under_the_message(
    page: Page, hall: RunningHall, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    open_head(page, hall, "en", "/head/act")
    page.locator("#act-services button").first.click()
    page.locator("#shut-dialog [value=yes]").click()
    expect(page.locator("#done")).to_be_visible()
    # Again and again: what the page reads after the change may still make it longer.
    page.wait_for_function(
        """() => {
            scrollTo(0, document.documentElement.scrollHeight);
            const [last, bar] = ["counters-title", "done"].map((id) => document.getElementById(id));
            return last.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top;
        }"""
    )


@pytest.mark.full
def test_the_figures_of_now_keep_their_place_when_the_forecast_comes_or_fails(page: Page, hall: RunningHall) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    with held(page, "**/outlook") as asked:
        open_head(page, hall, "en")
        expect(page.locator("#services tr").first).to_be_visible()
        before = box(page.locator("#services tr").first)["y"]
        expect(page.locator("#advice")).to_have_attribute("data-state", "awaited")
        asked[0].abort()
        expect(page.locator("#advice")).to_have_attribute("data-state", "unknown")
        expect(page.locator("#advice-text")).to_be_visible()
        assert box(page.locator("#services tr").first)["y"] == pytest.approx(before, abs=1)
