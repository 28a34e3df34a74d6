from __future__ import annotations

import re
import string

import pytest

from display_board.voice import script as voice_script
from display_board.voice.script import ARABIC_LETTERS, letter_clip, script
from tests.helpers.examples import assert_examples_hold

VOWELS = re.compile("[\u064b-\u0652]")


def test_sixty_four_arabic_clips_say_all_numbers() -> None:
    numbers = [clip for clip in script("ar") if re.fullmatch(r"(and_)?n\d+", clip)]
    assert len(numbers) == 28 + 27 + 9


def test_arabic_texts_are_vocalised() -> None:
    bare = [clip for clip, text in script("ar").items() if not VOWELS.search(text)]
    assert bare == ["letter_i", "letter_r"]  # آي and آر have no short vowel


@pytest.mark.parametrize("language", ["ar", "en"])
def test_clip_ids_are_file_names_of_every_system(language: str) -> None:
    assert all(re.fullmatch(r"[a-z0-9_]+", clip) for clip in script(language))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_letter_has_a_clip(language: str) -> None:
    letters = [letter_clip(letter) for letter in [*string.ascii_letters, *ARABIC_LETTERS, *"أإآة"]]
    assert {letter for letter in letters if letter} <= set(script(language))
    assert None not in letters


def test_the_examples_hold() -> None:
    assert_examples_hold(voice_script)
