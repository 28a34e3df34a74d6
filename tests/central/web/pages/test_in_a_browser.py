"""The centre's pages in a browser, in both languages: axe finds nothing, nothing runs off the screen, keys suffice."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from central.access.path_table import TABLE
from central.people import people
from central.people.sessions import begin_session
from central.web.access import COOKIE
from common.accounts.totp import totp
from tests.helpers.axe import violations
from tests.helpers.batches import outbox_of, take
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.lived_centre import fill, fill_desk, fill_enquiries
from tests.helpers.releases import fill_releases
from tests.helpers.staff import PASSWORD, session_of_role

PATHS = ("/", "/compare", "/figures?period=week", "/halls/mct?period=decade", "/enquiries", "/axes", "/halls",
         "/state", "/closures", "/moon", "/lists", "/lists?part=powers",
         "/lists?part=messages", "/settings", "/quarantine", "/people", "/acts", "/releases", "/public",
         "/audit", "/sign-in", "/first-access", "/people/noor", "/people/gone")  # fmt: skip
STEPS = {"/people/{name}": "/people/noor", "/halls/{name}": "/halls/mct"}
"""An address with a name in it, and the one that is looked at here."""
ELSEWHERE = frozenset({"/h/{hall}/t"})
"""The visitor's page: looked at in test_visitor.py."""
NO_PAGES = re.compile(r"/(v1/|static|healthz|brand/|h/\{hall}/place|sign-in/ministry)")
"""They lead elsewhere, or answer a script with data or a file."""

EACH_LOOK = [("ar", 1360), ("ar", 390), ("en", 1360), ("en", 390)]
ONE_LOOK = [("ar", 390)]
"""By default: what axe finds lies mostly in the markup, and what is too wide shows on a phone. `--full`: all four."""


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCentre]:
    folder: Path = tmp_path_factory.mktemp("centre")
    with running_centre(folder) as running:
        running.enrol()
        fill(running.engine, datetime.now(UTC))
        fill_enquiries(running.engine, datetime.now(UTC))
        fill_desk(running.engine, datetime.now(UTC))
        session_of_role(running.engine, "admin")
        for name in ("noor", "gone"):
            people.add_person(running.engine, name, "auditor", by="salim", now=datetime.now(UTC))
        people.disable(running.engine, "gone", by="salim", now=datetime.now(UTC))
        fill_releases(running, datetime.now(UTC))
        outbox = outbox_of()
        outbox.write(b'{"kind":"dance"}')
        take(running.engine, outbox, 1, 1, now=datetime.now(UTC))
        yield running


CUT_TABLES = """[...document.querySelectorAll("table")].filter((table) => {
    const box = table.getBoundingClientRect();
    if (!box.width || (box.left >= -1 && box.right <= innerWidth + 1)) return false;
    for (let around = table.parentElement; around; around = around.parentElement)
        if (getComputedStyle(around).overflowX === "auto" && around.tabIndex === 0) return false;
    return true;
}).map((table) => table.textContent.slice(0, 40))"""
"""The tables that are wider than the screen and cannot be moved by touch and by keys."""


def sign_in(page: Page, centre: RunningCentre) -> None:
    """Give the page the cookie of an administrator's session."""
    token = begin_session(centre.engine, "salim", now=datetime.now(UTC))
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": centre.url}])


def test_every_page_has_a_look_of_axe() -> None:
    pages = {path for method, path in TABLE if method == "GET" and not NO_PAGES.match(path)} - ELSEWHERE
    assert {STEPS.get(path, path) for path in pages} == {path.partition("?")[0] for path in PATHS} - {"/people/gone"}


