from __future__ import annotations

import pytest

from kiosk.screens.keypad.texts import KeypadTexts
from qtkit.language.language import Language

pytestmark = pytest.mark.process


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_every_keypad_and_every_note_has_its_words(language: Language, tag: str) -> None:
    language.show(tag)
    texts = KeypadTexts()
    for purpose in ("phone", "booking"):
        words = texts.of(purpose)
        assert all((words.title, words.explanation, words.send))
    assert all(texts.note(note) for note in ("phone_wrong", "booking_unknown", "looking"))
    assert texts.note("") == ""


def test_an_id_without_words_is_a_bug(language: Language) -> None:
    with pytest.raises(KeyError):
        KeypadTexts().of("nothing")
    with pytest.raises(KeyError):
        KeypadTexts().note("nothing")
