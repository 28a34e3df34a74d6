"""Names of pages, buttons and messages that the pages for people quote are texts of the programs, letter by letter."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from web.help_pages import DOCS

TEXTS = DOCS.parent / "assets" / "i18n"
PAGES = (
    "accept", "administrator", "agent", "centre", "copies", "head", "install", "integrator", "kiosk", "paper", "pilot",
    "privacy", "replace_hall", "security", "single-sign-on", "technician", "troubleshooting", "update", "windows",
)  # fmt: skip
QUOTES = {"en": r'"([^"\n]{3,80})"', "ar": r"«([^»\n]{3,80})»"}
OTHERS = {
    "Counter 3 is free while visitors are waiting for it", "النافذة 3 متاحة وهناك من ينتظرها",
    "Go on to: chosen halls", "Go on to: all halls",
    "الانتقال إلى: القاعات المختارة", "الانتقال إلى: جميع القاعات",
    "Dawr counter", "دور: النافذة", "the machine lost its power", "power on after power loss",
    "everything within reach", "Accepted on hardware",
    "Standard flow", "Full group path", "Add to ID token", "Groups assigned to the application",
    "py launcher", "Windows embeddable package (64-bit)", "Properties", "Unblock",
}  # fmt: skip
"""Two texts in one, and words of the desktop's menu, the command line, a PC's firmware and other makers' programs."""
COLUMNS = {"page", "pages", "الصفحة", "الصفحات"}
"""Headings of a table's column that names pages of the hall's menu."""


def texts_of(language: str) -> str:
    """Return all texts of a language, in small letters."""
    found = [path.read_text(encoding="utf-8") for path in TEXTS.glob(f"*_{language}.json")]
    words = [text for one in found for text in json.loads(one).values() if isinstance(text, str)]
    for path in TEXTS.glob("*_ar.ts"):
        tag = "translation" if language == "ar" else "source"
        found = re.findall(rf"<{tag}[^>]*>(.*?)</{tag}>", path.read_text(encoding="utf-8"), re.DOTALL)
        words += map(html.unescape, found)
    return "\n".join(words).lower()


def quoted(page: Path, language: str) -> set[str]:
    """Return what a page quotes, without headings of pages, which it names after a link."""
    text = re.sub(r"```.*?```|`[^`]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    headings = {one for path in DOCS.rglob("*.md") for one in re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.M)}
    found = {one.strip(" .:…،") for one in re.findall(QUOTES[language], text)}
    return {one for one in found if not any(one in heading for heading in headings)} - OTHERS


def page_of(name: str, language: str) -> Path:
    return DOCS / ("ar" if language == "ar" else "") / f"{name}.md"


@pytest.mark.parametrize(
    ("name", "language"), [(name, tag) for name in PAGES for tag in ("ar", "en") if page_of(name, tag).exists()]
)
def test_what_a_page_quotes_is_on_a_screen(name: str, language: str) -> None:
    page = page_of(name, language)
    known = texts_of(language)
    assert {one for one in quoted(page, language) if one.lower() not in known} == set()


def pages_in_tables(text: str) -> set[str]:
    """Return the names of pages in those columns of a page's tables that name some.

    >>> sorted(pages_in_tables("| do | page |\\n|---|---|\\n| look | Now, Open and close |\\n| go | |\\n"))
    ['Now', 'Open and close']
    """
    found: set[str] = set()
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        heads, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
        columns = [at for at, head in enumerate(heads) if head in COLUMNS]
        found |= {name.strip() for row in rows for at in columns for name in re.split("[,،]", row[at])}
    return found - {""}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", ["administrator", "head"])
def test_the_pages_that_a_table_names_are_in_the_menu(name: str, language: str) -> None:
    texts = json.loads((TEXTS / f"dashboard_{language}.json").read_text(encoding="utf-8"))
    menu = {text for key, text in texts.items() if key.startswith("nav.")}
    named = pages_in_tables((DOCS / ("ar" if language == "ar" else "") / f"{name}.md").read_text(encoding="utf-8"))
    assert len(named) >= 6
    assert named - menu == set()
