"""Who asks too often reads on the page how long to wait."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall


@pytest.mark.parametrize(
    ("language", "wait_s", "shown"),
    [("en", "481", "Try again in 9 min."), ("en", "15", "Try again in 1 min."), ("ar", "120", "بعد دقيقتين.")],
)
def test_a_sign_in_that_is_refused_for_a_while_names_the_minutes(
    page: Page, hall: RunningHall, language: str, wait_s: str, shown: str
) -> None:
    page.route(
        "**/api/v1/session",
        lambda route: route.fulfill(status=429, headers={"Retry-After": wait_s}, json={"code": "too_many_tries"}),
    )
    page.goto(f"{hall.base}/enter?lang={language}#a-link")
    expect(page.locator("#sentence")).to_contain_text(shown)
