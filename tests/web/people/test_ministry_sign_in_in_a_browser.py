"""The ministry's account at a hall, in a real browser at a real provider of another site (npm `oidc-provider`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from common.accounts.single_sign_on import read_single_sign_on
from hall.people.model.account import ROLES
from hall.people.routes.ministry_sign_in import RETURN_PATH
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import hall_in_a_thread
from tests.helpers.openid.real import running_provider
from tests.helpers.ports import free_port

pytestmark = [pytest.mark.full, pytest.mark.process]


def sign_in(page: Page, login: str) -> None:
    page.locator("a.button").click()
    page.locator("[name=login]").fill(login)
    page.locator("[name=password]").fill("anything")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_head_signs_in_is_asked_again_after_a_pause_and_signs_out_everywhere(
    page: Page, tmp_path: Path, language: str
) -> None:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with running_provider(tmp_path / "provider", base + RETURN_PATH) as provider:
        settings = read_single_sign_on(provider.settings(base, {"heads": "head"}), ROLES)
        provider.put("huda", "cleaners")
        with hall_in_a_thread(tmp_path, single_sign_on=settings, port=port) as hall:
            page.goto(f"{base}/enter?lang={language}")
            expect(page.locator("a.button")).to_be_visible()
            assert violations(page) == []
            sign_in(page, "huda")
            expect(page.locator("#sentence")).to_contain_text({"ar": "المجموعة", "en": "right group"}[language])
            provider.put("huda", "heads")
            sign_in(page, "huda")  # the provider knows the browser by now, and asks for the password again
            page.wait_for_url(f"{base}/head?lang={language}")
            page.goto(f"{base}/head/people?lang={language}")
            expect(page.locator("#rows tr[data-key='huda@localhost']")).to_be_visible()
            expect(page.locator("#own")).to_be_hidden()
            hall.clock.move_on(minutes=31)
            page.locator("[data-opens=invite-dialog]").click()
            page.locator("#invite-form [name=full_name]").fill("Muna")
            page.locator("#invite-form [name=name]").fill("muna.said")
            page.locator("#invite-form button").first.click()
            expect(page.locator("dialog a.button")).to_be_visible()
            page.goto(f"{base}/head/people?lang={language}")
            page.locator("#sign-out").click()
            page.wait_for_url(f"{provider.issuer}/session/end**")
            page.goto(f"{base}/head?lang={language}")
            page.wait_for_url("**/enter**")
