"""Take the picture of the counter in a browser: paired with a code and signed in, as an agent does on the first day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient

_COUNTER = "1"


def take(hall: str, tokens: DemoTokens, language: str, folder: Path) -> Iterator[Path]:
    """Pair a browser with the first counter, let its agent sign in, and take the page."""
    admin = HallClient(hall, tokens.admin)
    asked = {"kind": "counter", "name": "Browser at 1", "counter": int(_COUNTER)}
    code = admin.post("/devices/codes", asked)["code"]
    agent, pin = next(iter(tokens.pins.items()))
    picture = folder / f"counter_web_{language}.png"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 700})
        page.goto(f"{hall}/counter?lang={language}")
        page.locator("#code").fill(code)
        page.keyboard.press("Enter")
        page.locator("#agent").select_option(agent)
        page.locator("#pin").fill(pin)
        page.keyboard.press("Enter")
        page.locator("#work").wait_for()
        page.wait_for_timeout(1500)
        page.screenshot(path=picture)
        browser.close()
    yield picture


def _chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")
