"""Which page shows what to whom; served here without any hall."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
import requests
from litestar import Litestar, Request

from contracts.settings.hall_view import BrandView
from tests.helpers.served import served
from web.pages import page_handlers
from web.ports import Viewer

VIEWERS = {role: Viewer(role, role) for role in ("head", "admin", "analyst", "auditor", "kiosk")}


BRAND = BrandView({"ar": "وزارة", "en": "Ministry"}, {"dark": "/static/common/mark.svg?1"})


async def viewer_of(request: Request[Any, Any, Any]) -> Viewer | None:
    return VIEWERS.get(request.headers.get("x-role", ""))


class Browser(requests.Session):
    """A session at one address, with cookies."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def get(self, path: str, **options: Any) -> requests.Response:
        answer = super().get(self.base + path, timeout=60, **options)
        answer.encoding = "utf-8"
        return answer


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with served(Litestar(page_handlers(viewer_of, lambda _request: BRAND), openapi_config=None)) as base:
        yield base


@pytest.fixture
def browser(site: str) -> Iterator[Browser]:
    with Browser(site) as session:
        yield session


@pytest.mark.parametrize(
    ("role", "status", "words"),
    [
        ("head", 200, 'id="do-close"'),
        ("admin", 200, 'id="do-close"'),
        ("analyst", 200, 'id="services"'),
        ("auditor", 200, 'id="story"'),
        ("kiosk", 403, "لا توجد صلاحية"),
        ("", 200, 'id="sign-in"'),
    ],
)
def test_the_hall_heads_page_is_for_those_who_run_the_hall(
    browser: Browser, role: str, status: int, words: str
) -> None:
    answer = browser.get("/head", headers={"x-role": role})
    assert answer.status_code == status
    assert words in answer.text


def test_an_analyst_is_offered_no_command(browser: Browser) -> None:
    page = browser.get("/head", headers={"x-role": "analyst"}).text
    assert "do-open" not in page
    assert 'data-commands="no"' in page


@pytest.mark.parametrize("path", ["/t", "/enter", "/head", "/head/act", "/head/away"])
def test_pages_are_arabic_from_right_to_left_unless_asked_otherwise(browser: Browser, path: str) -> None:
    arabic = browser.get(path, headers={"x-role": "head"})
    english = browser.get(f"{path}?lang=en", headers={"x-role": "head"})
    assert '<html lang="ar" dir="rtl">' in arabic.text
    assert '<html lang="en" dir="ltr">' in english.text


def test_the_browser_remembers_the_language(browser: Browser) -> None:
    browser.get("/t?lang=en")
    assert '<html lang="en"' in browser.get("/t").text
    browser.get("/t?lang=ar")
    assert '<html lang="ar"' in browser.get("/t").text


def test_a_language_that_we_do_not_have_is_not_remembered(browser: Browser) -> None:
    answer = browser.get("/t?lang=<script>")
    assert '<html lang="ar"' in answer.text
    assert "set-cookie" not in answer.headers
    assert "<script>" not in answer.text.replace('<script type="application/json"', "").replace(
        '<script type="module"', ""
    )


@pytest.mark.parametrize("path", ["/t", "/enter", "/head", "/head/act", "/head/away"])
def test_a_page_is_not_kept_by_the_browser(browser: Browser, path: str) -> None:
    assert browser.get(path).headers["cache-control"] == "no-store"


STYLES = [
    "common/base.css", "head/head.css", "manage_today/act.css", "day/away.css", "visitor/phone.css",
    "counter/counter.css",
]  # fmt: skip


def imported(script: str, source: str) -> set[str]:
    """Return what a script imports, as paths below /static."""
    return {urljoin(script, found) for found in re.findall(r'from "(\.[./\w]+\.js)"', source)}


