from __future__ import annotations

import pytest

from kiosk.presenters.languages import derive_header, derive_languages

FIVE = ("ar", "en", "ur", "hi", "bn")


@pytest.mark.parametrize(("shown", "other"), [("ar", "en"), ("en", "ar"), ("fr", "ar")])
def test_of_two_languages_the_button_offers_the_other_one(shown: str, other: str) -> None:
    view = derive_header({"ar": "قاعة"}, shown, ("ar", "en"))
    assert (view.hall_names, view.other_language, view.many) == ({"ar": "قاعة"}, other, False)


def test_of_many_languages_the_button_offers_all() -> None:
    assert derive_header({}, "ar", FIVE).many
    assert derive_languages(FIVE).languages == FIVE


def test_where_there_is_no_other_language_there_is_no_button() -> None:
    assert derive_header({}, "ar", ("ar",)).other_language is None
