"""Seal a copy of the database for a place that must not read it, such as the centre: only the hall's key opens it.

A sealed copy is compressed and encrypted with AES-256-GCM of the package cryptography. Its key derives from hall.key,
and the seal is bound to the hall's code and the copy's name, so that no copy can pass for another one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import zstandard
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from common.files.durable import write_bytes_whole
from hall.platform.db.engine import StoreError
from hall.platform.security.secret import HallSecret

SEALED = ".sealed"
_FORM = b"dawr-copy-1\n"
_NONCE_BYTES = 12


def seal_copy(copy: Path, secret: HallSecret, hall: str) -> bytes:
    """Return the copy as a sealed one, named as the copy with `SEALED` behind."""
    nonce = os.urandom(_NONCE_BYTES)
    packed = zstandard.compress(copy.read_bytes())
    return _FORM + nonce + _cipher(secret).encrypt(nonce, packed, _bound(hall, copy.name))


def open_copy(sealed: bytes, secrets: Iterable[HallSecret], hall: str, to: Path) -> Path:
    """Write the copy to a file, whose name it was sealed with; raise StoreError when none of the keys opens it."""
    if not sealed.startswith(_FORM):
        raise StoreError(f"{to.name}{SEALED} is not a sealed copy")
    nonce, content = sealed[len(_FORM) : len(_FORM) + _NONCE_BYTES], sealed[len(_FORM) + _NONCE_BYTES :]
    for secret in secrets:
        try:
            packed = _cipher(secret).decrypt(nonce, content, _bound(hall, to.name))
        except (InvalidTag, ValueError):  # ValueError: it breaks off within the nonce
            continue
        write_bytes_whole(to, zstandard.decompress(packed))
        return to
    raise StoreError(
        f"{to.name}{SEALED} cannot be opened: it is damaged, or neither hall.key nor an older key beside it is the key "
        f"with which hall {hall} sealed it. Put the hall's saved key back first"
    )


def _cipher(secret: HallSecret) -> AESGCM:
    return AESGCM(secret.derive("copy of the database for another place"))


def _bound(hall: str, name: str) -> bytes:
    return f"{hall}\x00{name}".encode()
