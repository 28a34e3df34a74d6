"""Which languages are offered: by one button that leads to the next, or by a page where there are more than two."""

from __future__ import annotations

from dataclasses import replace

from contracts.settings.hall_view import HallView
from kiosk.screens.view_data.visitor import HeaderView, LanguagesView

FEW = 2


def derive_header(hall: HallView | None, shown: str, languages: tuple[str, ...]) -> HeaderView:
    """Return the strip at the top: the language after `shown`, round and round; None where there is no other."""
    names, ministry = (hall.names, hall.brand.ministry) if hall is not None else ({}, {})
    others = [tag for tag in languages if tag != shown]
    if not others:
        return HeaderView(names, None, ministry=ministry)
    at = languages.index(shown) if shown in languages else -1
    return HeaderView(names, languages[(at + 1) % len(languages)], many=len(languages) > FEW, ministry=ministry)


def without_buttons(header: HeaderView) -> HeaderView:
    """Return the strip of a screen that nobody touches: both languages are on it.

    Where a hall has more than two, the button to all of them stays.
    """
    return header if header.many else replace(header, other_language=None, help=False)


def second_language(shown: str, languages: tuple[str, ...]) -> str:
    """Return the language that a calm screen repeats its texts in: English, or Arabic below English; "" for none."""
    return next((tag for tag in ("en", "ar") if tag != shown and tag in languages), "")


def derive_languages(languages: tuple[str, ...]) -> LanguagesView:
    """Return the page of all languages."""
    return LanguagesView(languages)
