"""Messages speak the visitor's language and say what to do."""

from __future__ import annotations

import pytest

from hall.domain.message_texts import called_text, reply_text, spoken, turn_text

HALL = {"ar": "قاعة مسقط", "en": "Muscat hall"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_message_names_hall_and_number_and_fits_two_parts(language: str) -> None:
    told = [
        turn_text(language, HALL, "A047", 3),
        turn_text(language, HALL, "A047", 0),
        called_text(language, HALL, "A047", 12),
        reply_text(language, HALL, "A047", "…"),
    ]
    assert len(set(told)) == 4
    for text in told:
        assert HALL[language] in text
        assert "A047" in text
        assert len(text) <= 134, "two parts of a text message in Arabic letters"


def test_a_language_we_do_not_write_becomes_arabic() -> None:
    assert spoken("ur") == "ar"
    assert "Muscat" in called_text("ar", {"en": "Muscat hall"}, "A1", 1)
