"""The page Now in a browser: it says within 20 seconds that the centre does not answer, and of when its figures are."""

from __future__ import annotations

import re
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from central.web.access import COOKIE
from tests.helpers.centre import centre_process, running_centre
from tests.helpers.lived_centre import fill
from tests.helpers.staff import session_of_role

WITHIN_MS = 20_000


def test_now_says_that_the_centre_does_not_answer_and_of_when_its_figures_are(page: Page, tmp_path: Path) -> None:
    page.clock.install()
    with running_centre(tmp_path) as centre:
        fill(centre.engine, datetime.now(UTC), days=1, many=1)
        token = session_of_role(centre.engine, "admin")
        page.context.add_cookies([{"name": COOKIE, "value": token, "url": centre.url}])
        page.goto(f"{centre.url}/?lang=en")
        expect(page.locator("#link")).to_have_text("Live")
        first = page.locator("#as-of").text_content() or ""
        assert re.fullmatch(r"\d\d:\d\d:\d\d", first)
        page.locator(".marker").first.focus()
        focused = page.evaluate("document.activeElement.getAttribute('href')")
        with page.expect_response(f"{centre.url}/?lang=en"):
            page.clock.run_for(10_000)
        expect(page.locator("#link")).to_have_text("Live")
        assert page.evaluate("document.activeElement.getAttribute('href')") == focused, "figures are fresh, focus stays"
    page.clock.run_for(WITHIN_MS)
    expect(page.locator("#link")).to_have_attribute("data-state", "cut_off")
    said = f"The centre has not responded since {page.locator('#as-of').text_content()}"
    expect(page.locator("#link")).to_have_text(said)
    expect(page.locator("#main")).to_have_class("stale")


@pytest.mark.full
def test_a_centre_that_hangs_is_noticed_as_soon_as_one_that_is_gone(page: Page, tmp_path: Path) -> None:
    page.clock.install()
    with centre_process(tmp_path, "--open-pages") as (url, process):
        page.goto(f"{url}/?lang=ar")
        process.send_signal(signal.SIGSTOP)
        page.clock.run_for(WITHIN_MS)
        expect(page.locator("#link")).to_contain_text("لم يستجب النظام المركزي منذ")
        process.send_signal(signal.SIGCONT)
        page.clock.run_for(WITHIN_MS)
        expect(page.locator("#link")).to_have_text("مباشر")
        expect(page.locator("#main")).not_to_have_class("stale")


@pytest.mark.full
def test_a_session_that_has_ended_leads_to_the_sign_in_page(page: Page, tmp_path: Path) -> None:
    page.clock.install()
    with running_centre(tmp_path) as centre:
        token = session_of_role(centre.engine, "admin")
        page.context.add_cookies([{"name": COOKIE, "value": token, "url": centre.url}])
        page.goto(f"{centre.url}/?lang=en")
        page.context.clear_cookies()
        page.clock.run_for(WITHIN_MS)
        page.wait_for_url(f"{centre.url}/sign-in**")
