"""The help shows the pages of docs/ in the reader's language, and nothing else of this machine."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import requests
from litestar import Litestar
from playwright.sync_api import Page

from contracts.settings.hall_view import BrandView
from tests.helpers.served import served
from tests.helpers.technician_page import blocks
from web.help_pages import DOCS, ROLES, help_html, read_page
from web.pages import page_handlers


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    async def nobody(_request: object) -> None:
        return None

    with served(Litestar(page_handlers(nobody, lambda _request: BrandView()), openapi_config=None)) as base:
        yield base


@pytest.mark.process
def test_a_page_is_shown_in_the_asked_language_to_everybody_and_the_browser_keeps_the_language(site: str) -> None:
    with requests.Session() as browser:
        arabic = browser.get(f"{site}/help/agent", timeout=60)
        assert (arabic.status_code, '<html lang="ar" dir="rtl">' in arabic.text) == (200, True)
        assert "مفتاح المسافة" in arabic.text
        english = browser.get(f"{site}/help/agent?lang=en", timeout=60)
        assert '<html lang="en" dir="ltr">' in english.text
        assert "call the next visitor" in browser.get(f"{site}/help/agent", timeout=60).text
        assert browser.get(f"{site}/help", timeout=60).status_code == 200


@pytest.mark.process
@pytest.mark.parametrize("name", ["nothing", "..%2Fmain", "%2e%2e", "agent.md", "AGENT", "ar", "x" * 300, "-x"])
def test_what_is_no_page_of_the_help_leads_to_the_list_and_reads_no_other_file(site: str, name: str) -> None:
    answer = requests.get(f"{site}/help/{name}", timeout=60)
    assert answer.status_code == 404
    assert "/help/agent" in answer.text or "Not Found" in answer.text


def test_names_of_pages_that_are_not_there_take_no_memory() -> None:
    help_html("agent", "ar")
    gc.collect()
    for number in range(100):
        assert help_html(f"no-such-help-page-{number}", "ar") == ""
    kept = {text for one in gc.get_objects() if type(one) in (tuple, list) for text in one if type(text) is str}
    assert {text for text in kept if text.startswith("no-such-help-page-")} == set()


@pytest.mark.process
def test_no_word_of_a_command_is_broken_at_the_end_of_a_line(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    for language in ("ar", "en"):
        page.goto(f"{site}/help/install?lang={language}")
        broken = page.locator("article code:not(pre code)").evaluate_all(
            """codes => codes.flatMap(code => [...code.childNodes]).filter(one => one.textContent.trim())
            .filter(word => word.nodeType !== 1 || word.getBoundingClientRect().height > 30)
            .map(word => word.textContent)"""
        )
        assert broken == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_html_in_a_page_is_shown_as_text_and_no_link_runs_a_script(tmp_path: Path) -> None:
    (tmp_path / "odd.md").write_text(
        "# <b>odd</b>\n\n<script>alert(1)</script> [a](javascript:alert(1)) [b](data:text/html,x) "
        "[c](other.md#part) [d](../main.py) [e](https://example.om/) ![p](pictures/x.png)\n",
        encoding="utf-8",
    )
    page = read_page("odd", "ar", tmp_path)
    assert page is not None
    assert page.language == "en"
    assert "<script" not in page.content
    assert "&lt;script&gt;" in page.content
    assert re.findall(r'href="([^"]*)"', page.content) == ["/help/other#part", "https://example.om/"]
    assert "<img" not in page.content
    assert "d" in page.content


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {value for name, value in attrs if name == "href" and value and value.startswith("/help/")}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_link_of_the_help_leads_to_a_page(language: str) -> None:
    links = _Links()
    for name in ("", *(path.stem for path in DOCS.glob("*.md") if "." not in path.stem)):
        links.feed(help_html(name, language))
    assert {f"/help/{name}" for name in ROLES} <= links.found
    names = {link: link.removeprefix("/help/").partition("#")[0].partition("?")[0] for link in links.found}
    missing = {link for link, name in names.items() if not help_html(name, language)}
    assert missing == set()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_list_of_pages_names_each_role_once(language: str) -> None:
    shown = help_html("", language)
    entries = re.findall(r"<li><a [^>]*><b>(.*?)</b> (.*?)</a>", shown)
    assert len(entries) == len(ROLES)
    assert [role for role, title in entries if title.startswith(role)] == []
    assert "<nav" not in shown


def test_each_role_has_its_page_in_arabic() -> None:
    arabic = {name for name in ROLES if (page := read_page(name, "ar")) is not None and page.language == "ar"}
    assert set(ROLES) - arabic == set()


ARABIC = {page.stem for page in (DOCS / "ar").glob("*.md")}
NEEDED = {
    "accept", "copies", "install", "kiosk", "monitoring", "paper", "release_key", "replace_hall",
    "single-sign-on", "standby", "update", *ROLES,
}  # fmt: skip
"""What agents, heads, technicians, administrators and operators follow step by step; the rest is for reference."""


def test_who_works_in_a_hall_or_looks_after_it_reads_each_page_in_arabic() -> None:
    assert ARABIC >= NEEDED
    for name in NEEDED:
        assert 'dir="rtl"' in help_html(name, "ar").partition("<article")[2].partition(">")[0], name


@pytest.mark.parametrize("name", sorted(ARABIC))
def test_a_page_and_its_arabic_one_lead_to_each_other_and_arabic_pages_to_arabic_ones(name: str) -> None:
    english, arabic = ((DOCS / folder / f"{name}.md").read_text(encoding="utf-8") for folder in ("", "ar"))
    assert f"(ar/{name}.md)" in english
    assert f"(../{name}.md)" in arabic
    assert set(re.findall(r"\(\.\./([\w-]+)\.md", arabic)) & ARABIC <= {name}


@pytest.mark.parametrize("name", sorted(NEEDED - {"centre", "integrator"}))
def test_a_page_has_the_same_commands_in_both_languages(name: str) -> None:
    arabic, english = (re.sub(r" *# .*", "", "\n".join(blocks(page))) for page in (f"ar/{name}.md", f"{name}.md"))
    assert arabic.replace("اسم القاعة", "ARABIC NAME") == english


@pytest.mark.parametrize("language", ["ar", "en"])
def test_from_the_pages_of_the_list_links_lead_to_all_that_people_follow(language: str) -> None:
    found, next_ones = set(ROLES), set(ROLES)
    while next_ones:
        links = _Links()
        for name in next_ones:
            links.feed(help_html(name, language).partition("<article")[2])
        next_ones = {link.removeprefix("/help/").partition("#")[0].partition("?")[0] for link in links.found} - found
        found |= next_ones
    assert NEEDED - found == set()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_texts_are_exactly_those_that_the_page_asks_for(language: str) -> None:
    template = Path("web/templates/help/help.html").read_text(encoding="utf-8")
    asked = set(re.findall(r"t\[[\"'](\w+)[\"']\]", template)) | set(ROLES)
    assert set(json.loads(Path(f"assets/i18n/help_{language}.json").read_text(encoding="utf-8"))) == asked
