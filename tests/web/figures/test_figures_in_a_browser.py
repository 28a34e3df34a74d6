"""Figures of a period, in a real browser over a day that was lived."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from figures.reports.seal import Verdict, verdict
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread
from tests.helpers.lived_day import live_a_day
from tests.web.conftest import open_head


def whole(number: float) -> int:
    """Round as people and browsers do: a half goes up."""
    return int(number + 0.5)


def clock(seconds: float | None) -> str:
    """Return a duration as the page says it."""
    if seconds is None:
        return "–"
    minutes, left = divmod(whole(seconds), 60)
    said = [f"{minutes} min"] if minutes else []
    return " ".join([*said, f"{left} s"] if left or not minutes else said)


def cells(figures: dict[str, Any]) -> list[str]:
    """Return what a row of a table must say: a figure that is rounded up is marked as "at most".

    Not marked are nothing, and the figure whose heading says "less than".
    """

    def at_most(seconds: float | None) -> str:
        return f"≤ {clock(seconds)}" if seconds else clock(seconds)

    times = [clock(figures["mean_s"]), at_most(figures["median_s"]), clock(figures["p90_s"])]
    served = [at_most(figures[name]) for name in ("begin_s", "serving_s")]
    missed = f"{figures['no_shows']} ({whole(figures['no_show'])}%)"
    counts = [str(figures[name]) for name in ("came", "transactions", "called")]
    return [*counts, *times, f"{whole(figures['within'])}%", *served, missed]


def shown_totals(page: Page) -> list[str]:
    """Return the ten figures of the period in the order of the tables' columns: four large ones and six in a table."""
    came, within, median, missed = page.locator("#totals b").all_inner_texts()
    transactions, called, mean, p90, begin, serving = page.locator("#more tr").first.locator("td").all_inner_texts()
    return [came, transactions, called, mean, median, p90, within, begin, serving, missed]


def test_the_page_tells_the_figures_of_the_hall_as_cards_tables_chart_and_heat_map(
    page: Page, hall: RunningHall
) -> None:
    live_a_day(hall)
    view = good(hall.get("/figures", "head"))
    open_head(page, hall, "en", "/head/figures")
    expect(page.locator("#totals .figure")).to_have_count(4)
    assert shown_totals(page) == cells(view["total"])
    for name in ("services", "hours", "lanes", "counters"):
        rows = page.locator(f"#{name} tr")
        expect(rows).to_have_count(len(view[name]))
        for at, part in enumerate(view[name]):
            assert rows.nth(at).locator("td").all_inner_texts() == cells(part["figures"])
    expect(page.locator("#services th").first).to_have_text("Lands")
    expect(page.locator("#chart canvas")).to_be_visible()
    enough = [part for part in view["hours"] if part["figures"]["called"] >= 5]
    assert enough
    expect(page.locator("#chart")).to_have_attribute("data-points", str(len(enough)))
    expect(page.locator("#heat tr")).to_have_count(len({*(cell["weekday"] for cell in view["heat"]), 7, 1, 2, 3, 4}))
    assert sum(int(text) for text in page.locator("#heat small").all_inner_texts()) == view["total"]["came"]


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "none"), [pytest.param("en", "nothing measured", marks=pytest.mark.full), ("ar", "لا قياس")]
)
def test_what_was_not_measured_is_a_dash_and_never_a_zero(
    page: Page, hall: RunningHall, language: str, none: str
) -> None:
    hall.issue()
    open_head(page, hall, language, "/head/figures")
    expect(page.locator("#totals [data-figure=median] b")).to_have_text("–")
    expect(page.locator("#more [data-figure=begin]").first).to_have_text("–")
    expect(page.locator("#more [data-figure=serving]").first).to_have_text("–")
    expect(page.locator("#totals [data-figure=within] small")).to_contain_text(none)
    expect(page.locator("#chart-panel")).to_be_hidden()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Visits served on paper: 1. They have no waiting or serving times."),
        ("ar", "مراجعات خُدم أصحابها يدويًا أثناء انقطاع النظام: 1. ليس لها مدة انتظار ولا مدة خدمة."),
    ],
)
def test_visits_that_were_served_on_paper_are_named_where_there_are_any(
    page: Page, hall: RunningHall, language: str, told: str
) -> None:
    hall.issue()
    open_head(page, hall, language, "/head/figures")
    expect(page.locator("#totals [data-figure=came] b")).to_have_text("1")
    expect(page.locator("#on-paper")).to_be_hidden()
    first = good(hall.post("/paper/numbers", "head"))["blocks"][0]
    day = good(hall.get("/day", "head"))["service_day"]
    line = {"ticket": f"{first['prefix']}{first['first']}", "issued_at": f"{day}T00:00:01Z", "outcome": "completed"}
    good(hall.post("/paper/tickets", "head", {"service_day": day, "tickets": [line]}))
    expect(page.locator("#on-paper")).to_have_text(told)


