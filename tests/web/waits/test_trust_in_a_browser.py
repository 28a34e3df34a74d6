"""Moves out of order, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


def walk_up_and_call_chosen(hall: RunningHall) -> str:
    """Do one of each; return the ticket that was chosen."""
    salim = hall.sign_in()
    good(hall.post("/counters/1/walk-up", salim, {"service": "A", "reason": "special_care"}), 201)
    good(hall.post("/counters/1/finish", salim, {"outcome": "completed"}))
    ticket = hall.issue()
    good(hall.post("/counters/1/call", salim, {"visit": ticket["visit"], "reason": "supervisor_asked"}))
    return str(ticket["ticket"])


def test_who_went_past_the_order_stands_by_name_and_reason(page: Page, hall: RunningHall) -> None:
    ticket = walk_up_and_call_chosen(hall)
    open_head(page, hall, "en", "/head/trust")
    expect(page.locator("#verdict")).to_have_text("Calls out of order: 2. Made by: 1.")
    salim = page.locator("#people tr[data-by=salim]")
    expect(salim.locator("th")).to_have_text("Salim")
    assert salim.locator("td").all_inner_texts()[:3] == ["2", "2", "1"]
    expect(page.locator("#reasons tr")).to_have_count(2)
    expect(page.locator("#acts tr")).to_have_count(2)
    expect(page.locator("#acts tr").first).to_contain_text(ticket)
    expect(page.locator("#acts tr").first).to_contain_text("Asked by the hall head")


@pytest.mark.full
def test_days_are_chosen_and_impossible_ones_refused_in_words(page: Page, hall: RunningHall) -> None:
    walk_up_and_call_chosen(hall)
    open_head(page, hall, "en", "/head/trust")
    expect(page.locator("#acts tr")).to_have_count(2)
    page.get_by_label("From", exact=True).fill("2026-01-01")
    page.get_by_label("To", exact=True).fill("2026-01-31")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#verdict")).to_have_text("The calling order was followed on these days.")
    page.get_by_label("To", exact=True).fill("2026-12-31")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#days")).to_contain_text("Choose 1 to 92 days")


@pytest.mark.full
def test_days_that_are_chosen_while_the_page_asks_anew_stay_chosen(page: Page, hall: RunningHall) -> None:
    page.clock.install()
    open_head(page, hall, "en", "/head/trust")
    expect(page.locator("#late tr")).to_have_count(1)
    with page.expect_response("**/api/v1/trust"), held(page, "**/api/v1/trust"):
        with page.expect_request("**/api/v1/trust"):
            page.clock.fast_forward(11_000)
        page.get_by_label("From", exact=True).fill("2026-01-01")
        page.get_by_label("To", exact=True).fill("2026-01-31")
        with page.expect_response("**/api/v1/trust?*"):
            page.get_by_role("button", name="Show").click()
    with page.expect_request("**/api/v1/trust*") as asked:
        page.clock.fast_forward(11_000)
    assert asked.value.url.endswith("?from=2026-01-01&to=2026-01-31")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    walk_up_and_call_chosen(hall)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/trust")
    expect(page.locator("#acts tr")).to_have_count(2)
    page.locator("details summary").click()
    page.evaluate("scrollTo(0, 0)")  # else the header may cover half of a button
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.full
def test_who_began_late_is_told_with_the_minutes(page: Page, hall: RunningHall) -> None:
    def with_a_late_start(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        # This hall is open day and night, so that nobody is late in it.
        assert told["late"] == []
        late = {"at": told["at"], "agent": "salim", "names": {"en": "Salim"}, "counter": 1, "late_s": 725}
        route.fulfill(response=answer, json={**told, "late": [late]})

    page.route("**/api/v1/trust*", with_a_late_start)
    open_head(page, hall, "en", "/head/trust")
    page.get_by_role("button", name="Late starts (1)").click()
    row = page.locator("#late tr[data-agent=salim]")
    expect(row).to_contain_text("Salim")
    assert row.locator("td").all_inner_texts()[2:] == ["1", "12 min"]
