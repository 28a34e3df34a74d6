from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_board.voice import spoken_number
from display_board.voice.script import script
from display_board.voice.spoken_number import number_clips, number_words
from tests.helpers.examples import assert_examples_hold

ARABIC = {
    0: "صفر",
    1: "واحد",
    2: "اثنان",
    8: "ثمانية",
    10: "عشرة",
    11: "أحد عشر",
    12: "اثنا عشر",
    15: "خمسة عشر",
    18: "ثمانية عشر",
    20: "عشرون",
    21: "واحد وعشرون",
    22: "اثنان وعشرون",
    47: "سبعة وأربعون",
    90: "تسعون",
    99: "تسعة وتسعون",
    100: "مئة",
    101: "مئة وواحد",
    102: "مئة واثنان",
    110: "مئة وعشرة",
    111: "مئة وأحد عشر",
    120: "مئة وعشرون",
    199: "مئة وتسعة وتسعون",
    200: "مئتان",
    212: "مئتان واثنا عشر",
    300: "ثلاثمئة",
    347: "ثلاثمئة وسبعة وأربعون",
    600: "ستمئة",
    816: "ثمانمئة وستة عشر",
    990: "تسعمئة وتسعون",
    999: "تسعمئة وتسعة وتسعون",
}
ENGLISH = {
    0: "zero",
    7: "seven",
    13: "thirteen",
    20: "twenty",
    47: "forty seven",
    100: "one hundred",
    101: "one hundred and one",
    111: "one hundred and eleven",
    120: "one hundred and twenty",
    347: "three hundred and forty seven",
    999: "nine hundred and ninety nine",
}


@pytest.mark.parametrize(("number", "words"), ARABIC.items())
def test_arabic_numbers_read_as_written_in_the_grammar(number: int, words: str) -> None:
    assert number_words(number, "ar") == words


@pytest.mark.parametrize(("number", "words"), ENGLISH.items())
def test_english_numbers_read_as_said(number: int, words: str) -> None:
    assert number_words(number, "en") == words


@pytest.mark.parametrize(
    ("number", "language", "clips"),
    [
        (347, "ar", ("n300", "and_n7", "and_n40")),
        (40, "ar", ("n40",)),
        (105, "ar", ("n100", "and_n5")),
        (219, "ar", ("n200", "and_n19")),
        (530, "ar", ("n500", "and_n30")),
        (347, "en", ("n3", "hundred", "and", "n40", "n7")),
        (200, "en", ("n2", "hundred")),
    ],
)
def test_clips_follow_each_other_as_spoken(number: int, language: str, clips: tuple[str, ...]) -> None:
    assert number_clips(number, language) == clips


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_number_to_999_has_its_own_clips_and_each_is_in_the_script(language: str) -> None:
    said = [number_clips(number, language) for number in range(1000)]
    assert len(set(said)) == 1000
    assert {clip for clips in said for clip in clips} <= set(script(language))


def test_every_number_clip_of_the_script_is_used_by_some_number() -> None:
    for language in ("ar", "en"):
        used = {clip for number in range(1000) for clip in number_clips(number, language)}
        numbers = {clip for clip in script(language) if clip.startswith(("n", "and", "hundred"))}
        assert numbers == used


@given(st.integers(1, 999))
def test_arabic_parts_add_up_and_only_the_first_has_no_and(number: int) -> None:
    first, *others = number_clips(number, "ar")
    assert not first.startswith("and_")
    assert all(clip.startswith("and_n") for clip in others)
    assert sum(int(clip.rpartition("n")[2]) for clip in (first, *others)) == number


@given(st.integers(21, 99).filter(lambda number: number % 10))
def test_arabic_says_units_before_tens(number: int) -> None:
    units, tens = (int(clip.rpartition("n")[2]) for clip in number_clips(number, "ar"))
    assert units < 10 < tens


@given(st.integers(1, 9), st.integers(1, 99))
def test_arabic_says_hundreds_first_and_the_rest_as_ever(hundreds: int, rest: int) -> None:
    alone = number_clips(rest, "ar")
    joined = number_clips(100 * hundreds + rest, "ar")
    assert joined == (f"n{100 * hundreds}", f"and_{alone[0]}", *alone[1:])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_number_above_999_is_said_digit_by_digit(language: str) -> None:
    assert number_clips(1047, language) == ("n1", "n0", "n4", "n7")


def test_no_number_is_negative() -> None:
    with pytest.raises(ValueError, match="-3"):
        number_clips(-3, "ar")


def test_the_examples_hold() -> None:
    assert_examples_hold(spoken_number)
