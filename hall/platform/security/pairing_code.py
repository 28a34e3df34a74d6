"""Pairing codes: eight of Crockford's characters, read aloud and typed on another screen without mistakes (pure)."""

from __future__ import annotations

import secrets
from datetime import timedelta

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
LIFE = timedelta(minutes=10)
TRIES_A_MINUTE = 5
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def fresh_code() -> str:
    """Return a random code of 40 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def as_typed(text: str) -> str:
    """Return what somebody meant who typed a code: small letters, O for 0, I and L for 1, spaces and hyphens.

    >>> as_typed("k7oq-2xil")
    'K70Q2X11'
    """
    return text.upper().translate(_READ_AS)


def well_formed(code: str) -> bool:
    """Say whether a code (as meant) can be one at all."""
    return len(code) == LENGTH and set(code) <= set(ALPHABET)
