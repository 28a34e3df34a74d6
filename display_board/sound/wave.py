"""Join clips and silence to one WAV: pure work on 16-bit mono samples at 22,050 Hz."""

from __future__ import annotations

import io
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path

RATE_HZ = 22_050
SAMPLE_BYTES = 2
_HOW_TO_MEND = "convert it: sox OLD.wav -r 22050 -c 1 -b 16 NEW.wav"


class ClipError(Exception):
    """A sound file cannot be used; the text names the file and what to do."""


def silence(ms: int) -> bytes:
    """Return the samples of `ms` milliseconds of silence.

    >>> len(silence(1000)) == RATE_HZ * SAMPLE_BYTES
    True
    """
    return bytes(RATE_HZ * ms // 1000 * SAMPLE_BYTES)


def length_s(samples: bytes) -> float:
    """Return how long `samples` sound, in seconds."""
    return len(samples) / (RATE_HZ * SAMPLE_BYTES)


def to_wav(parts: Iterable[bytes]) -> bytes:
    """Return one WAV file that has the samples of `parts` in their order, none cut."""
    target = io.BytesIO()
    with wave.open(target, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(RATE_HZ)
        sound.writeframes(b"".join(parts))
    return target.getvalue()


def read_clip(path: Path) -> bytes:
    """Return the samples of a WAV file; raise ClipError if it is not one, or has another rate, depth or count."""
    try:
        with wave.open(str(path), "rb") as sound:
            shape = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
            samples = sound.readframes(sound.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise ClipError(f"{path.name}: not a WAV file that can be read ({error})") from error
    if shape != (1, SAMPLE_BYTES, RATE_HZ):
        channels, depth, rate = shape
        raise ClipError(f"{path.name}: {channels} channel(s), {8 * depth} bit, {rate} Hz; {_HOW_TO_MEND}")
    if not samples:
        raise ClipError(f"{path.name}: holds no sound")
    return samples


def softened(samples: bytes, percent: int) -> bytes:
    """Return `samples` at `percent` (0 to 100) of their loudness.

    >>> array("h", softened(array("h", [1000, -1000]).tobytes(), 40)).tolist()
    [400, -400]
    """
    if percent >= 100:
        return samples
    return array("h", [int(value * percent / 100) for value in array("h", samples)]).tobytes()
