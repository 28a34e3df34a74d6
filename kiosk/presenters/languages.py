"""Which languages are offered: by one button that leads to the next, or by a page where there are more than two."""

from __future__ import annotations

from kiosk.presenters.views import HeaderView, LanguagesView, Texts

FEW = 2


def derive_header(hall_names: Texts, shown: str, languages: tuple[str, ...]) -> HeaderView:
    """Return the strip at the top: the language after `shown`, round and round; None where there is no other."""
    others = [tag for tag in languages if tag != shown]
    if not others:
        return HeaderView(hall_names, None)
    at = languages.index(shown) if shown in languages else -1
    return HeaderView(hall_names, languages[(at + 1) % len(languages)], many=len(languages) > FEW)


def second_language(shown: str, languages: tuple[str, ...]) -> str:
    """Return the language that a calm screen repeats its texts in: English, or Arabic below English; "" for none."""
    return next((tag for tag in ("en", "ar") if tag != shown and tag in languages), "")


def derive_languages(languages: tuple[str, ...]) -> LanguagesView:
    """Return the page of all languages."""
    return LanguagesView(languages)