def test_the_four_large_figures_are_held_against_the_week_before(page: Page, hall: RunningHall) -> None:
    live_a_day(hall, many=9)
    good(hall.post("/day/close", "head"))
    hall.clock.move_on(days=7)
    good(hall.post("/day/open", "head"))
    hall.issue()
    open_head(page, hall, "en", "/head/figures")
    expect(page.locator("#totals [data-figure=came] small")).to_have_text(re.compile(r"\w+,? \d+ \w+: 9"))
    page.get_by_label("Week", exact=True).check()
    expect(page.locator("#totals [data-figure=came] small")).to_have_text("the week before: 9")


@pytest.mark.full
def test_a_definition_is_one_click_away(page: Page, hall: RunningHall) -> None:
    live_a_day(hall, many=6)
    open_head(page, hall, "en", "/head/figures")
    expect(page.locator("#means-p90")).to_be_hidden()
    page.locator("#services-head").get_by_role("link", name="90% waited less than").click()
    expect(page.locator("#means-p90")).to_be_focused()
    expect(page.locator("#means-median + dd")).to_contain_text("Half of the visitors")


@pytest.mark.full
def test_a_period_and_a_service_are_chosen_and_stay_in_the_address(page: Page, hall: RunningHall) -> None:
    live_a_day(hall, many=9)
    view = good(hall.get("/figures?period=year&service=B", "head"))
    open_head(page, hall, "en", "/head/figures")
    page.get_by_label("Year").check()
    expect(page.locator("#period")).to_have_text(view["first"][:4])
    page.get_by_role("combobox", name="Service").select_option("B")
    expect(page.locator("#services tr")).to_have_count(1)
    assert shown_totals(page) == cells(view["total"])
    page.reload()
    expect(page.locator("#services tr")).to_have_count(1)
    expect(page.get_by_role("combobox", name="Service")).to_have_value("B")
    expect(page.get_by_label("Year")).to_be_checked()
    page.get_by_role("button", name="Previous").click()
    expect(page.locator("#period")).to_have_text(str(int(view["first"][:4]) - 1))
    expect(page.locator("#chart-panel")).to_be_hidden()
    page.get_by_role("button", name="Next").click()
    expect(page.locator("#services tr")).to_have_count(1)


@pytest.mark.full
def test_no_key_leads_into_the_future_and_the_exports_stand_beside_what_is_asked(page: Page, hall: RunningHall) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    open_head(page, hall, "en", "/head/figures")
    after = page.get_by_role("button", name="Next")
    expect(after).to_be_disabled()
    tops = page.locator(".asked button, .exports a").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().top)"
    )
    assert max(tops) - min(tops) < 4, tops
    page.get_by_role("button", name="Previous").click()
    expect(after).to_be_enabled()
    after.click()
    expect(after).to_be_disabled()


