"""Messages to visitors in a real browser: the preview, a placeholder that is refused, undo, the usual text again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head
from tests.web.settings.test_set_up_in_a_browser import LANGUAGES, picture, save

TEXTS = {"ar": "رقمك {ticket} هو التالي في {hall}.", "en": "{ticket} is next at {hall}."}

WRONG = {"ar": "لا يمكن استخدام", "en": "cannot be used in this message"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_written_looked_at_refused_saved_and_undone(page: Page, hall: RunningHall, language: str) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    open_head(page, hall, language, "/head/messages")
    usual = good(hall.get("/settings", "head"))["document"]["messages"]
    row = page.locator("#messages tr[data-key=next]")
    expect(row).to_contain_text("A047")
    row.locator("button").click()
    form = page.locator("#message-form")
    form.locator("[name=ar]").fill(TEXTS["ar"])
    form.locator("[name=en]").fill("{ticket} is next at {counter}.")
    expect(page.locator("#preview-en")).to_contain_text("{counter}")
    expect(page.locator("#preview-en")).to_contain_text(WRONG[language])
    form.locator("button:not([type])").click()
    expect(form.locator("[name=en]")).to_have_attribute("aria-invalid", "true")
    expect(form.locator(".field-error")).to_contain_text(WRONG[language])
    picture(page, f"message-refused-{language}")
    assert violations(page) == []
    form.locator("[name=en]").fill(TEXTS["en"])
    expect(page.locator("#preview-en")).to_have_text("A047 is next at Test Hall.")
    form.locator("button:not([type])").click()
    save(page, f"message-differs-{language}")
    expect(row).to_contain_text("A047 is next at Test Hall.")
    picture(page, f"messages-{language}")
    assert violations(page) == []
    page.locator("#done button").click()
    expect(row).not_to_contain_text("A047 is next at Test Hall.")
    assert good(hall.get("/settings", "head"))["document"]["messages"] == usual
    page.set_viewport_size({"width": 390, "height": 844})
    picture(page, f"messages-narrow-{language}")
    assert violations(page) == []


def test_the_usual_text_comes_back_by_a_button(page: Page, hall: RunningHall) -> None:
    view = good(hall.get("/settings", "head"))
    usual = view["document"]["messages"]
    item = {"section": "messages", "values": {"next": TEXTS}}
    good(hall.post("/settings", "head", {"version": view["version"], "items": [item]}))
    open_head(page, hall, "en", "/head/messages")
    page.locator("#messages tr[data-key=next] button").click()
    page.locator("#usual").click()
    expect(page.locator("#preview-en")).to_have_text("The usual text is used.")
    page.locator("#message-form button:not([type])").click()
    save(page, "message-usual")
    assert good(hall.get("/settings", "head"))["document"]["messages"] == usual


@pytest.mark.parametrize("text", ["{{ticket}} is next", "{ticket is next", "ticket} {ticket}"])
def test_a_brace_alone_or_twice_is_told_while_it_is_written(page: Page, hall: RunningHall, text: str) -> None:
    open_head(page, hall, "en", "/head/messages")
    page.locator("#messages tr[data-key=next] button").click()
    page.locator("#message-form [name=en]").fill(text)
    expect(page.locator("#preview-en")).to_contain_text("Write both braces")
    view = good(hall.get("/settings", "head"))
    item = {"section": "messages", "values": {"next": {**TEXTS, "en": text}}}
    checked = good(hall.post("/settings/check", "head", {"version": view["version"], "items": [item]}))
    assert [one["field"] for one in checked["problems"]] == ["messages.next.en"]


def test_escape_asks_before_what_was_written_is_lost(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/messages")
    page.locator("#messages tr[data-key=next] button").click()
    written = page.locator("#message-form [name=en]")
    page.keyboard.press("Escape")
    expect(written).to_be_hidden()  # nothing was written: nothing is asked
    page.locator("#messages tr[data-key=next] button").click()
    written.fill(TEXTS["en"])
    for _ in range(2):  # the second one closes the question alone
        page.keyboard.press("Escape")
    expect(page.get_by_text("What you wrote is not saved.")).to_be_hidden()
    expect(written).to_have_value(TEXTS["en"])
    page.locator("#message-form [data-closes]").click()
    expect(page.get_by_text("What you wrote is not saved.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Leave without saving").click()
    expect(written).to_be_hidden()
    page.locator("#messages tr[data-key=next] button").click()
    expect(written).not_to_have_value(TEXTS["en"])
