from __future__ import annotations

import io
import time
import wave
from array import array
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from display_board.sound import wave as joined_wave
from display_board.sound.wave import RATE_HZ, ClipError, length_s, read_clip, silence, softened, to_wav
from tests.helpers.examples import assert_examples_hold


def samples_of(wav: bytes) -> bytes:
    with wave.open(io.BytesIO(wav)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE_HZ)
        return sound.readframes(sound.getnframes())


@given(st.lists(st.binary(max_size=400).map(lambda raw: raw[: len(raw) // 2 * 2]), max_size=20))
def test_no_clip_is_cut_and_none_comes_twice(parts: list[bytes]) -> None:
    assert samples_of(to_wav(parts)) == b"".join(parts)


@given(st.lists(st.tuples(st.integers(1, 3000), st.integers(0, 700)), min_size=1, max_size=12))
def test_a_joined_wave_is_as_long_as_its_clips_and_gaps(sizes: list[tuple[int, int]]) -> None:
    parts = [part for samples, gap_ms in sizes for part in (b"\1\0" * samples, silence(gap_ms))]
    expected = sum(samples / RATE_HZ + gap_ms / 1000 for samples, gap_ms in sizes)
    assert length_s(samples_of(to_wav(parts))) == pytest.approx(expected, abs=len(sizes) / RATE_HZ)


def test_joining_a_call_of_twenty_seconds_takes_less_than_five_milliseconds_of_the_processor() -> None:
    parts = [b"\1\0" * RATE_HZ, silence(40)] * 20
    took = []
    for _ in range(5):
        begun = time.process_time()
        to_wav(parts)
        took.append(time.process_time() - begun)
    assert min(took) < 0.005


def write(path: Path, *, channels: int = 1, depth: int = 2, rate: int = RATE_HZ, frames: int = 100) -> Path:
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(depth)
        sound.setframerate(rate)
        sound.writeframes(b"\1" * (frames * channels * depth))
    return path


def test_a_clip_is_read_whole(tmp_path: Path) -> None:
    assert read_clip(write(tmp_path / "n1.wav", frames=77)) == b"\1" * 154


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        ({"rate": 44_100}, "44100 Hz"),
        ({"channels": 2}, "2 channel"),
        ({"depth": 1}, "8 bit"),
        ({"frames": 0}, "holds no sound"),
    ],
)
def test_a_clip_of_another_shape_is_refused_by_name(tmp_path: Path, shape: dict[str, int], said: str) -> None:
    file = write(tmp_path / "n1.wav", **shape)
    with pytest.raises(ClipError, match=said) as refused:
        read_clip(file)
    assert "n1.wav" in str(refused.value)


def test_what_is_no_wave_is_refused(tmp_path: Path) -> None:
    (tmp_path / "n1.wav").write_bytes(b"RIFF, or so it says")
    with pytest.raises(ClipError, match=r"n1\.wav"):
        read_clip(tmp_path / "n1.wav")
    with pytest.raises(ClipError, match=r"n2\.wav"):
        read_clip(tmp_path / "n2.wav")


def test_the_examples_hold() -> None:
    assert_examples_hold(joined_wave)


@given(st.lists(st.integers(-32_768, 32_767), max_size=200), st.integers(0, 100))
@example([10_510], 70)
def test_softer_is_the_same_sound_with_each_sample_smaller(values: list[int], percent: int) -> None:
    soft = array("h", softened(array("h", values).tobytes(), percent))
    assert len(soft) == len(values)
    for before, after in zip(values, soft, strict=True):
        assert abs(after - before * percent / 100) < 1
