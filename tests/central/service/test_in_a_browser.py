"""The centre's pages in a browser, in both languages: axe finds nothing, nothing runs off the screen, keys suffice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.batches import outbox_of, take
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.lived_centre import fill

PATHS = ("/", "/compare", "/figures?period=week", "/halls/mct?period=decade", "/axes", "/halls", "/state",
         "/settings", "/quarantine", "/public", "/sign-in")  # fmt: skip


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCentre]:
    folder: Path = tmp_path_factory.mktemp("centre")
    with running_centre(folder) as running:
        running.enrol()
        fill(running.engine, datetime.now(UTC))
        outbox = outbox_of()
        outbox.write(b'{"kind":"dance"}')
        take(running.engine, outbox, 1, 1, now=datetime.now(UTC))
        yield running


@pytest.mark.parametrize("path", PATHS)
def test_every_page_suits_everybody_in_both_languages_wide_and_narrow(
    page: Page,
    centre: RunningCentre,
    path: str,
) -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        for width in (1360, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{centre.url}{path}{'&' if '?' in path else '?'}lang={language}")
            if "figures" in path or "mct" in path:
                expect(page.locator("#link")).to_have_attribute("data-state", "live")
            assert page.locator("html").get_attribute("dir") == direction
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, language, width)


def test_keys_lead_from_the_map_to_a_halls_figures_and_to_ten_years(
    page: Page,
    centre: RunningCentre,
) -> None:
    page.goto(f"{centre.url}/?lang=en")
    page.locator(".marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#hall-name")).to_have_text("Muscat hall")
    expect(page.locator(".totals .figure")).to_have_count(9)
    page.locator("[name=period][value=day]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#steps-title")).to_have_text("By year")
    expect(page.locator("#steps tr")).to_have_count(1)
    assert "period=decade" in page.url


def test_a_record_is_set_aside_from_the_page(page: Page, centre: RunningCentre) -> None:
    page.goto(f"{centre.url}/quarantine?lang=en")
    page.get_by_role("button", name="Set aside").click()
    expect(page.get_by_role("status")).to_have_text("The record was set aside.")
