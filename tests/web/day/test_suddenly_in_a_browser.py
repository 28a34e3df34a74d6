"""The hall head closes the hall suddenly in a real browser, sees whom it touches first, and opens it again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from contracts.words.closures import ClosureReason
from hall.closures.commands.closures import CloseHall, close_hall
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head

LOOK = {"en": "Show who is affected", "ar": "عرض من يشملهم الإغلاق"}


def tomorrow() -> str:
    return f"{datetime.now(ZoneInfo('Asia/Muscat')) + timedelta(days=1):%d/%m/%Y}"


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_the_head_sees_whom_a_closure_touches_closes_and_opens_again(
    page: Page, hall: RunningHall, language: str
) -> None:
    visit = hall.issue()["visit"]
    open_head(page, hall, language, "/head/day")
    page.locator("[data-opens=suddenly-dialog]").click()
    form = page.locator("#suddenly-form")
    form.locator("[name=reason]").select_option("storm")
    form.locator("[name=until_day]").locator("xpath=preceding-sibling::input").fill(tomorrow())
    form.locator("[name=until_time]").fill("08:00")
    form.locator("[name=en]").fill("Stay at home")
    assert violations(page) == []
    form.get_by_role("button", name=LOOK[language]).click()
    expect(page.locator("#suddenly-effect li")).to_have_count(1)
    expect(page.locator("#suddenly-effect")).to_contain_text("1")
    assert violations(page) == []
    page.locator("#suddenly-sure button[value=yes]").click()
    expect(page.locator("#closures > li")).to_have_count(1)
    expect(page.locator("#closures")).to_contain_text("Stay at home")
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "carried_over"
    assert violations(page) == []
    page.locator("#closures button").click()
    expect(page.locator("#closures > li")).to_have_count(0)
    assert good(hall.get(f"/visits/{visit}", "head"))["state"] == "waiting"


def test_a_closure_of_the_centre_that_came_late_says_who_closed_why_and_that_the_hall_was_cut_off(
    page: Page, hall: RunningHall
) -> None:
    at = datetime.now(UTC)
    command = CloseHall(
        "c1", at - timedelta(hours=2), at + timedelta(hours=2), ClosureReason.FLOOD, "salim", at - timedelta(hours=2),
        {}, from_centre=True,
    )  # fmt: skip
    hall.hall.store.commands.run(lambda work, now: close_hall(command, work=work, now=now)).result()
    open_head(page, hall, "en", "/head/day")
    row = page.locator("#closures > li")
    expect(row).to_contain_text("Flooding")
    expect(row).to_contain_text("closed by the centre (\u2068salim\u2069)")
    expect(row).to_contain_text("The hall was cut off")
    expect(page.locator("#do-open")).to_be_hidden()


def test_a_form_without_an_end_is_not_sent_and_says_so_at_the_field(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/day")
    page.locator("[data-opens=suddenly-dialog]").click()
    page.locator("#suddenly-form").get_by_role("button", name=LOOK["en"]).click()
    expect(page.locator("#suddenly-form .field-error").first).to_be_visible()
    assert good(hall.get("/closures", "head"))["closures"] == []
