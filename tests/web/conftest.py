"""A real hall, and a page of its hall head's opened in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tests.helpers.served import served
from tests.helpers.setup_server import Bench
from web.setup_page import setup_app


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where the set-up page saves the file."""
    return tmp_path / "hall.toml"


@pytest.fixture
def address(out: Path) -> Iterator[str]:
    """Serve the set-up page and return its address."""
    with served(setup_app(Bench(out))) as address:
        yield address


def open_head(page: Page, hall: RunningHall, language: str = "en", path: str = "/head") -> None:
    """Give the browser a session as hall head and open a page of his, live."""
    # A live page reloads when its session ends, and the sign-in below ends it: that reload would abort the `goto`.
    page.goto("about:blank")
    # The page that signs in by a link has separate tests: here it would be loaded for nothing.
    begun = page.request.post(f"{hall.base}/api/v1/session", data={"token": hall.tokens["head"]})
    assert begun.status == 204, begun.text()
    asks = "&" if "?" in path else "?"
    page.goto(f"{hall.base}{path}{asks}lang={language}")
    expect(page.locator("#hall-name")).to_have_text("Test Hall" if language == "en" else "قاعة الاختبار")
    # The figures come after the name, and the buttons with them.
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
