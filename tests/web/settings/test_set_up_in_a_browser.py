"""The set-up in a real browser: a service and a counter, hours and Ramadan, what differs, undo; axe finds nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head

PICTURES = os.environ.get("SETTINGS_PICTURES", "")
LANGUAGES = ["ar", pytest.param("en", marks=pytest.mark.full)]
FIVE = {
    "doors": "08:30",
    "first_ticket": "09:00",
    "counters_open": "09:00",
    "last_ticket": "12:30",
    "closing": "13:00",
}


def picture(page: Page, name: str) -> None:
    """Keep a picture where a person asked for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def save(page: Page, name: str) -> None:
    """Agree to what differs."""
    expect(page.locator("#difference-dialog")).to_be_visible()
    picture(page, name)
    assert violations(page) == []
    page.locator("#difference-save").click()
    expect(page.locator("#done")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_service_and_a_counter_are_added_and_removed(page: Page, hall: RunningHall, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/services")
    page.locator("[data-add=service]").click()
    form = page.locator("#service-form")
    form.locator("[name=ar]").fill("المياه")
    form.locator("[name=en]").fill("Water")
    form.locator("[name=prefix]").fill("A")
    picture(page, f"service-form-{language}")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    expect(form.locator("[name=prefix]")).to_have_attribute("aria-invalid", "true")
    form.locator("[name=prefix]").fill("W")
    form.locator("button:not([type])").click()
    save(page, f"service-differs-{language}")
    row = page.locator("#service-rows tr[data-key=W]")
    expect(row).to_be_visible()
    page.locator("[data-add=counter]").click()
    form = page.locator("#counter-form")
    form.locator("[name=number]").fill("7")
    form.locator("button:not([type])").click()
    save(page, f"counter-differs-{language}")
    expect(page.locator("#counter-rows tr[data-key='7']")).to_be_visible()
    picture(page, f"services-{language}")
    assert violations(page) == []
    visit = hall.issue("W")["visit"]
    row.locator("summary").click()
    row.locator("[data-act=remove]").click()
    page.locator("#difference-save").click()
    expect(page.locator("#error")).to_be_visible()
    picture(page, f"service-in-use-{language}")
    good(hall.post(f"/visits/{visit}/cancel", "head"))
    row.locator("summary").click()
    row.locator("[data-act=remove]").click()
    page.locator("#difference-save").click()
    expect(row).to_have_count(0)
    page.locator("#changes [data-undo]").first.click()
    expect(row).to_be_visible()
    assert hall.issue("W")["ticket"].startswith("W")


@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_of_a_day_and_of_ramadan_are_changed_and_undone(page: Page, hall: RunningHall, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/hours")
    page.locator("#week [data-day=sunday]").click()
    form = page.locator("#day-form")
    page.locator("#day-open").check()
    for name, time in FIVE.items():
        form.locator(f"[name={name}]").fill(time)
    form.locator("[name=also][value=monday]").check()
    picture(page, f"day-form-{language}")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    save(page, f"day-differs-{language}")
    expect(page.locator("#week tr[data-key=monday]")).to_contain_text("09:00")
    page.locator("#add-period").click()
    form = page.locator("#period-form")
    for name, day in (("first", "08/02/2027"), ("last", "09/03/2027")):
        form.locator(f"label:has([name={name}]) [type=text]").fill(day)
    for name, time in (FIVE | {"first_ticket": "08:00"}).items():
        form.locator(f"[name={name}]").fill(time)
    form.locator("button:not([type])").click()
    expect(form.locator(".error")).to_be_visible()
    form.locator("[name=first_ticket]").fill("09:00")
    picture(page, f"period-form-{language}")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    save(page, f"period-differs-{language}")
    expect(page.locator("#periods tr[data-key='2027-02-08']")).to_be_visible()
    picture(page, f"hours-{language}")
    assert violations(page) == []
    page.locator("#done button").click()
    expect(page.locator("#periods tr[data-key='2027-02-08']")).to_have_count(0)
