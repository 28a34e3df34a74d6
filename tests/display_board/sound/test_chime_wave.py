from __future__ import annotations

from array import array

from display_board.sound.chime_wave import LENGTH_S, make_chime
from display_board.sound.wave import RATE_HZ, length_s


def test_the_chime_is_loud_and_never_clipped() -> None:
    levels = array("h", make_chime())
    assert 15_000 < max(abs(level) for level in levels) < 32_000


def test_the_chime_begins_and_ends_without_a_click() -> None:
    levels = array("h", make_chime())
    assert abs(levels[0]) < 200
    assert abs(levels[-1]) < 200


def test_the_chime_has_two_strokes() -> None:
    levels = array("h", make_chime())
    window = RATE_HZ // 50
    loudness = [max(map(abs, levels[at : at + window])) for at in range(0, len(levels) - window, window)]
    strokes = [at for at in range(1, len(loudness)) if loudness[at] > loudness[at - 1] * 1.4]
    assert len(strokes) >= 1
    assert abs(strokes[-1] * window / RATE_HZ - 0.34) < 0.05
    assert loudness[0] > 10_000


def test_the_chime_is_about_a_second() -> None:
    assert abs(length_s(make_chime()) - LENGTH_S) < 0.01
