"""How a clip sounds by its samples: how loud it is, how it is trimmed, and what a person would hear as a fault."""

from __future__ import annotations

from array import array
from math import inf, log10

from display_board.sound.wave import RATE_HZ

LEVEL_DB = -18.0
"""Loudness of every clip that is made here, in dB below full scale: loud enough for a hall, and nothing is cut off."""
LARGEST = 30_000
"""The highest amplitude of a clip that is made here; a clip with high peaks stays a little quieter."""
FADE_MS = 4
"""Short, so that the beginning of a hard consonant is not softened away."""
FRAME = RATE_HZ // 50
"""Samples of 20 ms: what the ear takes for one instant."""
_SILENT = 0.03
"""A frame below this share of the loudest amplitude is a pause and does not count."""
_FULL = 32_700
_FULL_RUN = 4
EDGE_SHARE = 0.01
"""A sample at either end is silence below this share of the loudest amplitude."""
LONGEST_SILENCE_MS = 120
LARGEST_STEP_DB = 6.0
"""A clip that is so much louder or quieter than the others sounds as if another person spoke."""


def loudness_db(samples: bytes) -> float:
    """Return the loudness of what is not a pause, in dB below full scale (-inf for mere silence).

    >>> round(loudness_db(array("h", [16_384, -16_384] * 2_000).tobytes()), 1)
    -6.0
    """
    values = array("h", samples)
    floor = (_SILENT * _loudest(values)) ** 2
    frames = [values[at : at + FRAME] for at in range(0, len(values), FRAME)]
    heard = [power for frame in frames if (power := sum(value * value for value in frame) / len(frame)) > floor]
    return 10 * log10(sum(heard) / len(heard) / 32_768**2) if heard else -inf


def trimmed(samples: bytes, *, keep_ms: int = 15) -> bytes:
    """Return `samples` without the silence at both ends, at one loudness, its edges faded so that joining is clean.

    `keep_ms` of the silence stay before and after.
    """
    values = array("h", samples)
    loudest = _loudest(values)
    if not loudest:
        return b""
    keep = RATE_HZ * keep_ms // 1000
    begin, end = _sounding(values, EDGE_SHARE * loudest)
    part = values[max(0, begin - keep) : end + keep]
    gain = min(10 ** ((LEVEL_DB - loudness_db(part.tobytes())) / 20), LARGEST / loudest)
    fade = max(1, min(RATE_HZ * FADE_MS // 1000, len(part) // 2))
    for at, value in enumerate(part):
        edge = min(at, len(part) - 1 - at, fade) / fade
        part[at] = int(value * gain * edge)
    return part.tobytes()


def faults_of(samples: bytes) -> list[str]:
    """Return what a person would hear as a fault of this clip alone, in words."""
    values = array("h", samples)
    loudest = _loudest(values)
    if not loudest:
        return ["is silent"]
    begin, end = _sounding(values, EDGE_SHARE * loudest)
    silences = {"beginning": begin, "end": len(values) - end}
    said = [
        f"has {1000 * length // RATE_HZ} ms of silence at its {where}: cut it"
        for where, length in silences.items()
        if 1000 * length > LONGEST_SILENCE_MS * RATE_HZ
    ]
    return [*said, *(["is overdriven: record it again, quieter"] if is_overdriven(values) else [])]


def out_of_step(loudness: dict[str, float]) -> dict[str, float]:
    """Return the clips that are not as loud as the others, each with how many dB it is louder (or, below 0, quieter).

    >>> out_of_step({"n1": -18.0, "n2": -19.0, "n3": -18.0, "n4": -27.5})
    {'n4': -9.5}
    """
    heard = sorted(level for level in loudness.values() if level > -inf)
    middle = heard[len(heard) // 2] if heard else 0.0
    steps = {name: level - middle for name, level in loudness.items() if level > -inf}
    return {name: round(step, 1) for name, step in steps.items() if abs(step) > LARGEST_STEP_DB}


def _loudest(values: array[int]) -> int:
    return max((abs(value) for value in values), default=0)


def _sounding(values: array[int], floor: float) -> tuple[int, int]:
    """Return where sound above `floor` begins and where it has ended."""
    begin = next(at for at in range(len(values)) if abs(values[at]) > floor)
    end = next(at for at in range(len(values) - 1, -1, -1) if abs(values[at]) > floor)
    return begin, end + 1


def is_overdriven(values: array[int]) -> bool:
    """Return whether the wave stands at its limit for several samples: its tops were cut off."""
    run = 0
    for value in values:
        run = run + 1 if abs(value) >= _FULL else 0
        if run >= _FULL_RUN:
            return True
    return False
