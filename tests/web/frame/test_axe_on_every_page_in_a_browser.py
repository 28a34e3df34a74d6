"""axe finds nothing on any page of the hall, in both languages: a page without this look fails the first test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from litestar.routes import HTTPRoute
from playwright.sync_api import Page, expect

from hall.composition.app import application
from hall.platform.web.request import PREFIX
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tests.web.conftest import open_head
from web.head_pages import HEAD_PAGES

OF_STAFF = tuple(shown.path for shown in HEAD_PAGES)
OF_ALL = ("/enter", "/counter", "/tablet", "/t", "/privacy", "/help", "/help/{name}")
ELSEWHERE = ("/reference", "/reference/{path}")
"""The documentation of the interface, for developers: not our page."""
NO_PAGES = (
    "/", "/healthz", "/reference/openapi.json", "/sign-in/ministry", "/sign-in/ministry/return", "/sign-out/ministry",
)  # fmt: skip
"""They lead elsewhere, or answer a program."""
BOTH = ["ar", pytest.param("en", marks=pytest.mark.full)]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path_factory.mktemp("hall")) as running:
        yield running


def test_every_page_has_a_look_of_axe() -> None:
    routes = {
        route.path_format
        for route in application().routes
        if isinstance(route, HTTPRoute) and "GET" in route.methods
        if not route.path_format.startswith((f"{PREFIX}/", "/static/"))
    }
    assert routes == {*OF_STAFF, *OF_ALL, *ELSEWHERE, *NO_PAGES}


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("path", OF_STAFF)
def test_axe_finds_nothing_on_a_page_of_the_staff(page: Page, hall: RunningHall, path: str, language: str) -> None:
    open_head(page, hall, language, path)
    assert violations(page) == []


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("path", OF_ALL)
def test_axe_finds_nothing_on_a_page_for_everybody(page: Page, hall: RunningHall, path: str, language: str) -> None:
    shown = str(hall.issue()["status_url"]) if path == "/t" else hall.base + path.replace("{name}", "head")
    address, mark, code = shown.partition("#")
    page.goto(f"{address}?lang={language}{mark}{code}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).not_to_be_empty()
    assert violations(page) == []
