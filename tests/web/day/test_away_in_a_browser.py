"""Tickets given while the hall was away, in a real browser: ticked, over, and taken back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.hall.offline.routes.test_handed_in import hand_in
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def states(hall: RunningHall, visits: list[str]) -> list[str]:
    return [str(good(hall.get(f"/visits/{visit}", "head"))["state"]) for visit in visits]


def test_who_was_served_on_paper_is_ticked_and_taken_back(page: Page, hall: RunningHall) -> None:
    visits = [hand_in(hall, number) for number in (900, 901, 902)]
    open_head(page, hall, "en", "/head/away")
    rows = page.locator("#away-tickets > li")
    expect(rows).to_have_count(3)
    expect(page.locator("#away-mark")).to_be_disabled()
    page.get_by_label("A901").check()
    expect(page.locator("#away-mark")).to_have_text("Served on paper (1)")
    page.locator("#away-mark").click()
    expect(rows).to_have_count(2)
    expect(page.locator("#done")).to_contain_text("Marked as served on paper: 1.")
    assert states(hall, visits) == ["waiting", "finished", "waiting"]
    page.locator("#done button").click()
    expect(rows).to_have_count(3)
    assert states(hall, visits) == ["waiting"] * 3


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_of_them_at_once_by_keyboard(page: Page, hall: RunningHall, language: str) -> None:
    visits = [hand_in(hall, number) for number in (900, 901)]
    open_head(page, hall, language, "/head/away")
    page.locator("#away-all").focus()
    page.keyboard.press("Space")
    page.locator("#away-mark").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#away-none")).to_be_visible()
    assert states(hall, visits) == ["finished", "finished"]


@pytest.mark.full
def test_a_tick_stays_while_another_ticket_comes(page: Page, hall: RunningHall) -> None:
    hand_in(hall, 900)
    open_head(page, hall, "en", "/head/away")
    page.get_by_label("A900").check()
    hand_in(hall, 901)
    expect(page.locator("#away-tickets > li")).to_have_count(2)
    expect(page.get_by_label("A900")).to_be_checked()
