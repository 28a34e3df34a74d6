"""Pairing codes of the hall: how one is made, how long it lives, how often it may be tried."""

from __future__ import annotations

import secrets
from datetime import timedelta

from contracts.devices.pairing_string import ALPHABET, CODE_LENGTH

LIFE = timedelta(minutes=10)
TRIES_A_MINUTE = 5


def fresh_code() -> str:
    """Return a random code of 40 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
