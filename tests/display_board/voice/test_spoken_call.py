from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_board.voice import spoken_call
from display_board.voice.script import ARABIC_LETTERS, script
from display_board.voice.spoken_call import BREATH_MS, CHIME, LANGUAGE_GAP_MS, Clip, Pause, call_parts, ticket_clips
from tests.helpers.examples import assert_examples_hold


def names(ticket: str, counter: int, languages: tuple[str, ...]) -> list[str]:
    return [part.name for part in call_parts(ticket, counter, languages) if isinstance(part, Clip)]


def test_a_call_is_chime_who_and_where() -> None:
    said = names("A047", 3, ("ar",))
    assert said == [CHIME, "holder", "letter_a", "n7", "and_n40", "go_to_counter", "n3"]


def test_arabic_comes_first_and_english_after_a_longer_pause() -> None:
    parts = call_parts("B120", 12, ("ar", "en"))
    languages = [part.language for part in parts if isinstance(part, Clip) and part.language]
    assert languages == ["ar"] * 6 + ["en"] * 8
    assert [part.ms for part in parts if isinstance(part, Pause) and part.ms == LANGUAGE_GAP_MS] == [LANGUAGE_GAP_MS]
    assert parts[1] == Pause(BREATH_MS)


def test_clips_and_pauses_take_turns() -> None:
    parts = call_parts("A347", 16, ("ar", "en"))
    kinds = [isinstance(part, Clip) for part in parts]
    assert kinds == [at % 2 == 0 for at in range(len(parts))]


@pytest.mark.parametrize(
    ("ticket", "clips"),
    [
        ("A001", ("letter_a", "n1")),
        ("A100", ("letter_a", "n100")),
        ("047", ("n7", "and_n40")),
        ("أ047", ("letter_alif", "n7", "and_n40")),
        ("ب-٠٠٣", ("letter_ba", "n3")),
        ("AB 12", ("letter_a", "letter_b", "n12")),
        ("z009", ("letter_z", "n9")),
    ],
)
def test_leading_zeros_are_not_said_and_letters_are(ticket: str, clips: tuple[str, ...]) -> None:
    assert ticket_clips(ticket, "ar") == clips


@given(
    st.sampled_from([*string.ascii_uppercase, *ARABIC_LETTERS, "أ", "إ", "ة", ""]),
    st.integers(1, 999),
    st.integers(1, 999),
)
def test_every_ticket_and_counter_can_be_said_with_clips_of_the_script(prefix: str, number: int, counter: int) -> None:
    for language in ("ar", "en"):
        said = set(names(f"{prefix}{number:03}", counter, (language,)))
        assert said - {CHIME} <= set(script(language))


def test_the_examples_hold() -> None:
    assert_examples_hold(spoken_call)
