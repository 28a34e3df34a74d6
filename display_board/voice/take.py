"""Judge one take of a clip, and make the clip from it: trimmed, and at the loudness of all clips (pure).

The rule: speech, that is every frame of 20 ms well above the noise, is brought to 18 dB below full scale; no sample
goes above 30,000 of 32,768; 55 ms stay before and 75 ms after the speech at most, faded at the edges.
"""

from __future__ import annotations

import io
import wave
from array import array
from dataclasses import dataclass
from math import ceil, cos, inf, log10, pi, sin
from operator import mul

from display_board.sound.wave import RATE_HZ
from display_board.voice.clip_sound import LEVEL_DB, is_overdriven, loudness_db, trimmed

QUIETEST_DB = LEVEL_DB - 20
"""Speech below this would be lifted by more than 20 dB, and its noise with it."""
LEAST_ABOVE_NOISE_DB = 25.0
SHORTEST_S = 0.12
LONGEST_S = 6.0
EDGE_MS = 60
"""Silence that a take must have before and after the speech: with less, a first or last sound may be cut off."""
NO_SPEECH, TOO_QUIET, CLIPPED, NOISY = "no_speech", "too_quiet", "clipped", "noisy"
CUT_START, CUT_END, TOO_SHORT, TOO_LONG = "cut_start", "cut_end", "too_short", "too_long"
FAULTS = (NO_SPEECH, TOO_QUIET, CLIPPED, NOISY, CUT_START, CUT_END, TOO_SHORT, TOO_LONG)

_FRAME_S = 0.02
_SPEECH_ABOVE_NOISE_DB = 12.0
_FLOOR_DB = -60.0
"""Nothing below this is taken for speech."""
_KEEP_BEFORE_S, _KEEP_AFTER_S = 0.04, 0.06
_ZERO_CROSSINGS = 12
_RATES_HZ = (16_000, 192_000)


class TakeError(Exception):
    """What was sent is no recording that can be judged."""


@dataclass(frozen=True)
class Take:
    """What was measured, in dB below full scale and seconds; `clip` has the samples where nothing is wrong."""

    faults: tuple[str, ...]
    level_db: float | None
    peak_db: float | None
    noise_db: float | None
    length_s: float
    clip: bytes = b""


def judge(wav: bytes) -> Take:
    """Return what is wrong with a take of 16 bits at any usual rate, and the clip that it makes."""
    values, rate = read_take(wav)
    frames = _frame_levels(values, rate)
    noise = sorted(frames)[len(frames) // 10] if frames else -inf
    heard = [at for at, level in enumerate(frames) if level > max(noise + _SPEECH_ABOVE_NOISE_DB, _FLOOR_DB)]
    peak = _db(max((abs(value) for value in values), default=0))
    if not heard:
        return Take((NO_SPEECH,), None, _shown(peak), _shown(noise), 0.0)
    begin, end = heard[0], heard[-1] + 1
    speech = values[_sample(begin, rate) : _sample(end, rate)]
    level = loudness_db(speech.tobytes())
    length = (end - begin) * _FRAME_S
    tests = {
        TOO_QUIET: level < QUIETEST_DB,
        CLIPPED: is_overdriven(values),
        NOISY: level - noise < LEAST_ABOVE_NOISE_DB,
        CUT_START: begin * _FRAME_S * 1000 < EDGE_MS,
        CUT_END: (len(frames) - end) * _FRAME_S * 1000 < EDGE_MS,
        TOO_SHORT: length < SHORTEST_S,
        TOO_LONG: length > LONGEST_S,
    }
    faults = tuple(fault for fault in FAULTS if tests.get(fault))
    clip = b"" if faults else _clip_of(values, rate, begin, end)
    return Take(faults, _shown(level), _shown(peak), _shown(noise), round(length, 2), clip)


def read_take(wav: bytes) -> tuple[array[int], int]:
    """Return the samples of one channel and their rate; raise TakeError where it is no WAV of 16 bits."""
    try:
        with wave.open(io.BytesIO(wav), "rb") as sound:
            channels, width, rate = sound.getnchannels(), sound.getsampwidth(), sound.getframerate()
            content = sound.readframes(sound.getnframes())
    except (EOFError, wave.Error) as error:
        raise TakeError(f"not a WAV file that can be read ({error})") from error
    if width != 2 or channels not in {1, 2} or not _RATES_HZ[0] <= rate <= _RATES_HZ[1]:
        raise TakeError(f"{channels} channel(s), {8 * width} bit, {rate} Hz; expected 1 or 2 channels of 16 bit")
    values = array("h", content[: len(content) // (2 * channels) * 2 * channels])
    return values[::channels], rate


def resampled(values: array[int], rate: int) -> array[int]:
    """Return the samples at the board's rate; what the lower rate cannot carry is filtered out first."""
    if rate == RATE_HZ:
        return values
    cut = min(1.0, RATE_HZ / rate)
    reach = ceil(_ZERO_CROSSINGS / cut)
    padded = array("h", bytes(2 * reach)) + values + array("h", bytes(2 * reach))
    by_phase: dict[int, tuple[float, ...]] = {}
    made = array("h")
    for number in range(len(values) * RATE_HZ // rate):
        whole, phase = divmod(number * rate, RATE_HZ)
        if phase not in by_phase:
            by_phase[phase] = _weights(phase / RATE_HZ, cut, reach)
        total = sum(map(mul, padded[whole + 1 : whole + 2 * reach + 1], by_phase[phase]))
        made.append(max(-32_768, min(32_767, round(total))))
    return made


def _weights(phase: float, cut: float, reach: int) -> tuple[float, ...]:
    """Return a sinc under a Hann window around a place between two samples, its sum 1."""
    weights = []
    for at in range(1 - reach, reach + 1):
        turns, place = (at - phase) * cut, (at - phase) / reach
        sinc = sin(pi * turns) / (pi * turns) if turns else 1.0
        weights.append(sinc * (0.5 + 0.5 * cos(pi * place)))
    return tuple(weight / sum(weights) for weight in weights)


def _clip_of(values: array[int], rate: int, begin: int, end: int) -> bytes:
    first = max(0, _sample(begin, rate) - round(_KEEP_BEFORE_S * rate))
    last = _sample(end, rate) + round(_KEEP_AFTER_S * rate)
    return trimmed(resampled(values[first:last], rate).tobytes())


def _sample(frame: int, rate: int) -> int:
    return round(frame * _FRAME_S * rate)


def _frame_levels(values: array[int], rate: int) -> list[float]:
    many = int(len(values) / (_FRAME_S * rate))
    frames = (values[_sample(at, rate) : _sample(at + 1, rate)] for at in range(many))
    return [_db((sum(value * value for value in frame) / len(frame)) ** 0.5) for frame in frames]


def _db(amplitude: float) -> float:
    return 20 * log10(amplitude / 32_768) if amplitude else -inf


def _shown(level: float) -> float | None:
    return round(level, 1) if level > -inf else None