@pytest.mark.parametrize("looks", [ONE_LOOK, pytest.param(EACH_LOOK, marks=pytest.mark.full)], ids=["once", "all"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_suits_everybody_in_both_languages_wide_and_narrow(
    page: Page,
    centre: RunningCentre,
    path: str,
    looks: list[tuple[str, int]],
) -> None:
    sign_in(page, centre)
    for language, width in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{centre.url}{path}{'&' if '?' in path else '?'}lang={language}")
        if "figures" in path or "mct" in path:
            expect(page.locator("#link")).to_have_attribute("data-state", "live")
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, language, width)
        assert page.evaluate(CUT_TABLES) == [], (path, language, width)
        if (language, width) in looks:
            assert violations(page) == [], (path, language, width)


def test_keys_lead_from_the_map_to_a_halls_figures_and_to_ten_years(
    page: Page,
    centre: RunningCentre,
) -> None:
    sign_in(page, centre)
    page.goto(f"{centre.url}/?lang=en")
    page.locator(".marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#hall-name")).to_have_text("Muscat hall")
    expect(page.locator("#totals .figure")).to_have_count(4)
    page.locator("[name=period][value=day]").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#steps-title")).to_have_text("By year")
    expect(page.locator("#steps tr")).to_have_count(1)
    assert "period=decade" in page.url


@pytest.mark.full
def test_a_record_is_set_aside_from_the_page(page: Page, centre: RunningCentre) -> None:
    sign_in(page, centre)
    page.goto(f"{centre.url}/quarantine?lang=en")
    page.get_by_role("button", name="Exclude").click()
    expect(page.get_by_role("status")).to_have_text("The record was excluded.")


def test_the_first_access_is_set_up_by_keys_alone_and_every_step_suits_everybody(
    page: Page, centre: RunningCentre
) -> None:
    for language in ("en", "ar"):
        code = people.add_person(centre.engine, f"huda-{language}", "reader", by="test", now=datetime.now(UTC))
        page.goto(f"{centre.url}/first-access?lang={language}")
        page.keyboard.type(f"huda-{language}")
        for text in (code, PASSWORD, PASSWORD):
            page.keyboard.press("Tab")
            page.keyboard.type(text)
        page.keyboard.press("Enter")
        expect(page.locator(".qr svg")).to_be_visible()
        assert violations(page) == []
        raw = base64.b32decode((page.locator("details code").text_content() or "").replace(" ", ""))
        page.keyboard.type(totp(raw, datetime.now(UTC).timestamp()))
        page.keyboard.press("Enter")
        expect(page.locator(".codes li")).to_have_count(10)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.full
def test_a_code_for_somebody_new_is_shown_on_the_page_of_staff(page: Page, centre: RunningCentre) -> None:
    sign_in(page, centre)
    page.goto(f"{centre.url}/people?lang=en")
    page.get_by_role("textbox", name="Sign-in name", exact=True).fill("aisha")
    page.get_by_label("Full name").fill("Aisha")
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_role("status")).to_contain_text("Set-up code of aisha")
    assert violations(page) == []


def test_people_with_long_names_stand_within_a_phone(page: Page, centre: RunningCentre) -> None:
    people.add_person(
        centre.engine, "long", "reader", by="test", now=datetime.now(UTC), full_name="L" * people.LONGEST_FULL_NAME
    )
    sign_in(page, centre)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{centre.url}/people?lang=en&q=long")
    assert page.locator(".table-box").evaluate("(box) => box.scrollWidth - box.clientWidth") <= 0
    row = page.locator("tbody tr")
    assert row.locator("td[data-label]").evaluate_all("(all) => all.map((one) => one.dataset.label)") == [
        "Role and where", "Status", "Last used"
    ]  # fmt: skip
    expect(row.get_by_role("link")).to_be_visible()
    page.goto(f"{centre.url}/people/long?lang=en")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_nobody_is_ended_by_one_press(page: Page, centre: RunningCentre) -> None:
    people.add_person(centre.engine, "leaver", "reader", by="test", now=datetime.now(UTC))
    sign_in(page, centre)
    page.goto(f"{centre.url}/people/leaver?lang=en")
    expect(page.get_by_role("button", name="End access everywhere")).to_be_hidden()
    page.get_by_text("End access everywhere …").click()
    expect(page.get_by_text("End this person's access at the centre and in all halls?")).to_be_visible()
    page.get_by_role("button", name="End access everywhere").click()
    expect(page.get_by_role("status")).to_contain_text("The access of leaver was changed")
