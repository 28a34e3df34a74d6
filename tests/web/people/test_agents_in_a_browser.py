"""Agents in a real browser: add one with a PIN, change the name with a look at what differs, a leaver, undo."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall
from tests.web.conftest import open_head

PICTURES = os.environ.get("PEOPLE_PICTURES", "")


def picture(page: Page, name: str) -> None:
    """Keep a picture where a person asked for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_an_agent_is_added_renamed_and_leaves_and_undo_brings_the_agent_back(
    page: Page, hall: RunningHall, language: str
) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/people")
    page.locator("#add-agent").click()
    form = page.locator("#agent-form")
    form.locator("[name=ar]").fill("ليلى")
    form.locator("[name=en]").fill("Leila")
    form.locator("[name=code]").fill("leila")
    form.locator("[name=services][value=A]").check()
    picture(page, f"agent-form-{language}")
    assert violations(page) == []
    form.locator("#agent-save").click()
    expect(page.locator("#pin")).to_have_text(re.compile(r"^\d{6}$"))
    picture(page, f"agent-pin-{language}")
    assert violations(page) == []
    hall.sign_in(1, "leila", page.locator("#pin").inner_text())
    page.locator("#pin-dialog [data-closes]").click()
    expect(page.locator("#pin")).to_be_empty()
    row = page.locator("#agents tr[data-key=leila]")
    expect(row).to_contain_text("1")
    row.locator("summary").click()
    row.locator("[data-act=change]").click()
    form.locator("[name=en]").fill("Laila")
    form.locator("#agent-save").click()
    expect(page.locator("#difference-list")).to_contain_text("Laila")
    picture(page, f"agent-differs-{language}")
    page.locator("#difference-dialog [data-closes]").click()
    expect(form.locator("[name=en]")).to_have_value("Laila")
    form.locator("#agent-save").click()
    page.locator("#difference-save").click()
    expect(page.locator("#done")).to_be_visible()
    row.locator("summary").click()
    row.locator("[data-act=end]").click()
    page.locator("#sure-do").click()
    expect(row).to_have_count(0)
    picture(page, f"agents-{language}")
    page.locator("#done button").click()
    expect(row.locator(".mark-word")).to_be_visible()
    assert violations(page) == []
