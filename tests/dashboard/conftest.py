"""A real browser over a real hall, and the hall head's page opened in it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread

OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Time that is never reached costs nothing, and a busy machine must fail nobody.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)


@contextlib.contextmanager
def launched_browser() -> Iterator[Browser]:
    """Give Chromium, headless; while it runs no test of its thread can run an event loop of its own."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "these tests need Chromium: install it (Debian, Ubuntu: apt install chromium)"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all pages of the dashboard: every test has a profile of its own in it."""
    with launched_browser() as launched:
        yield launched


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh browser profile; an error in its scripts fails the test."""
    context = browser.new_context(locale="ar-OM")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def open_head(page: Page, hall: RunningHall, language: str = "en", path: str = "/head") -> None:
    """Sign the browser in as hall head and open a page of his, live."""
    page.goto(f"{hall.base}/enter?lang={language}#{hall.tokens['head']}")
    page.wait_for_url("**/head**")
    if path != "/head":
        asks = "&" if "?" in path else "?"
        page.goto(f"{hall.base}{path}{asks}lang={language}")
    expect(page.locator("#hall-name")).to_have_text("Test Hall" if language == "en" else "قاعة الاختبار")
    # The figures come after the name, and the buttons with them.
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
