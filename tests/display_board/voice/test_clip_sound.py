from __future__ import annotations

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from display_board.sound.wave import RATE_HZ
from display_board.voice import clip_sound
from display_board.voice.clip_sound import LARGEST, LEVEL_DB, faults_of, loudness_db, out_of_step, trimmed
from tests.helpers.examples import assert_examples_hold

MS = RATE_HZ / 1000


def tone(amplitude: int, ms: int = 400) -> array[int]:
    return array("h", [int(amplitude * math.cos(at / 9)) for at in range(int(ms * MS))])


def silence(ms: int) -> array[int]:
    return array("h", bytes(2 * int(ms * MS)))


def test_pauses_do_not_count_for_loudness() -> None:
    alone, parted = tone(9_000), tone(9_000) + silence(800) + tone(9_000)
    assert loudness_db(parted.tobytes()) == pytest.approx(loudness_db(alone.tobytes()), abs=0.3)


def test_silence_has_no_loudness() -> None:
    assert loudness_db(bytes(4_000)) == loudness_db(b"") == -math.inf


def test_silence_at_both_ends_goes_but_a_breath() -> None:
    sound = tone(9_000)
    kept = array("h", trimmed((silence(900) + sound + silence(900)).tobytes(), keep_ms=10))
    assert len(sound) - 20 <= len(kept) <= len(sound) + 2 * 10 * MS


@pytest.mark.parametrize("amplitude", [400, 2_000, 12_000, 32_000])
def test_quiet_and_loud_come_out_alike(amplitude: int) -> None:
    assert loudness_db(trimmed(tone(amplitude).tobytes())) == pytest.approx(LEVEL_DB, abs=0.3)


def test_a_clip_of_high_peaks_stays_quieter_and_is_never_overdriven() -> None:
    peaks = tone(500)
    for at in range(0, len(peaks), 900):
        peaks[at] = 32_000
    kept = trimmed(peaks.tobytes())
    assert max(abs(value) for value in array("h", kept)) <= LARGEST
    assert loudness_db(kept) < LEVEL_DB
    assert faults_of(kept) == []


@given(st.lists(st.integers(-32_768, 32_767), max_size=3_000))
def test_a_trimmed_clip_begins_and_ends_without_a_click(values: list[int]) -> None:
    kept = array("h", trimmed(array("h", values).tobytes()))
    assert [value for value in (*kept[:1], *kept[-1:]) if value] == []
    assert all(abs(value) <= LARGEST for value in kept)


def test_nothing_stays_of_mere_silence() -> None:
    assert trimmed(bytes(1_000)) == b""


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        (tone(9_000), []),
        (silence(100), ["is silent"]),
        (silence(300) + tone(9_000), ["has 300 ms of silence at its beginning: cut it"]),
        (tone(9_000) + silence(200), ["has 200 ms of silence at its end: cut it"]),
        (
            array("h", [max(-32_768, min(32_767, 3 * value)) for value in tone(30_000)]),
            ["is overdriven: record it again, quieter"],
        ),
    ],
)
def test_what_a_person_would_hear_as_a_fault_is_named(values: array[int], faults: list[str]) -> None:
    assert faults_of(values.tobytes()) == faults


def test_clips_that_are_not_as_loud_as_the_others_are_named_with_how_much() -> None:
    even = {f"n{n}": -18.0 + n / 10 for n in range(20)}
    assert out_of_step(even) == {}
    steps = out_of_step({**even, "quiet": -30.0, "loud": -8.0, "silent": -math.inf})
    assert set(steps) == {"quiet", "loud"}
    assert steps["quiet"] < -6 < 6 < steps["loud"]
    assert out_of_step({}) == {}


def test_the_examples_hold() -> None:
    assert_examples_hold(clip_sound)
