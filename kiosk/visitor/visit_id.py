"""Make the id of a visit at the kiosk, so that a second try to issue it is the same visit."""

from __future__ import annotations

import random

from common.clock.wall_clock import utc_now
from common.uuid7 import CHANCE_BITS, uuid7_of

_CHANCE = random.SystemRandom()
"""The machine's own chance; `secrets` has no other, and maps OpenSSL into the program."""


def new_visit_id() -> str:
    """Return a fresh visit id."""
    return uuid7_of(int(utc_now().timestamp() * 1000), _CHANCE.getrandbits(CHANCE_BITS))
