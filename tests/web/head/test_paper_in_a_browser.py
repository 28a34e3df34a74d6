"""The hall head's page on paper: the kiosk's name, what is wrong, since when, and who waits without a sure ticket."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.conftest import open_head


@pytest.fixture
def kiosk(hall: RunningHall) -> str:
    return next(one["device"] for one in good(hall.get("/devices", "head")) if one["kind"] == "kiosk")


def report(hall: RunningHall, kiosk: str, state: str, paper: str, reason: str | None = None) -> None:
    body = {"state": state, "printer": reason or "ok", "paper": paper, "reason": reason}
    good(hall.post(f"/devices/{kiosk}/state", "kiosk", body), 204)


def tell(hall: RunningHall, kiosk: str, visit: str, attempt: str, state: str, **more: object) -> None:
    body = {"attempt": attempt, "state": state, "device": kiosk, **more}
    good(hall.post(f"/visits/{visit}/prints", "kiosk", body), 204)


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "low", "out"),
    [
        ("en", "paper low, enough for about 20 tickets · since", "paper out · since"),
        ("ar", "الورق", "نفد الورق · منذ"),
    ],
)
def test_a_roll_that_ends_is_told_with_the_kiosks_name_and_since_when(
    page: Page,
    hall: RunningHall,
    kiosk: str,
    language: str,
    low: str,
    out: str,
) -> None:
    visit = good(hall.post("/visits", "kiosk", {"service": "A"}), 201)["visit"]
    tell(hall, kiosk, visit, "a1", "confirmed", paper_mm=120)
    open_head(page, hall, language)
    report(hall, kiosk, "degraded", "low")
    alerts = page.locator("#alerts")
    expect(alerts).to_contain_text(low, timeout=60_000)
    report(hall, kiosk, "failed", "out", "paper_out")
    expect(alerts).to_contain_text(out, timeout=60_000)
    report(hall, kiosk, "ok", "ok")
    expect(alerts).not_to_contain_text(out, timeout=60_000)


def test_a_visitor_without_a_sure_ticket_is_told_until_a_copy_is_printed(
    page: Page,
    hall: RunningHall,
    kiosk: str,
) -> None:
    issued = good(hall.post("/visits", "kiosk", {"service": "A"}), 201)
    open_head(page, hall)
    tell(hall, kiosk, issued["visit"], "a1", "interrupted", reason="paper_out")
    alerts = page.locator("#alerts")
    expect(alerts).to_contain_text("the ticket was not printed completely", timeout=60_000)
    expect(alerts).to_contain_text(issued["ticket"])
    tell(hall, kiosk, issued["visit"], "a2", "confirmed", copy=True)
    expect(alerts).not_to_contain_text(issued["ticket"], timeout=60_000)
