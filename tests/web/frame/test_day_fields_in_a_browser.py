"""A day is typed as dd/mm/yyyy whatever the browser's own language is; the page's script hears of it as before."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_day_is_shown_and_typed_day_first(page: Page, hall: RunningHall, language: str) -> None:
    page.goto(f"{hall.base}/enter?to=/head/waits&lang={language}#{hall.tokens['head']}")
    kept, typed = page.locator("input[name=from]"), page.locator(".day-field:has(input[name=from]) input[type=text]")
    expect(typed).to_have_value(re.compile(r"^\d{2}/\d{2}/\d{4}$"))
    assert typed.input_value() == "/".join(reversed(kept.input_value().split("-")))
    typed.fill("3/2/2026")
    assert kept.input_value() == "2026-02-03"
    typed.blur()
    expect(typed).to_have_value("03/02/2026")
    typed.fill("31/02/2026")
    assert kept.input_value() == ""
    assert typed.evaluate("field => field.validity.customError")
    assert violations(page) == []


@pytest.mark.full
def test_two_calendar_buttons_of_a_page_have_two_names(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/enter?to=/head/waits&lang=en#{hall.tokens['head']}")
    for name in ("From", "To"):
        expect(page.get_by_role("button", name=f"{name}: Choose the date")).to_have_count(1)
