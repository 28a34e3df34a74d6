"""Codes that people read aloud and type: set-up codes and recovery codes; only their hashes are stored."""

from __future__ import annotations

import hashlib
import secrets

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter looks like a digit or like another letter."""
SET_UP_LETTERS = 12
"""60 bits: they are good for a day."""
RECOVERY_LETTERS = 24
"""120 bits: nobody finds them from their plain hash, however long they are good."""
RECOVERY_CODES = 10


def new_code(letters: int) -> str:
    """Return a code that can be read aloud, in groups of four letters."""
    made = "".join(secrets.choice(CODE_LETTERS) for _ in range(letters))
    return "-".join(made[at : at + 4] for at in range(0, letters, 4))


def code_hash(code: str) -> str:
    """Return what is stored of a code, however it was typed.

    >>> code_hash("ab1o 2345") == code_hash("AB10-2345")
    True
    """
    plain = code.upper().translate(str.maketrans("OIL", "011", "- "))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def recovery_codes() -> tuple[str, ...]:
    """Return fresh recovery codes: each signs in once in the place of an authenticator's code."""
    return tuple(new_code(RECOVERY_LETTERS) for _ in range(RECOVERY_CODES))
