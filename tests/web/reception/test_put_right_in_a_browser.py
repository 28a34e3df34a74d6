"""A wrong finish is corrected on its visit's page, undone, and shown with both values after the close."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.hall.reporting.routes.test_story import served
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, at_ten, good, hall_in_a_thread
from tests.web.conftest import open_head


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path, clock=at_ten()) as running:
        yield running


def finished_too_soon(hall: RunningHall) -> tuple[str, datetime]:
    """Serve somebody in no time; return his visit and when he was begun."""
    visit = served(hall)["visit"]
    begun = good(hall.get(f"/visits/{visit}", "head"))["stages"][0]["begun_at"]
    hall.clock.move_on(minutes=30)
    return visit, datetime.fromisoformat(begun)


def test_what_is_doubtful_leads_to_its_visit_and_is_put_right_there(page: Page, hall: RunningHall) -> None:
    visit, begun = finished_too_soon(hall)
    open_head(page, hall, "en", "/head/trust")
    page.get_by_role("button", name="Times to check (1)").click()
    expect(page.locator("#doubtful tr[data-why=too_short]")).to_contain_text("Too short for a service")
    page.locator("#doubtful a").click()
    page.get_by_role("button", name="Correct this record").click()
    shown = page.get_by_label("End", exact=True).input_value()
    right = datetime.fromisoformat(f"2026-11-24T{shown}Z") + timedelta(minutes=6)
    page.get_by_label("End", exact=True).fill(right.strftime("%H:%M:%S"))
    page.get_by_label("Reason").select_option("finished_too_soon")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator("#done")).to_contain_text("Corrected. The old value is kept.")
    ended = good(hall.get(f"/visits/{visit}", "head"))["stages"][0]["ended_at"]
    assert abs(datetime.fromisoformat(ended) - begun - timedelta(minutes=6)) < timedelta(seconds=2)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#lines li[data-kind=correction_taken_back]")).to_have_count(1)
    open_head(page, hall, "en", "/head/trust")
    page.get_by_role("button", name="Corrections (1)").click()
    expect(page.locator("#corrections tr")).to_contain_text("(undone by \u2068head\u2069)")


@pytest.mark.full
def test_who_gives_no_reason_or_an_impossible_time_is_told(page: Page, hall: RunningHall) -> None:
    visit, begun = finished_too_soon(hall)
    open_head(page, hall, "en", f"/head/visit?visit={visit}")
    page.get_by_role("button", name="Correct this record").click()
    expect(page.get_by_role("textbox", name="Begin")).not_to_have_attribute("inputmode", "numeric")  # it needs a colon
    page.get_by_role("textbox", name="Begin").fill((begun + timedelta(hours=5)).strftime("%H:%M:%S"))
    expect(page.get_by_label("Reason")).to_have_value("")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator("#right-form .field-error")).to_have_text("Choose “\u2068Reason\u2069”.")
    expect(page.locator("#done")).to_be_hidden()
    page.get_by_label("Reason").select_option("other")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator("#right-form .error")).to_contain_text("These values do not fit together")


@pytest.mark.full
def test_an_auditor_reads_and_corrects_nothing(page: Page, hall: RunningHall) -> None:
    visit, _ = finished_too_soon(hall)
    page.goto(f"{hall.base}/enter?lang=en&to=/head/visit&visit={visit}#{hall.tokens['auditor']}")
    expect(page.locator("#lines li")).to_have_count(5)
    expect(page.locator("#put-right")).to_be_hidden()


@pytest.mark.full
def test_the_administrator_puts_right_what_the_page_of_trust_leads_to(page: Page, hall: RunningHall) -> None:
    visit, _ = finished_too_soon(hall)
    page.goto(f"{hall.base}/enter?lang=en&to=/head/visit&visit={visit}#{hall.tokens['admin']}")
    page.get_by_role("button", name="Correct this record").click()
    page.locator("select[name=outcome]").select_option("referred")
    page.get_by_label("Reason").select_option("wrong_outcome")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator("#done")).to_contain_text("Corrected. The old value is kept.")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_figure_of_a_closed_day_shows_both_values(page: Page, hall: RunningHall, language: str) -> None:
    visit, begun = finished_too_soon(hall)
    day = good(hall.get("/figures", "head"))["first"]
    good(hall.post("/day/close", "head"))
    body = {"reason": "finished_too_soon", "ended_at": (begun + timedelta(minutes=6)).isoformat()}
    good(hall.post(f"/visits/{visit}/corrections", "head", body))
    open_head(page, hall, language, f"/head/figures?period=day&day={day}")
    expect(page.locator("#revised tr")).to_have_count(2)
    expect(page.locator("#more [data-figure=serving] .was")).to_have_count(1)
    assert violations(page) == []
    open_head(page, hall, language, f"/head/visit?visit={visit}")
    page.locator("#put-right").click()
    assert violations(page) == []