@pytest.mark.full
def test_what_is_shown_is_exported_in_its_language(page: Page, hall: RunningHall) -> None:
    live_a_day(hall, many=6)
    open_head(page, hall, "en", "/head/figures?period=month&service=A")
    expect(page.locator("#services tr")).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Export to CSV").click()
    file = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert waiting.value.suggested_filename.startswith("dawr-test-hall-month-")
    assert "Service,Lands" in file.splitlines()
    assert "Period,Month," in file


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "name", "kind"), [("en", "Export to Excel", "xlsx"), ("ar", "تقرير للطباعة", "pdf")]
)
def test_a_workbook_and_a_report_of_what_is_shown_are_a_link_away(
    page: Page, hall: RunningHall, language: str, name: str, kind: str
) -> None:
    live_a_day(hall, many=6)
    open_head(page, hall, language, "/head/figures?period=month&service=A")
    expect(page.locator("#services tr")).to_have_count(1)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).press("Enter")
    assert waiting.value.suggested_filename.startswith("dawr-test-hall-month-")
    assert waiting.value.suggested_filename.endswith(f".{kind}")
    assert verdict(Path(waiting.value.path()).read_bytes()) is Verdict.RIGHT


@pytest.mark.full
def test_what_leaves_on_paper_carries_its_definitions(page: Page, hall: RunningHall) -> None:
    live_a_day(hall, many=6)
    open_head(page, hall, "ar", "/head/figures?still")
    page.emulate_media(media="print")
    expect(page.locator("#asked")).to_be_hidden()
    expect(page.locator("#means-p90")).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#means-p90")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#means-p90")).to_be_hidden()


@pytest.mark.full
def test_a_day_that_cannot_be_is_refused_in_words(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/figures")
    expect(page.locator("#totals .figure").first).to_contain_text("0")
    page.locator("input[name=day]").fill("1999-01-05")
    expect(page.locator("#error")).to_have_text("Choose a day of the years 2000 to 2999.")
    page.locator("input[name=day]").fill("2026-01-05")
    expect(page.locator("#period")).to_have_text("Monday, 5 January 2026")
    expect(page.locator("#error")).to_be_hidden()


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.full), 360])
def test_everybody_can_use_it_at_a_desk_and_on_a_phone(
    page: Page, hall: RunningHall, language: str, width: int
) -> None:
    live_a_day(hall, many=12)
    page.set_viewport_size({"width": width, "height": 900})
    open_head(page, hall, language, "/head/figures?period=week")
    expect(page.locator("#services tr")).to_have_count(2)
    page.locator("details summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_service_with_a_long_name_widens_no_phone(page: Page, tmp_path: Path, language: str) -> None:
    long = SETUP.replace('ar = "الأراضي"', f'ar = "{"تسجيل التصرفات العقارية (Form 12/B) " * 4}"')
    long = long.replace('en = "Lands"', f'en = "{"Registration of dispositions (نموذج) " * 4}"')
    assert long.count("(") > SETUP.count("(") + 7
    with hall_in_a_thread(tmp_path, setup=long) as hall:
        live_a_day(hall, many=12)
        page.set_viewport_size({"width": 360, "height": 900})
        open_head(page, hall, language, "/head/figures?period=week")
        expect(page.locator("#services tr")).to_have_count(2)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.full
@pytest.mark.allow_logs
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_report_that_does_not_leave_says_why_and_leaves_by_a_key(page: Page, tmp_path: Path, language: str) -> None:
    more = f'\n[[report]]\nname = "daily"\nformats = ["csv"]\nfolder = "{tmp_path / "share"}"\n'
    with hall_in_a_thread(tmp_path, setup=SETUP + more) as hall:
        hall.issue()
        good(hall.post("/day/close", "head"))
        open_head(page, hall, language, "/head/figures")
        button = page.locator("#reports button")
        button.focus()
        button.press("Enter")
        expect(page.locator("#reports p")).to_have_attribute("data-state", "failing")
        expect(page.locator("#reports p")).to_contain_text(str(tmp_path / "share"))
        assert violations(page) == []
        (tmp_path / "share").mkdir()
        page.locator("#reports button").press("Enter")
        expect(page.locator("#reports p")).to_have_attribute("data-state", "sent")
        assert [file.suffix for file in (tmp_path / "share").iterdir()] == [".csv"]
        page.goto("about:blank")


@pytest.mark.full
def test_a_hall_that_sends_nothing_shows_no_reports(page: Page, hall: RunningHall) -> None:
    open_head(page, hall, "en", "/head/figures")
    expect(page.locator(".totals .figure").first).to_contain_text("0")
    expect(page.locator("#reports-panel")).to_be_hidden()
