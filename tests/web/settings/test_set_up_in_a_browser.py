"""The set-up in a real browser: a service and a counter, hours and Ramadan, what differs, undo; axe finds nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from contracts.centre.settings_document import CentreValue
from hall.centre.apply_settings import SettingsDesk
from hall.settings.store.rows import setting_to_json
from tests.hall.centre.test_apply_settings import TOKEN, send
from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head
from web.texts import texts

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
    page.locator("#week [data-day=sunday]").click()
    form.locator("[name=closing]").fill("15:45")
    form.locator("button:not([type])").click()
    told = page.locator("#difference-list")
    expect(told).to_contain_text(re.compile(r"(Closing|الإغلاق) \u2068\d\d:\d\d\u2069 [→←] \u206815:45\u2069$"))
    expect(told).not_to_contain_text(FIVE["doors"])
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator("#add-period").click()
    form = page.locator("#period-form")
    for name, day in (("first", "08/02/2027"), ("last", "09/03/2027")):
        form.locator(f"label:has([name={name}]) [type=text]").fill(day)
    expect(form.locator("[name=closing]")).not_to_have_value("")  # the week's times stand there
    for name, time in (FIVE | {"first_ticket": "08:00"}).items():
        form.locator(f"[name={name}]").fill(time)
    form.locator("button:not([type])").click()
    expect(form.locator(".error")).to_be_visible()
    form.locator("[name=first_ticket]").fill("09:00")
    picture(page, f"period-form-{language}")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    expect(page.locator("#difference-list small")).to_contain_text("09:00")  # what is agreed to is in sight
    save(page, f"period-differs-{language}")
    expect(page.locator("#periods tr[data-key='2027-02-08']")).to_be_visible()
    picture(page, f"hours-{language}")
    assert violations(page) == []
    page.locator("#done button").click()
    expect(page.locator("#periods tr[data-key='2027-02-08']")).to_have_count(0)


def stands(hall: RunningHall, section: str) -> list[dict[str, Any]]:
    """Return the entries of a section as the hall has them."""
    return list(good(hall.get("/settings", "head"))["document"][section])


def change(hall: RunningHall, *items: dict[str, Any]) -> None:
    """Change the set-up from somewhere else than the page."""
    version = good(hall.get("/settings", "admin"))["version"]
    good(hall.post("/settings", "admin", {"version": version, "items": list(items)}))


def open_form(page: Page, rows: str, key: str) -> None:
    """Open the form of an entry by its menu."""
    row = page.locator(f"#{rows} tr[data-key='{key}']")
    row.locator("summary").click()
    row.locator("[data-act=change]").click()


def test_a_new_counter_or_service_is_not_a_partners_unless_it_is_ticked(page: Page, hall: RunningHall) -> None:
    loans = {"section": "service", "values": {"prefix": "K", "names": {"ar": "القروض", "en": "Loans"}}}
    counter = {"section": "counter", "values": {"number": 9, "services": ["K"], "partner": "Sohar Bank"}}
    change(hall, loans, counter)
    open_head(page, hall, "en", "/head/services")
    expect(page.locator("#counter-rows tr[data-key='9']")).to_contain_text("Sohar Bank")
    page.locator("[data-add=counter]").click()
    ticked = page.locator("#counter-services input:checked")
    assert ticked.evaluate_all("boxes => boxes.map((box) => box.value)") == ["A", "B"]
    page.locator("#counter-dialog [data-closes]").click()
    page.locator("[data-add=service]").click()
    ticked = page.locator("#service-counters input:checked")
    assert ticked.evaluate_all("boxes => boxes.map((box) => box.value)") == ["1", "2"]
    expect(page.locator("#service-counters label:has([value='9'])")).to_contain_text("Sohar Bank")
    picture(page, "service-form-with-a-partner")


def test_what_somebody_saved_while_a_form_was_open_is_not_written_back(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/services")
    open_form(page, "service-rows", "A")
    names = {"ar": "السجل", "en": "Register"}
    change(hall, {"section": "service", "key": "A", "values": {"names": names}})
    expect(page.locator("#service-rows tr[data-key=A]")).to_contain_text("Register")
    form = page.locator("#service-form")
    form.locator("[name=target_wait_min]").fill("20")
    form.locator("button:not([type])").click()
    expect(form.locator(".error")).to_contain_text("Somebody has changed this meanwhile")
    assert stands(hall, "service")[0]["names"] == names
    page.goto(f"{hall.base}/head/people?lang=en")
    open_form(page, "agents", "salim")
    change(hall, {"section": "agent", "key": "salim", "values": {"names": {"ar": "سالم", "en": "Salim Said"}}})
    expect(page.locator("#agents tr[data-key=salim]")).to_contain_text("Salim Said")
    page.locator("#agent-services input").first.check()
    page.locator("#agent-save").click()
    expect(page.locator("#agent-form .error")).to_contain_text("Somebody has changed this meanwhile")
    assert stands(hall, "agent")[0]["names"]["en"] == "Salim Said"


def test_a_change_is_done_when_the_page_shows_it(page: Page, hall: RunningHall) -> None:
    """A form that was opened between the two would begin from the older version, and the hall would refuse it."""
    open_head(page, hall, "en", "/head/services")
    page.locator("[data-add=counter]").click()
    page.locator("#counter-form [name=number]").fill("7")
    page.locator("#counter-form button:not([type])").click()
    with held(page, "**/api/v1/settings", "GET"):
        with page.expect_request(lambda request: request.method == "GET" and request.url.endswith("/settings")):
            page.locator("#difference-save").click()
        expect(page.locator("#counter-dialog")).to_be_visible()
        expect(page.locator("#done")).to_be_hidden()
    expect(page.locator("#done")).to_be_visible()
    expect(page.locator("#counter-dialog")).to_be_hidden()
    expect(page.locator("#counter-rows tr[data-key='7']")).to_be_visible()


def test_what_the_form_does_not_show_stays_as_it_was(page: Page, hall: RunningHall) -> None:
    names = {"ar": "المياه", "en": "Water", "ur": "پانی"}
    water = {"code": "water", "prefix": "", "names": names, "target_wait_min": 2.5, "expected_serving_min": 300}
    salim = {"ar": "سالم", "en": "Salim", "hi": "सलीम"}
    change(
        hall,
        {"section": "service", "values": water},
        {"section": "counter", "key": "1", "values": {"services": ["A", "B", "water"], "names": names}},
        {"section": "agent", "key": "salim", "values": {"names": salim}},
    )
    open_head(page, hall, "en", "/head/services")
    for section, rows, key in (("service", "service-rows", "water"), ("counter", "counter-rows", "1")):
        open_form(page, rows, key)
        form = page.locator(f"#{section}-form")
        form.locator("[name=en]").fill(f"Sewage {section}")
        form.locator("button:not([type])").click()
        page.locator("#difference-save").click()
        expect(page.locator(f"#{rows} tr[data-key='{key}']")).to_contain_text(f"Sewage {section}")
    assert stands(hall, "counter")[0]["names"] == names | {"en": "Sewage counter"}
    kept = stands(hall, "service")[2]
    assert {name: kept[name] for name in water} == water | {"names": names | {"en": "Sewage service"}}
    page.goto(f"{hall.base}/head/people?lang=en")
    open_form(page, "agents", "salim")
    page.locator("#agent-form [name=en]").fill("Salim Said")
    page.locator("#agent-save").click()
    page.locator("#difference-save").click()
    expect(page.locator("#agents tr[data-key=salim]")).to_contain_text("Salim Said")
    assert stands(hall, "agent")[0]["names"] == salim | {"en": "Salim Said"}


def test_undo_of_a_pause_of_all_kiosks_leaves_the_one_that_was_paused_before(page: Page, hall: RunningHall) -> None:
    jammed, _token = hall.hall.enrol("kiosk", "Second kiosk", None)
    good(hall.post("/devices/pause", "admin", {"device": jammed, "paused": True}), 204)
    open_head(page, hall, "en", "/head/devices")
    expect(page.locator("#devices .mark-word", has_text="Paused")).to_have_count(1)
    page.locator("[data-pause-all=yes]").click()
    expect(page.locator("#devices .mark-word", has_text="Paused")).to_have_count(2)
    page.locator("#done button").click()
    expect(page.locator("#done")).to_contain_text("Undone.")
    assert good(hall.get("/hall", "head"))["kiosk"]["paused"] == [jammed]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("connected", "not running", "never connected")), ("ar", ("متصل", "لا يعمل", "لم يتصل بعد"))],
)
def test_a_counters_pc_is_connected_while_its_program_runs(
    page: Page, hall: RunningHall, language: str, words: tuple[str, str, str]
) -> None:
    connected, off, never = words
    state = "#devices tr[data-key='{}'] .mark-word"
    first, second = (page.locator(state.format(hall.devices[pc])) for pc in ("counter1", "counter2"))
    assert hall.post("/devices/self/alive", "counter1").status_code == 204
    good(hall.post("/devices/self/state", "counter1", {"state": "ok"}), 204)  # as the hall notes it at first
    open_head(page, hall, language, "/head/devices")
    expect(first).to_have_text(connected)
    expect(second).to_have_text(never)
    hall.clock.move_on(minutes=13)
    page.reload()
    expect(first).to_have_text(off)


def test_a_device_is_replaced_only_when_there_is_a_code_for_the_new_one(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/devices")
    kiosk = page.locator(f"#devices tr[data-key='{hall.devices['kiosk']}']")
    page.route("**/devices/codes", lambda route: route.fulfill(status=503, json={"code": "hall_away"}))
    kiosk.locator("summary").click()
    kiosk.locator("[data-act=replace]").click()
    page.locator("#sure-do").click()
    expect(page.locator("#sure-form .error")).to_be_visible()
    assert hall.devices["kiosk"] in {one["device"] for one in good(hall.get("/devices", "head"))}
    page.unroute("**/devices/codes")
    page.locator("#sure-do").click()
    expect(page.locator("#code")).not_to_be_empty()
    page.locator("#code-dialog [data-closes]").click()
    expect(page.locator("#code")).to_be_empty()
    expect(kiosk).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_centre_locked_has_no_buttons_and_the_page_says_so(
    page: Page, hall: RunningHall, language: str
) -> None:
    change(hall, {"section": "service", "key": "A", "values": {"target_wait_min": 20}})
    desk = SettingsDesk(hall.hall.store, TOKEN)
    services = setting_to_json(hall.hall.store.settings().services)
    send(desk, hall, services=CentreValue(services, locked=True))
    desk.look()
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/services")
    expect(page.locator("#locked")).to_be_visible()
    expect(page.locator("#service-rows .menu, #changes [data-undo]")).to_have_count(0)
    expect(page.locator("[data-add=service]")).to_be_hidden()
    expect(page.locator("#counter-rows .menu").first).to_be_visible()
    assert violations(page) == []
    picture(page, f"services-locked-{language}")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_devices_show_their_versions_and_why_an_update_failed(page: Page, hall: RunningHall, language: str) -> None:
    result, at = "/devices/self/release/0.3.0/result", "2026-11-30T16:00:00Z"
    good(hall.post("/devices/self/alive", "kiosk", headers={"User-Agent": "dawr/0.3.0"}), 204)
    good(hall.post(result, "kiosk", {"state": "updated", "at": at}), 204)
    for name in ("kiosk", "counter1"):
        good(hall.post("/devices/self/alive", name, headers={"User-Agent": "dawr/0.2.0+29a99d66"}), 204)
    told = {"state": "failed", "at": at, "code": "not_started", "problem": "the hall hears 0.2.0"}
    good(hall.post(result, "kiosk", told), 204)
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/devices")
    row = page.locator(f"#devices tr[data-key='{hall.devices['kiosk']}']")
    expect(row).to_contain_text("0.2.0+29a99d66")
    expect(row.locator(".mark-word.bad")).to_contain_text("0.3.0")
    words = texts(language)
    expect(row).to_contain_text(words["devices.why.not_started"])
    row.locator("summary", has_text=words["devices.details"]).click()
    expect(row).to_contain_text("the hall hears 0.2.0")
    expect(page.locator(f"#devices tr[data-key='{hall.devices['counter1']}']")).to_contain_text("0.2.0+29a99d66")
    picture(page, f"devices-versions-{language}")
    assert violations(page) == []
