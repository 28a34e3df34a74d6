"""The page for visitors about their data: what is stored and for how long, in the ministry's own words too."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, hall_in_a_thread

PICTURES = os.environ.get("PRIVACY_PICTURES", "")
OWN = {"ar": "تحمي الوزارة بياناتك.", "en": "The ministry protects your data."}
NOTICE = f"""
[privacy_notice]
ar = "{OWN["ar"]}"
en = "{OWN["en"]}"

[limits]
words_days = 400

[requests]
phone_days = 21
"""


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_visitor_reads_what_is_stored_and_for_how_long_with_the_ministrys_own_words(
    page: Page, tmp_path: Path, language: str
) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP + NOTICE) as hall:
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(str(hall.issue()["status_url"]).replace("/t#", f"/t?lang={language}#"))
        page.locator("#privacy").click()
        expect(page.locator("#own-words")).to_have_text(OWN[language])
        for days in ("21", "400"):
            expect(page.locator("main")).to_contain_text(days)
        assert violations(page) == []
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"privacy-{language}.png")