class _Loads(HTMLParser):
    """Collects what a page loads and whether it has inline script or style."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        path = given.get("src") or (given.get("href") if tag == "link" else None)
        if path:
            self.paths.append(path)
        elif tag == "script" and given.get("type") != "application/json":
            self.inline.append(tag)
        if tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(tag)


@pytest.mark.parametrize("path", ["/t", "/enter", "/head", "/head/act", "/head/away", "/head?refused", "/head?nobody"])
def test_a_page_loads_only_from_the_hall_itself_and_has_nothing_inline(browser: Browser, path: str) -> None:
    loads = _Loads()
    role = {"refused": "kiosk", "nobody": ""}.get(path.partition("?")[2], "head")
    loads.feed(browser.get(path, headers={"x-role": role}).text)
    assert loads.inline == []
    assert loads.paths
    assert all(loaded.startswith("/static/") for loaded in loads.paths)
    assert [loaded for loaded in loads.paths if browser.get(loaded).status_code != 200] == []


@pytest.mark.parametrize(
    "name",
    ["head/head.js", "manage_today/act.js", "day/away.js", "visitor/phone.js", "frame/enter.js", "counter/counter.js"],
)
def test_scripts_import_only_what_is_served(browser: Browser, name: str) -> None:
    seen, left = set(), {name}
    while left:
        seen |= left
        sources = {script: browser.get(f"/static/{script}") for script in left}
        assert all(source.status_code == 200 for source in sources.values())
        left = {found for script, source in sources.items() for found in imported(script, source.text)} - seen
    assert "common/words.js" in seen


def test_styles_load_nothing_from_elsewhere(browser: Browser) -> None:
    for name in STYLES:
        style = browser.get(f"/static/{name}").text
        loaded = re.findall(r'url\("([^"]+)"\)', style)
        assert "http" not in style
        assert [path for path in loaded if browser.get(urljoin(f"/static/{name}", path)).status_code != 200] == []


def test_layout_knows_no_left_and_no_right(browser: Browser) -> None:
    for name in STYLES:
        rules = re.sub(r"/\*.*?\*/", "", browser.get(f"/static/{name}").text, flags=re.DOTALL)
        assert re.findall(r"(?:margin|padding|border|text-align|float)[-:\s]+(?:left|right)\b", rules) == []


def test_the_words_of_a_page_travel_as_data_that_cannot_end_their_element(browser: Browser) -> None:
    page = browser.get("/head", headers={"x-role": "head"}).text
    data = page.partition('id="words">')[2].partition("</script>")[0]
    assert "<" not in data
    assert json.loads(data)["head.live"] == "مباشر"


def test_the_visitors_page_has_the_words_of_its_wait(browser: Browser) -> None:
    page = browser.get("/t?lang=ar").text
    words = json.loads(page.partition('id="words">')[2].partition("</script>")[0])
    assert "wait.between.many" in words
    assert ">وزارة</p>" in page


@pytest.mark.parametrize(("language", "name"), [("ar", "وزارة"), ("en", "Ministry")])
def test_a_page_names_the_ministry_and_shows_its_emblem(browser: Browser, language: str, name: str) -> None:
    page = browser.get(f"/head?lang={language}", headers={"x-role": "head"}).text
    assert f'<span class="ministry">{name}</span>' in page
    assert '<img class="mark" src="/static/common/mark.svg?1" alt="" height="36">' in page


@pytest.mark.parametrize("language", ["ar", "en", "ur", "hi", "bn"])
def test_the_visitors_page_is_there_in_the_languages_of_visitors(browser: Browser, language: str) -> None:
    page = browser.get(f"/t?lang={language}").text
    assert f'<html lang="{language}" dir="{"rtl" if language in {"ar", "ur"} else "ltr"}">' in page
    assert f'hreflang="{language}" lang="{language}"' in page
    assert "aria-current" in page


def test_a_language_of_visitors_is_none_of_the_staffs(browser: Browser) -> None:
    browser.get("/t?lang=bn")
    assert '<html lang="bn"' in browser.get("/t").text
    assert '<html lang="ar"' in browser.get("/head?lang=bn", headers={"x-role": "head"}).text


MOST_BYTES = 64 * 1024
"""Of all that the visitor's page loads, unpacked: at 100 kbit/s about five seconds."""


def test_the_visitors_page_is_small_and_loads_no_typeface(browser: Browser) -> None:
    page = browser.get("/t?lang=ar").text
    loads = _Loads()
    loads.feed(page)
    scripts, left = set(), {path.removeprefix("/static/") for path in loads.paths if path.endswith(".js")}
    while left:
        scripts |= left
        sources = {script: browser.get(f"/static/{script}").text for script in left}
        left = {found for script, source in sources.items() for found in imported(script, source)} - scripts
    others = [path for path in loads.paths if not path.endswith(".js")]
    sizes = {path: len(browser.get(path).content) for path in [*others, *(f"/static/{one}" for one in scripts)]}
    assert sum(sizes.values()) + len(page.encode()) < MOST_BYTES, sizes
    assert '"Plex"' not in browser.get("/static/visitor/phone.css").text


def test_without_scripts_the_visitors_page_says_where_the_number_stands(browser: Browser) -> None:
    page = browser.get("/t?lang=en").text
    assert "<noscript>" in page
    assert "Your number is on your ticket" in page
