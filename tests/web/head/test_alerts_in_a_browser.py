"""What waits for the hall head: on the first page, and as a number in the menu of every page."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread
from tests.web.conftest import open_head


def complain(hall: RunningHall) -> str:
    body = {"nature": "complaint", "text": "Nobody called my number."}
    return str(good(hall.post("/complaints", "reception", body), 201)["number"])


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_a_new_complaint_is_an_alert_and_a_number_in_the_menu(page: Page, hall: RunningHall, language: str) -> None:
    open_head(page, hall, language)
    expect(page.locator("#alerts .calm")).to_be_visible()
    number = complain(hall)
    expect(page.locator("#alerts")).to_contain_text(number)
    expect(page.locator("#alerts .calm")).to_have_count(0)
    expect(page.locator(".rail a[data-paths~='/head/complaints'] .count")).to_have_text("1")
    assert violations(page) == []
    page.goto(f"{hall.base}/head/complaints?lang={language}")
    count = page.locator(".rail a[href='/head/complaints'] .count")
    expect(count).to_have_text("1")
    good(hall.post(f"/complaints/{number}/answer", "head", {"text": "We are sorry."}))
    expect(count).to_have_count(0)


@pytest.mark.full
def test_the_first_page_is_not_calm_while_a_counter_stays_free_beside_people_who_wait(
    page: Page, hall: RunningHall
) -> None:
    hall.sign_in()
    hall.issue()
    hall.clock.move_on(minutes=3)
    open_head(page, hall)
    expect(page.locator("#alerts")).to_contain_text("Counter 1 is free while visitors are waiting for it")
    expect(page.locator("#alerts .calm")).to_have_count(0)


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Only the advice at the top of this page."), ("ar", "لا توجد تنبيهات سوى التوصية في أعلى هذه الصفحة.")],
)
def test_beside_a_warning_of_long_waits_the_alerts_are_not_calm(
    page: Page, hall: RunningHall, language: str, line: str
) -> None:
    hall.sign_in()
    for _ in range(12):
        hall.issue()
    open_head(page, hall, language)
    expect(page.locator("#advice")).to_have_attribute("data-state", "act")
    expect(page.locator("#alerts")).to_have_text(line)
    expect(page.locator("#alerts .calm")).to_have_count(0)


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "asks for tickets or codes too often and was slowed down"),
        ("ar", "طلبات التذاكر أو الرموز أكثر من المعتاد، وقد أُبطئت"),
    ],
)
def test_a_device_that_guesses_codes_is_named_on_the_first_page(
    page: Page, tmp_path: Path, language: str, line: str
) -> None:
    with hall_in_a_thread(tmp_path, device_limits=True) as hall:
        while hall.get("/returns/00000000", "kiosk").status_code != 429:
            pass
        open_head(page, hall, language)
        expect(page.locator("#alerts")).to_contain_text(line)
        assert violations(page) == []


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "locked", "over"),
    [("en", "sign-in is locked until", "was locked more than once"), ("ar", "تسجيل دخوله حتى", "أكثر من مرة")],
)
def test_wrong_pins_are_told_with_the_end_of_the_lock_and_afterwards_without(
    page: Page, hall: RunningHall, language: str, locked: str, over: str
) -> None:
    for n in range(10):
        if n == 5:
            hall.clock.move_on(minutes=6)
        hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "0000"})
    open_head(page, hall, language)
    expect(page.locator("#alerts")).to_contain_text(locked)
    hall.clock.move_on(minutes=11)
    page.reload()
    expect(page.locator("#alerts")).to_contain_text(over)


def damage(database: Path) -> None:
    """Write the journal into the file, and noise over everything but its first page."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(database.stat().st_size - 4096))


@pytest.mark.full
@pytest.mark.allow_logs
@pytest.mark.parametrize(
    ("language", "stopped", "title"),
    [
        ("ar", "قاعدة البيانات تالفة أو مفقودة، وإصدار التذاكر متوقف", "توقّف النظام"),
        ("en", "The database is damaged or missing. Tickets are stopped", "The hall's system has stopped"),
    ],
)
def test_a_damaged_database_is_told_on_the_open_page_on_a_new_one_and_at_sign_in(
    page: Page, hall: RunningHall, tmp_path: Path, language: str, stopped: str, title: str
) -> None:
    hall.issue()
    open_head(page, hall, language)
    damage(tmp_path / "data" / "hall.sqlite")
    expect(page.locator("#error")).to_contain_text(stopped)
    assert violations(page) == []
    hall.clock.move_on(seconds=60)  # the session is asked for again
    answer = page.reload()
    assert answer is not None
    assert answer.status == 503
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("[role=alert]")).to_contain_text(stopped)
    assert violations(page) == []
    page.goto(f"{hall.base}/enter?lang={language}#{hall.tokens['head']}")
    expect(page.locator("#sentence")).to_contain_text({"ar": "يتعذّر تسجيل دخولك", "en": "cannot sign you in"}[language])


@pytest.mark.full
def test_a_page_that_told_of_damage_takes_it_back_when_the_hall_answers_again(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en")
    page.route("**/healthz", lambda route: route.fulfill(status=503, json={"reasons": ["database_damaged"]}))
    page.route("**/api/v1/queues", lambda route: route.fulfill(status=503, json={"code": "hall_away"}))
    expect(page.locator("#error")).to_contain_text("The database is damaged")
    page.unroute_all()
    expect(page.locator("#error")).to_be_hidden()
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
