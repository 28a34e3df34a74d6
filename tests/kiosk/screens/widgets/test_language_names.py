from __future__ import annotations

from kiosk.screens.widgets.language_names import LANGUAGE_NAMES, LANGUAGE_WORDS
from tools.catalogues import LANGUAGES


def test_every_language_of_the_kiosk_has_a_name_and_a_word_for_the_button() -> None:
    assert set(LANGUAGES["kiosk"]) <= set(LANGUAGE_NAMES)
    assert set(LANGUAGES["kiosk"]) == set(LANGUAGE_WORDS)
    assert all("Language" in word for word in LANGUAGE_WORDS.values())
