"""The ministry's account in a real browser, at a provider of another site: cookies, redirections and signing out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.openid.centre_site import site

pytestmark = [pytest.mark.full, pytest.mark.process]
BUTTON = {"ar": "الدخول بحساب الوزارة", "en": "Sign in with the ministry's account"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_one_button_leads_to_the_provider_and_back_to_the_first_page_and_out_again(
    page: Page, tmp_path: Path, language: str
) -> None:
    with site(tmp_path) as at:
        at.provider.put("noor", "dawr-readers")
        page.goto(f"{at.centre.url}/sign-in?lang={language}")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.get_by_role("link", name=BUTTON[language]).click()
        page.locator("[name=login]").fill("noor")
        page.locator("[name=password]").fill("anything")
        page.keyboard.press("Enter")
        expect(page.locator(".signed-in bdi")).to_have_text("noor@localhost")
        assert page.url == f"{at.centre.url}/?lang={language}"
        page.locator(".sign-out").click()
        page.wait_for_url(f"{at.provider.issuer}/session/end**")
        page.goto(f"{at.centre.url}/?lang={language}")
        assert "/sign-in" in page.url


@pytest.mark.allow_logs
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_refusal_is_one_sentence_above_both_ways_to_sign_in(page: Page, tmp_path: Path, language: str) -> None:
    with site(tmp_path) as at:
        at.provider.put("huda", "cleaners")
        page.goto(f"{at.centre.url}/sign-in?lang={language}")
        page.get_by_role("link", name=BUTTON[language]).click()
        page.locator("[name=login]").fill("huda")
        page.locator("[name=password]").fill("anything")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_have_count(1)
        expect(page.get_by_role("link", name=BUTTON[language])).to_be_visible()
        assert violations(page) == []
        at.provider.end()
        page.get_by_role("link", name=BUTTON[language]).click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert "refused=provider_down" in page.url
