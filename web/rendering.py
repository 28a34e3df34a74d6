"""Render the web pages: a template in a language, with its texts and the brand; made once each, of no framework."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from common.text.languages import LANGUAGE_NAMES, direction
from contracts.settings.hall_view import BrandView
from web.head_pages import COMMANDERS, pages_for
from web.navigation import places_of
from web.texts import LANGUAGES, VISITOR_LANGUAGES, accepted, texts

HERE = Path(__file__).resolve().parent
TEMPLATES = sorted((HERE / "templates").iterdir())
"""A template is known by its name alone, whichever folder it lies in."""
LANGUAGE_COOKIE = "dawr_language"
PUBLIC_PAGES = (
    "phone",
    "privacy",
    "enter",
    "signed_in",
    "refused",
    "missing",
    "damaged",
    "not_now",
    "counter",
    "tablet",
)
"""Pages that need no sign-in; they carry their own texts only, and no other page carries those."""
SHARED = {
    "enter": {"span"},
    "signed_in": {"enter"},
    "phone": {"survey", "wait"},
    "counter": {"device", "lane", "reason", "span", "visitor"},
    "tablet": {"survey"},
}
"""Texts that public pages have in common."""
PHONE_ERRORS = frozenset(
    f"error.{code}"
    for code in (
        "already_so", "not_waiting", "undo_too_late", "nothing_to_undo", "too_many_tries", "unreachable", "hall_away",
        "day_over", "survey_early", "survey_over", "complaints_many", "field_invalid",
    )
)  # fmt: skip
"""The refusals that the visitor's page meets: it carries the texts of no others, for small bytes on slow lines."""


def phone_wishes(ticket: str | None, accept_language: str) -> tuple[str | None, ...]:
    """Return in which languages the visitor's page opens where nobody chose one: the ticket's, then the phone's."""
    return ticket, *accepted(accept_language)


def languages_of(name: str) -> tuple[str, ...]:
    """Return the languages in which this page is there."""
    return VISITOR_LANGUAGES if name == "phone" else LANGUAGES


class Branding(NamedTuple):
    """What a page shows of its brand: the ministry's name in its language, and the emblem's address by ground."""

    ministry: str = ""
    light: str = ""
    dark: str = ""


class Privacy(NamedTuple):
    """What the page about visitors' data says of a hall: the ministry's words, and for how many days it keeps what."""

    words: str
    phone_days: str
    words_days: str


def branding(brand: BrandView, language: str) -> Branding:
    """Return the brand as a page in this language shows it; a third language falls back to English, as elsewhere."""
    return Branding(
        in_language(brand.ministry, language), brand.emblems.get("light", ""), brand.emblems.get("dark", "")
    )


def in_language(words: Mapping[str, str], language: str) -> str:
    """Return one of the words by language, empty where there is none: a third language falls back to English."""
    wanted = ("ar",) if language == "ar" else (language, "en", "ar")
    return next((words[tag] for tag in wanted if words.get(tag)), "")


@cache
def rendered(
    name: str,
    language: str,
    role: str = "",
    api: str = "",
    brand: Branding | None = None,
    privacy: Privacy | None = None,
    *,
    ministry: bool = False,
) -> str:
    """Return a page as HTML for a role of the staff, or for anybody; there are a handful, each made once.

    `api`: where its scripts ask, where that is not the hall that serves it. `ministry`: whether its accounts sign in.
    """
    words = texts(language)
    return (
        _environment()
        .get_template(f"{name}.html")
        .render(
            lang=language,
            dir=direction(language),
            t=words,
            commands=role in COMMANDERS,
            shown=name,
            role=role,
            api=api,
            places=places_of(pages_for(role)),
            paths={page.path for page in pages_for(role)},
            brand=brand or Branding(),
            privacy=privacy,
            ministry=ministry,
            languages=[(tag, LANGUAGE_NAMES[tag], direction(tag)) for tag in languages_of(name)],
            words=_as_data({key: text for key, text in words.items() if _goes_with(key, name)}),
        )
    )


def _goes_with(key: str, name: str) -> bool:
    family = key.partition(".")[0]
    if name == "phone" and family == "error":
        return key in PHONE_ERRORS
    if name in PUBLIC_PAGES:
        return family in {name, "error"} | SHARED.get(name, set())
    return family not in PUBLIC_PAGES


def _as_data(words: dict[str, str]) -> str:
    return json.dumps(words, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
