"""Seal short texts that a database keeps under a key outside of it: with the database alone they are of no use."""

from __future__ import annotations

import base64
import os

NONCE_BYTES = 12


class TextSeal:
    """AES-256-GCM of the package cryptography with a random nonce for each text. From any thread.

    `key`: 32 secret bytes that are not in the database.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def seal(self, text: str) -> str:
        """Return the sealed text, in Base64."""
        # At the first use: cryptography is slow to load, and most starts of a program seal nothing.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        nonce = os.urandom(NONCE_BYTES)
        return base64.b64encode(nonce + AESGCM(self._key).encrypt(nonce, text.encode(), None)).decode()

    def open(self, sealed: str) -> str | None:
        """Return the text; None where it was sealed under another key or has been changed."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        try:
            whole = base64.b64decode(sealed, validate=True)
            return AESGCM(self._key).decrypt(whole[:NONCE_BYTES], whole[NONCE_BYTES:], None).decode()
        except (InvalidTag, ValueError):
            return None
