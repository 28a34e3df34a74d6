"""The pages' texts: a JSON file for each language under assets/i18n, and which language a browser gets.

All pages are there in the languages of the staff, the visitor's own page in those of the visitors too.
"""

from __future__ import annotations

import json
from functools import cache

from common.text.languages import VISITOR_LANGUAGES
from common.text.texts import FOLDER

LANGUAGES = ("ar", "en")
__all__ = ["LANGUAGES", "VISITOR_LANGUAGES", "accepted", "chosen", "texts"]


def chosen(*wishes: str | None, among: tuple[str, ...] = LANGUAGES) -> str:
    """Return the first wish that is a language of ours, else Arabic.

    >>> chosen(None, "en"), chosen("klingon", None)
    ('en', 'ar')
    >>> chosen("ur", "en"), chosen("ur", "en", among=VISITOR_LANGUAGES)
    ('en', 'ur')
    """
    return next((wish for wish in wishes if wish in among), among[0])


def accepted(header: str) -> tuple[str, ...]:
    """Return the languages of an Accept-Language header without their regions, the most wanted first.

    >>> accepted("fr;q=0.5, en-GB, en;q=0.9")
    ('en', 'en', 'fr')
    """
    wishes = []
    for part in header.split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            wishes.append((float(quality or 1), tag.split("-")[0].lower()))
        except ValueError:
            continue
    return tuple(tag for _, tag in sorted(wishes, key=lambda wish: -wish[0]) if tag)


@cache
def texts(language: str) -> dict[str, str]:
    """Return the texts of one language by id; read once."""
    catalogue = "dashboard" if language in LANGUAGES else "phone"
    found: dict[str, str] = json.loads((FOLDER / f"{catalogue}_{language}.json").read_text(encoding="utf-8"))
    return found
