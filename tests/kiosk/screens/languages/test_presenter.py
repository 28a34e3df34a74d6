from __future__ import annotations

import pytest

from kiosk.screens.languages.presenter import derive_header, derive_languages
from tests.helpers.fake_hall import example_hall

FIVE = ("ar", "en", "ur", "hi", "bn")


@pytest.mark.parametrize(("shown", "other"), [("ar", "en"), ("en", "ar"), ("fr", "ar")])
def test_of_two_languages_the_button_offers_the_other_one(shown: str, other: str) -> None:
    hall = example_hall()
    view = derive_header(hall, shown, ("ar", "en"))
    assert (view.hall_names, view.other_language, view.many) == (hall.names, other, False)


def test_of_many_languages_the_button_offers_all() -> None:
    assert derive_header(None, "ar", FIVE).many
    assert derive_languages(FIVE).languages == FIVE


def test_where_there_is_no_other_language_there_is_no_button() -> None:
    assert derive_header(None, "ar", ("ar",)).other_language is None
