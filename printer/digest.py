"""SHA-256 by Qt, which every program that prints has loaded: `hashlib` would map OpenSSL into it (4.7 MB of memory)."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCryptographicHash


def sha256(content: bytes) -> bytes:
    """Return the 32 bytes of the digest.

    >>> sha256(b"").hex()[:16]
    'e3b0c44298fc1c14'
    """
    return bytes(QCryptographicHash.hash(QByteArray(content), QCryptographicHash.Algorithm.Sha256).data())
