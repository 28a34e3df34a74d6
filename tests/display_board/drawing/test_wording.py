from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.display_board.helpers.board_parts import shown_in

pytestmark = pytest.mark.process

NAMES = {"ar": "الأراضي", "en": "Lands"}


def test_both_languages_stand_side_by_side_arabic_first(qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        assert wording.tags == ("ar", "en")
        assert wording.name(NAMES) == "الأراضي · Lands"
        assert wording.label("النافذة", "Counter") == "النافذة · Counter"


def test_one_language_stands_alone(qapp: QApplication) -> None:
    with shown_in(qapp, "en") as wording:
        assert wording.tags == ("en",)
        assert wording.name(NAMES) == "Lands"
        assert wording.label("Counter", "Counter") == "Counter"


def test_a_name_that_lacks_the_language_is_shown_as_it_is(qapp: QApplication) -> None:
    with shown_in(qapp, "en") as wording:
        assert wording.name({"ar": "الأراضي"}) == "الأراضي"
        assert wording.name({}) == ""


def test_equal_names_are_not_said_twice(qapp: QApplication) -> None:
    with shown_in(qapp, "both") as wording:
        assert wording.name({"ar": "Amlak", "en": "Amlak"}) == "Amlak"


def test_arabic_digits_are_written_where_the_hall_wants_them(qapp: QApplication) -> None:
    with shown_in(qapp, "ar") as wording:
        wording.language.set_digits("arabic_indic")
        assert wording.number("A047") == "A٠٤٧"
        wording.language.set_digits("western")
        assert wording.number(47) == "47"
