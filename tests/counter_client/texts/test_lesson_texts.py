from __future__ import annotations

import pytest

from counter_client.keyboard.shortcuts import SHORTCUTS
from counter_client.texts.lesson_texts import LESSON_TEXTS


@pytest.mark.parametrize("action", [one for one in LESSON_TEXTS if one in SHORTCUTS])
def test_a_sentence_names_the_key_that_its_button_has(action) -> None:
    assert SHORTCUTS[action].name in LESSON_TEXTS[action].replace(".", " ").replace(",", " ").split()
