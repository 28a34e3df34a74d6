"""Many tabs of the hall's pages in one real browser: they share one live link, so that all of them load and follow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall
from tests.web.conftest import open_head

TABS = ("/head", "/head/act", "/head/figures", "/head/day", "/reception", "/head/requests", "/head/waits")
"""One more than a browser opens connections to one address."""
NO_POLLING = "window.setInterval = () => 0"
"""Without its own questions every few seconds a page follows by the live link alone."""
NO_WORKERS = (
    "delete window.SharedWorker",
    "window.SharedWorker = class { constructor() { throw new Error('blocked') } }",
    "const Real = SharedWorker; window.SharedWorker = class { constructor() { return new Real('/static/none.js') } }",
)


def follows(page: Page) -> None:
    """Wait until the page has read the hall and is live."""
    expect(page.locator("#hall-name")).to_have_text("Test Hall")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


def test_seven_tabs_load_and_share_one_live_link(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    tabs = [page]
    for path in TABS[1:]:
        tab = page.context.new_page()
        tab.goto(f"{hall.base}{path}?lang=en", timeout=20_000)
        follows(tab)
        tabs.append(tab)
    assert hall.hall.hub.links == 1
    hall.issue()
    for tab, path in zip(tabs, TABS, strict=True):
        if path == "/head":
            expect(tab.locator("#figure-waiting b")).to_have_text("1")
        if path == "/head/day":
            expect(tab.locator("#left-list > li")).to_have_count(1)
        if path == "/reception":
            expect(tab.locator("#rows > tr")).to_have_count(1)


@pytest.mark.full
def test_the_other_tabs_still_follow_when_the_first_one_is_closed(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    other = page.context.new_page()
    other.add_init_script(NO_POLLING)
    other.goto(f"{hall.base}/reception?lang=en")
    follows(other)
    page.close()
    hall.issue()
    expect(other.locator("#rows > tr")).to_have_count(1)
    assert hall.hall.hub.links == 1


@pytest.mark.full
@pytest.mark.parametrize("lacks", NO_WORKERS)
def test_a_browser_without_shared_workers_follows_on_its_own_link(page: Page, hall: RunningHall, lacks: str) -> None:
    page.add_init_script(lacks)
    page.add_init_script(NO_POLLING)
    open_head(page, hall)
    hall.issue()
    expect(page.locator("#figure-waiting b")).to_have_text("1")
    assert hall.hall.hub.links == 1
