"""Every text of the pages is there in both languages, and every text is used."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from common.text.languages import NOT_REVIEWED, direction
from web.rendering import _goes_with
from web.texts import LANGUAGES, VISITOR_LANGUAGES, chosen, texts

PAGES = [*Path("web/templates").glob("*/*.html"), *Path("web/static").glob("*/*.js")]
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
FORMS = ("zero", "one", "two", "few", "many", "other")
BUILT = re.compile(r"`(\w+)\.\$\{")
"""Ids that scripts build from a state or a code."""


def counted_texts(language: str) -> set[str]:
    """The ids of texts with plural forms; scripts name them without the form."""
    return {name.removesuffix(".zero") for name in texts(language) if name.endswith(".zero")}


def test_both_languages_have_the_same_texts() -> None:
    arabic, english = texts("ar"), texts("en")
    assert len(arabic) > 80
    assert set(arabic) == set(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    assert [name for name, text in texts(language).items() if not text.strip()] == []


def test_both_languages_fill_in_the_same_parts() -> None:
    def parts(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    assert [name for name, text in texts("ar").items() if parts(text) != parts(texts("en")[name])] == []


def test_arabic_texts_are_arabic() -> None:
    own = {name: re.sub(r"\{\w+\}", "", text) for name, text in texts("ar").items()}
    latin = [name for name, text in own.items() if re.search(r"[A-Za-z]", re.sub(r"\bF\d+\b|\bEnter\b", "", text))]
    # Besides keys of the keyboard: the other language's own name.
    assert sorted(latin) == ["language.other", "language.other_tag"]


def test_every_text_that_a_page_names_exists() -> None:
    families = "|".join(sorted({name.partition(".")[0] for name in texts("en")}))
    named = set(re.findall(rf"[\"']((?:{families})\.\w+)[\"']", SOURCE)) - {"head.js"}
    assert len(named) > 40
    own = [
        json.loads(Path(f"assets/i18n/{page}_en.json").read_text(encoding="utf-8")) for page in ("setup", "recording")
    ]
    assert sorted(named - set(texts("en")) - counted_texts("en") - set().union(*own)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_counted_text_has_all_six_forms(language: str) -> None:
    found = counted_texts(language)
    assert len(found) > 5
    assert [f"{name}.{form}" for name in found for form in FORMS if f"{name}.{form}" not in texts(language)] == []


def test_every_text_is_used() -> None:
    # Templates build the ids of figures and pages, a report those of its words, a story those of its sentences.
    built = set(BUILT.findall(SOURCE)) | {
        "head",
        "nav",
        "report",
        "story",
        "outcome",
        "position",
        "plan",
        "survey",
        "officials",
        "requests_of",
        "enquiries_of",
        "officials_of",
        "surveys_of",
        "kiosks_of",
        "count",
        "span",
    }
    forms = {f"{name}.{form}" for name in counted_texts("en") if name in SOURCE for form in FORMS}
    ids = set(texts("en")) - forms
    unused = sorted(name for name in ids if name not in SOURCE and name.partition(".")[0] not in built)
    assert unused == []


def test_each_language_of_visitors_has_every_text_of_their_page() -> None:
    wanted = {name for name in texts("en") if _goes_with(name, "phone") and not name.startswith("wait.")}
    for language in NOT_REVIEWED:
        found = {name for name in texts(language) if not name.startswith("wait.")}
        assert found - {"language.other", "language.other_tag", "product"} == wanted, language
        waits = {f"wait.{kind}.{form}" for kind in ("up_to", "between") for form in ("one", "other")}
        assert {name for name in texts(language) if name.startswith("wait.")} == waits


@pytest.mark.parametrize("language", sorted(NOT_REVIEWED))
def test_a_visitors_text_fills_in_the_same_parts_and_is_in_its_own_letters(language: str) -> None:
    letters = {"ur": "\u0600-\u06ff", "hi": "\u0900-\u097f", "bn": "\u0980-\u09ff"}[language]
    for name, text in texts(language).items():
        english = texts("en").get(name, "")
        if not name.startswith("wait."):
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english)), name
        if name not in {"language.other", "language.other_tag", "product"}:
            assert re.search(f"[{letters}]", text), name
            assert text not in {texts(other).get(name) for other in {"ar", *NOT_REVIEWED} - {language}}, name


def test_the_settings_page_says_which_languages_nobody_has_reviewed() -> None:
    assert set(VISITOR_LANGUAGES) == {*LANGUAGES, *NOT_REVIEWED}
    names = {"ur": "Urdu", "hi": "Hindi", "bn": "Bengali"}
    for page in ("docs/settings.md", "docs/kiosk.md"):
        line = next(one for one in Path(page).read_text(encoding="utf-8").splitlines() if "by a native speaker" in one)
        assert all(names[language] in line for language in NOT_REVIEWED), page


def test_the_language_is_the_first_wish_that_we_have() -> None:
    assert chosen("fr", "en") == "en"
    assert chosen(None, None) == "ar"
    assert (direction("ar"), direction("en")) == ("rtl", "ltr")
