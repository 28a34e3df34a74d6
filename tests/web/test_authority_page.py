from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.helpers.axe import violations
from tests.helpers.examples import assert_examples_hold
from web import authority_page as module
from web.authority_page import authority_page

CERTIFICATE = b"a certificate"


def _page(query: str = "", accept: str = "") -> str:
    return authority_page(query, accept, CERTIFICATE, file="/authority.crt", pages="https://10.0.0.5:8080/")


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


@pytest.mark.parametrize(
    ("query", "accept", "language"),
    [("", "", "ar"), ("", "en-GB", "en"), ("lang=ar", "en", "ar"), ("lang=en", "ar", "en"), ("lang=xx", "", "ar")],
)
def test_it_is_in_the_asked_language_or_the_browsers(query: str, accept: str, language: str) -> None:
    assert f'<html lang="{language}"' in _page(query, accept)


def test_both_languages_have_the_texts_of_the_page_and_no_others() -> None:
    asked = set(re.findall(r"t\[[\"']([\w.]+)[\"']\]", Path("web/templates/authority/authority.html").read_text()))
    for language in ("ar", "en"):
        assert set(json.loads(Path(f"assets/i18n/authority_{language}.json").read_text(encoding="utf-8"))) == asked


def test_it_shows_fingerprint_file_and_where_to_go() -> None:
    page = _page("lang=en")
    assert page.count(":") > 30
    assert 'href="/authority.crt"' in page
    assert "https://10.0.0.5:8080/" in page
    assert "<script" not in page


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_axe_finds_nothing(page: Page, language: str) -> None:
    page.set_content(_page(f"lang={language}"))
    assert violations(page) == []
