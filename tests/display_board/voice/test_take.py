"""Takes that a microphone may give: right ones become clips, others say what is wrong."""

from __future__ import annotations

import io
import random
import wave
from array import array
from math import pi, sin

import pytest

from display_board.sound.wave import RATE_HZ, length_s
from display_board.voice.clip_sound import LARGEST, LEVEL_DB, faults_of, loudness_db
from display_board.voice.take import FAULTS, TakeError, judge, resampled


def take(
    *, volume: float = 0.3, noise: float = 0.0005, rate: int = 48_000, before_s: float = 0.4, sound_s: float = 0.8,
    after_s: float = 0.4, channels: int = 1, limit: int = 32_767,
) -> bytes:  # fmt: skip
    """Return a WAV of a voice (a tone of 300 Hz with overtones that swells and fades) in a room with some noise."""
    chance = random.Random(7)
    values = array("h")
    for at in range(int((before_s + sound_s + after_s) * rate)):
        time_s = at / rate - before_s
        voice = 0.0
        if 0 <= time_s < sound_s:
            swell = min(1.0, 20 * time_s / sound_s, 20 * (1 - time_s / sound_s))
            voice = swell * sum(sin(2 * pi * 300 * tone * time_s) / tone for tone in (1, 2, 3))
        value = 32_767 * (volume * voice + noise * chance.uniform(-1, 1))
        values.extend([max(-limit, min(limit, round(value)))] * channels)
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(values.tobytes())
    return file.getvalue()


@pytest.mark.parametrize(("rate", "channels"), [(48_000, 1), (44_100, 2), (22_050, 1), (16_000, 1)])
def test_a_right_take_of_any_rate_becomes_a_trimmed_clip_at_the_loudness_of_all(rate: int, channels: int) -> None:
    judged = judge(take(rate=rate, channels=channels))
    assert judged.faults == ()
    assert loudness_db(judged.clip) == pytest.approx(LEVEL_DB, abs=0.5)
    assert length_s(judged.clip) == pytest.approx(0.84, abs=0.06)
    assert faults_of(judged.clip) == []
    assert max(abs(value) for value in array("h", judged.clip)) <= LARGEST
    assert judged.length_s == pytest.approx(0.8, abs=0.05)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"volume": 0.008, "noise": 0.00005}, "too_quiet"),
        ({"volume": 1.2}, "clipped"),
        ({"noise": 0.06}, "noisy"),
        ({"before_s": 0.0}, "cut_start"),
        ({"after_s": 0.0}, "cut_end"),
        ({"sound_s": 0.06}, "too_short"),
        ({"sound_s": 6.5, "rate": 16_000}, "too_long"),
        ({"volume": 0.0}, "no_speech"),
    ],
)
def test_a_take_that_is_not_right_says_why_and_makes_no_clip(wrong: dict[str, float], fault: str) -> None:
    judged = judge(take(**wrong))  # type: ignore[arg-type]  # by name
    assert (judged.faults, judged.clip) == ((fault,), b"")
    assert set(judged.faults) <= set(FAULTS)


def test_a_quiet_and_a_loud_speaker_make_clips_of_one_loudness() -> None:
    levels = [loudness_db(judge(take(volume=volume, noise=0.0001)).clip) for volume in (0.03, 0.1, 0.4)]
    assert max(levels) - min(levels) < 0.5


def test_a_tone_above_what_the_boards_rate_carries_is_filtered_out_and_a_low_one_stays() -> None:
    rate = 48_000
    for tone_hz, share in ((1_000, 1.0), (15_000, 0.0)):
        values = array("h", [round(10_000 * sin(2 * pi * tone_hz * at / rate)) for at in range(rate // 5)])
        made = resampled(values, rate)
        middle = made[len(made) // 4 : 3 * len(made) // 4]
        assert len(made) == pytest.approx(RATE_HZ / 5, abs=2)
        assert max(middle) / 10_000 == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize("content", [b"", b"RIFFnonsense", take(rate=8_000)])
def test_what_is_no_recording_is_refused(content: bytes) -> None:
    with pytest.raises(TakeError):
        judge(content)
