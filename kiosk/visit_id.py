"""Make the id of a visit at the kiosk, so that a second try to issue it is the same visit."""

from __future__ import annotations

import secrets
import time

from contracts.uuid7 import CHANCE_BITS, uuid7_of


def new_visit_id() -> str:
    """Return a fresh visit id."""
    return uuid7_of(time.time_ns() // 1_000_000, secrets.randbits(CHANCE_BITS))
