"""Make the chime: two struck tones a third apart, by code, so that no recording is needed."""

from __future__ import annotations

import math
from array import array

from display_board.sound.wave import RATE_HZ

TONES_HZ = (784.0, 622.25)
"""G5 and then E-flat 5: falling, as hall chimes are."""
STEP_S = 0.34
LENGTH_S = 1.1
_PARTIALS = ((1.0, 1.0, 3.2), (2.0, 0.35, 5.0), (3.01, 0.12, 8.0))
"""(multiple of the tone, strength, how fast it dies): a bell's overtones are not quite whole multiples."""
_PEAK = 20_000


def make_chime() -> bytes:
    """Return the chime's samples (16-bit mono at 22,050 Hz), some 1.1 s."""
    return array("h", [_level(at / RATE_HZ) for at in range(int(LENGTH_S * RATE_HZ))]).tobytes()


def _level(at_s: float) -> int:
    struck = (_tone(tone, at_s - STEP_S * nth) for nth, tone in enumerate(TONES_HZ))
    # The last 60 ms go down to nothing, so that the clip ends without a click.
    end = min(1.0, (LENGTH_S - at_s) / 0.06)
    return int(_PEAK * end * sum(struck))


def _tone(tone_hz: float, since_s: float) -> float:
    if since_s < 0:
        return 0.0
    attack = min(1.0, since_s / 0.004)
    return attack * sum(
        strength * math.exp(-decay * since_s) * math.sin(2 * math.pi * multiple * tone_hz * since_s) / 1.47
        for multiple, strength, decay in _PARTIALS
    )
