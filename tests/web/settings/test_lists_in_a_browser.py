"""The lists of the set-up in a real browser: topics, directorates and powers; undo, and a refused decision."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head
from tests.web.settings.test_set_up_in_a_browser import LANGUAGES, picture, save, stands

LAND = {"subject": "a plot", "topic": "land_grant", "directorate": "lands", "source": "email", "urgent": True}


def add(page: Page, **values: str) -> None:
    """Fill in the form of a new entry and look at what differs."""
    page.locator("#add").click()
    form = page.locator("#entry-form")
    for name, value in values.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button:not([type])").click()


def menu(page: Page, key: str, act: str) -> None:
    """Choose in the menu of an entry."""
    row = page.locator(f"#entries tr[data-key='{key}']")
    row.locator("summary").click()
    row.locator(f"[data-act={act}]").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_topics_are_added_changed_removed_and_brought_back(page: Page, hall: RunningHall, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/lists")
    add(page, ar="التصاريح", en="Building permits")
    save(page, f"topic-differs-{language}")
    row = page.locator("#entries tr[data-key='topic building_permits']")
    expect(row).to_be_visible()
    picture(page, f"topics-{language}")
    assert violations(page) == []
    menu(page, "topic building_permits", "change")
    page.locator("#entry-form [name=offered]").uncheck()
    page.locator("#entry-form button:not([type])").click()
    save(page, f"topic-not-offered-{language}")
    expect(row.locator(".mark-word")).to_be_visible()
    menu(page, "topic building_permits", "remove")
    save(page, f"topic-removed-{language}")
    expect(row).to_have_count(0)
    page.locator("#changes [data-undo]").first.click()
    expect(row).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    picture(page, f"topics-narrow-{language}")
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_power_says_who_decides_until_when_and_up_to_which_amount(
    page: Page, hall: RunningHall, language: str
) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/lists")
    page.locator("#lists [data-list=power]").click()
    page.locator("#add").click()
    picture(page, f"power-form-{language}")
    assert violations(page) == []
    page.locator("#entry-dialog [data-closes]").click()
    add(page, ar="نائب المدير", en="Deputy", decision="12/2026", holder="علي بن سعيد", limit_omr="5000")
    save(page, f"power-differs-{language}")
    expect(page.locator("#entries tr[data-key='power deputy']")).to_contain_text("5000")
    version = good(hall.get("/settings", "head"))["version"]
    ended = {"section": "power", "key": "director", "values": {"valid_until": "2026-01-31"}}
    good(hall.post("/settings", "head", {"version": version, "items": [ended]}))
    expect(page.locator("#entries tr[data-key='power director'] .late")).to_be_visible()
    picture(page, f"powers-{language}")
    number = good(hall.post("/requests", "head", LAND), 201)["number"]
    page.goto(f"{hall.base}/head/requests?lang={language}")
    row = page.locator(f"#rows tr[data-key='{number}']")
    row.locator("summary").click()
    row.locator("[data-act=decide]").click()
    form = page.locator("#move-form")
    form.locator("[name=text]").fill("granted")
    form.locator("[name=power]").select_option("director")
    form.locator("[name=decided_by]").fill("سالم")
    form.locator("button:not([type])").click()
    expect(form.locator(".error")).to_be_visible()
    form.locator("[name=power]").select_option("deputy")
    expect(form.locator("[name=decided_by]")).to_have_value("علي بن سعيد")
    form.locator("[name=amount_omr]").fill("6000")
    form.locator("button:not([type])").click()
    expect(form.locator(".error")).to_have_count(1)
    picture(page, f"decision-beyond-limit-{language}")
    assert violations(page) == []
    assert good(hall.get("/requests?list=all", "head"))[0]["state"] == "registered"
    form.locator("[name=amount_omr]").fill("4000")
    form.locator("button:not([type])").click()
    expect(page.locator("#done")).to_be_visible()
    assert good(hall.get("/requests?list=all", "head"))[0]["decision"]["amount_omr"] == 4000


def test_the_last_directorate_stays_and_the_page_says_why(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/lists")
    page.locator("#lists [data-list=directorate]").click()
    version = good(hall.get("/settings", "head"))["version"]
    others = [one["code"] for one in stands(hall, "directorate") if one["code"] != "lands"]
    items = [{"section": "directorate", "key": code, "values": None} for code in others]
    good(hall.post("/settings", "head", {"version": version, "items": items}))
    expect(page.locator("#entries tr")).to_have_count(1)
    menu(page, "directorate lands", "remove")
    expect(page.locator("#error")).to_contain_text("the list cannot be empty")


def test_without_a_free_room_the_form_of_an_official_says_what_to_do(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/lists")
    page.locator("#lists [data-list=official]").click()
    page.locator("#add").click()
    expect(page.locator("#no-room")).to_contain_text("Give a counter one service")
    assert page.locator("#no-room a").get_attribute("href") == "/head/services"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_room_gets_its_official_and_a_counter_its_partner(page: Page, hall: RunningHall, language: str) -> None:
    version = good(hall.get("/settings", "head"))["version"]
    names = {"ar": "مقابلة المدير", "en": "The director"}
    room = {"section": "service", "values": {"prefix": "M", "names": names}}
    counter = {"section": "counter", "values": {"number": 7, "services": ["M"]}}
    good(hall.post("/settings", "head", {"version": version, "items": [room, counter]}))
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/lists")
    page.locator("#lists [data-list=official]").click()
    page.locator("#add").click()
    form = page.locator("#entry-form")
    form.locator("[name=ar]").fill("المدير")
    form.locator("[name=en]").fill("Director")
    form.locator("[name=agent]").select_option("salim")
    assert form.locator("[name=service] option:not([value=''])").count() == 1, "the others are no rooms"
    form.locator("[name=service]").select_option("M")
    picture(page, f"official-form-{language}")
    assert violations(page) == []
    form.locator("button:not([type])").click()
    save(page, f"official-differs-{language}")
    expect(page.locator("#entries tr[data-key='official director']")).to_be_visible()
    picture(page, f"officials-{language}")
    assert violations(page) == []
    assert [one["open"] for one in stands(hall, "service")] == [True, True, False]
    assert [one["official"] for one in good(hall.get("/officials", "head"))["officials"]] == ["director"]
    page.goto(f"{hall.base}/head/services?lang={language}")
    row = page.locator("#counter-rows tr[data-key='7']")
    row.locator("summary").click()
    row.locator("[data-act=change]").click()
    page.locator("#counter-form [name=partner]").fill("بنك صحار")
    picture(page, f"counter-partner-{language}")
    page.locator("#counter-form button:not([type])").click()
    save(page, f"partner-differs-{language}")
    expect(row).to_contain_text("بنك صحار")
    assert stands(hall, "counter")[-1]["partner"] == "بنك صحار"


def test_a_reason_is_not_removed_but_no_longer_offered(page: Page, hall: RunningHall) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, "ar", "/head/lists")
    page.locator("#lists [data-list=reason]").click()
    add(page, ar="وفد رسمي", en="Official delegation")
    save(page, "reason-differs-ar")
    row = page.locator("#entries tr[data-key='reason official_delegation']")
    row.locator("summary").click()
    expect(row.locator("[data-act=remove]")).to_have_count(0)
    row.locator("[data-act=change]").click()
    page.locator("#entry-form [name=offered]").uncheck()
    page.locator("#entry-form button:not([type])").click()
    save(page, "reason-not-offered-ar")
    expect(row.locator(".mark-word")).to_be_visible()
    picture(page, "reasons-ar")
    assert violations(page) == []
    shown = good(hall.get("/hall", "head"))
    assert "official_delegation" not in shown["reasons"]
    assert shown["reason_names"]["official_delegation"]["ar"] == "وفد رسمي"
