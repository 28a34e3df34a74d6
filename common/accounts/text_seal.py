"""Seal short texts that a database keeps under a key outside of it: with the database alone they are of no use."""

from __future__ import annotations

import base64
import os

NONCE_BYTES = 12


class TextSeal:
    """AES-256-GCM of the package cryptography with a random nonce for each text. From any thread.

    `key`: 32 secret bytes that are not in the database. `place`: table and column. A sealed text opens at its place in
    its row alone: copied to another row, as by somebody who can write to the database, it is worth nothing.
    """

    def __init__(self, key: bytes, place: str) -> None:
        self._key = key
        self._place = place

    def seal(self, text: str, row: str) -> str:
        """Return the text sealed for the row of this key, in Base64."""
        # At the first use: cryptography is slow to load, and most starts of a program seal nothing.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        nonce = os.urandom(NONCE_BYTES)
        return base64.b64encode(nonce + AESGCM(self._key).encrypt(nonce, text.encode(), self._bound_to(row))).decode()

    def open(self, sealed: str, row: str) -> str | None:
        """Return the text; None where it was sealed under another key or for another row, or has been changed."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        try:
            whole = base64.b64decode(sealed, validate=True)
            nonce, rest = whole[:NONCE_BYTES], whole[NONCE_BYTES:]
            return AESGCM(self._key).decrypt(nonce, rest, self._bound_to(row)).decode()
        except (InvalidTag, ValueError):
            return None

    def _bound_to(self, row: str) -> bytes:
        return f"{self._place}\x00{row}".encode()
