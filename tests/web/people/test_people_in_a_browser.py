"""Accounts in a real browser: invite, set up by link, sign in, confirm after a pause, end."""

from __future__ import annotations

import base64
import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from common.accounts.totp import totp
from tests.helpers.axe import violations
from tests.helpers.hall_accounts import PASSWORD, person
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head

PICTURES = os.environ.get("PEOPLE_PICTURES", "")
WORDS = {
    "en": ("Invite a person", "Full name", "Sign-in name", "Invite", "Continue", "Sign out"),
    "ar": ("دعوة مستخدم", "الاسم الكامل", "اسم المستخدم", "دعوة", "متابعة", "تسجيل الخروج"),
}


def picture(page: Page, name: str) -> None:
    """Keep a picture where a person asked for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def next_code(hall: RunningHall, shown: str) -> str:
    """Return the next code of the authenticator whose secret the page shows."""
    hall.clock.move_on(seconds=30)
    plain = shown.replace(" ", "")
    return totp(base64.b32decode(plain + "=" * (-len(plain) % 8)), hall.clock.now().at.timestamp())


def wait_for_now(page: Page, hall: RunningHall) -> None:
    page.wait_for_url("**/head*")
    assert page.request.get(f"{hall.base}/api/v1/queues").status == 200


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_person_invited_sets_the_account_up_from_the_link_and_signs_in_again(
    page: Page, hall: RunningHall, language: str
) -> None:
    invite, full_name, name, do_invite, go_on, sign_out = WORDS[language]
    page.set_viewport_size({"width": 1366, "height": 625})
    open_head(page, hall, language, "/head/people")
    page.get_by_role("button", name=invite, exact=True).click()
    page.locator("#invite-form").get_by_label(full_name).fill("Muna Said")
    page.locator("#invite-form").get_by_label(name).fill("muna.said")
    picture(page, f"invite-{language}")
    page.locator("#invite-form").get_by_role("button", name=do_invite, exact=True).click()
    link = page.locator("#invitation-link")
    expect(link).to_contain_text("#invitation=muna.said:")
    picture(page, f"invited-{language}")
    address = link.inner_text()
    page.locator("#invitation-dialog [data-closes]").click()
    expect(page.locator("#rows tr[data-key='muna.said']")).to_be_visible()
    picture(page, f"people-{language}")
    page.get_by_role("button", name=sign_out).first.click()
    page.wait_for_url("**/enter?out")
    assert violations(page) == []
    page.goto(address.replace("/enter#", f"/enter?lang={language}#"))
    form = page.locator("#first-password")
    form.locator("[name=password]").fill(PASSWORD)
    form.locator("[name=again]").fill(PASSWORD)
    picture(page, f"first-password-{language}")
    form.get_by_role("button", name=go_on).click()
    expect(page.locator("#qr path")).to_be_visible()
    picture(page, f"first-code-{language}")
    assert violations(page) == []
    secret = page.locator("#secret").inner_text()
    form = page.locator("#first-code")
    form.locator("[name=shown]").fill("000000")
    form.get_by_role("button", name=go_on).click()
    expect(page.locator("#sentence")).not_to_be_empty()
    form.locator("[name=shown]").fill(next_code(hall, secret))
    form.get_by_role("button", name=go_on).click()
    expect(page.locator("#codes li")).to_have_count(10)
    picture(page, f"recovery-{language}")
    page.locator("#ready").click()
    wait_for_now(page, hall)
    page.locator("#sign-out").click()
    page.wait_for_url("**/enter?out")
    form = page.locator("#sign-in")
    form.locator("[name=name]").fill("muna.said")
    form.locator("[name=password]").fill(PASSWORD)
    form.locator("[name=code]").fill(next_code(hall, secret))
    picture(page, f"sign-in-{language}")
    form.get_by_role("button").click()
    wait_for_now(page, hall)


def test_after_a_pause_the_password_is_asked_for_and_the_command_goes_through(page: Page, hall: RunningHall) -> None:
    admin, leaver = person(hall, "admin"), person(hall, "analyst")
    cookie = next(iter(admin.browser.cookies))
    page.context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": hall.base}])
    hall.clock.move_on(minutes=31)
    begun = good(admin.get("/sessions"))["sessions"][0]["begun_at"]
    day = datetime.fromisoformat(begun).astimezone(ZoneInfo("Asia/Muscat"))
    page.goto(f"{hall.base}/head/people?lang=en")
    expect(page.locator("#sessions tr").first).to_contain_text(f"{day.day} {day:%b} {day:%H:%M}")
    row = page.locator(f"#rows tr[data-key='{leaver.name}']")
    row.locator("summary").click()
    row.get_by_role("button", name="End access").click()
    page.locator("#sure-form").get_by_role("button", name="End access").click()
    confirm = page.get_by_role("dialog", name="Confirm that it is you")
    confirm.get_by_label("Password").fill("wrong" * 4)
    confirm.get_by_role("button", name="Confirm").click()
    expect(confirm.get_by_role("alert")).to_contain_text("wrong")
    picture(page, "confirm-en")
    assert violations(page) == []
    confirm.get_by_label("Password").fill(PASSWORD)
    confirm.get_by_role("button", name="Confirm").click()
    expect(page.locator("#done")).to_contain_text("has no access any more")
    expect(row).to_contain_text("Ended")
    assert leaver.get("/queues").status_code == 401


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_new_password_takes_the_old_one_and_a_code(page: Page, hall: RunningHall, language: str) -> None:
    muna = person(hall, "admin")
    cookie = next(iter(muna.browser.cookies))
    page.set_viewport_size({"width": 1366, "height": 768})
    page.context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": hall.base}])
    page.goto(f"{hall.base}/head/people?lang={language}")
    page.locator("[data-opens=password-dialog]").click()
    form = page.locator("#password-form")
    form.locator("[name=old]").fill(PASSWORD)
    form.locator("[name=code]").fill(muna.recovery_codes[0])
    form.locator("[name=new]").fill("eleven slow boats at noon")
    picture(page, f"password-{language}")
    assert violations(page) == []
    form.locator("button").first.click()
    expect(page.locator("#password-dialog")).to_be_hidden()
    page.locator("#sign-out").click()
    page.wait_for_url("**/enter?out")
    form = page.locator("#sign-in")
    form.locator("[name=name]").fill(muna.name)
    form.locator("[name=password]").fill("eleven slow boats at noon")
    form.locator("[name=code]").fill(muna.recovery_codes[1])  # the fields hold a whole one
    form.get_by_role("button").click()
    wait_for_now(page, hall)


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1366, 390])
def test_axe_finds_nothing_at_a_desk_and_on_a_phone(page: Page, hall: RunningHall, language: str, width: int) -> None:
    person(hall, "analyst")
    page.set_viewport_size({"width": width, "height": 844})
    open_head(page, hall, language, "/head/people")
    expect(page.locator("#rows tr").first).to_be_visible()
    picture(page, f"people-{width}-{language}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
