from __future__ import annotations

import pytest

from counter_client.keyboard.shortcuts import LETTERS
from counter_client.texts.texts import ACTIONS, say
from qtkit.language.language import Language


@pytest.mark.parametrize(("language", "letter"), [("ar", 1), ("en", 0)])
def test_an_entry_s_letter_stands_in_its_text(english: Language, language: str, letter: int) -> None:
    english.show(language)
    for action, pair in LETTERS.items():
        assert pair[letter].lower() in say(ACTIONS[action]).lower(), action
