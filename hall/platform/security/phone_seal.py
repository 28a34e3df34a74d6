"""Seal telephone numbers so that the database alone, or an old copy of it, tells nothing.

A number is sealed under a random key of its service day. The keys lie in one file beside the hall's key, never in the
database: when a day's key is erased, every copy of that day's numbers is dead, in whichever backup it lies.

The seal is AES-256-GCM of the package cryptography, with a random nonce for each seal. The number is filled up to one
length, and its service day and visit are the associated data (docs/adr/0140).
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from common.files.durable import write_whole
from hall.kernel.ids import VisitId

KEY_BITS, NONCE_BYTES, TAG_BYTES, PLAIN_BYTES = 256, 12, 16, 24
"""`PLAIN_BYTES`: every number is filled up to this length, so that none tells itself by its own."""
SEALED_BYTES = NONCE_BYTES + PLAIN_BYTES + TAG_BYTES


class PhoneSeal:
    """Seals and opens numbers, and forgets the keys of days that are over; from any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def seal(self, day: date, visit: str, number: str) -> bytes:
        """Return the number of a visit sealed under the key of its service day."""
        plain = number.encode("ascii")
        if len(plain) > PLAIN_BYTES:
            raise ValueError(f"a telephone number has at most {PLAIN_BYTES} letters")
        with self._lock:
            key = self._key(day)
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(key).encrypt(nonce, plain.ljust(PLAIN_BYTES, b"\0"), _bound_to(day, visit))

    def open(self, day: date, visit: str, sealed: bytes) -> str | None:
        """Return the number; None where the day's key is gone, or where the seal is not of this day and visit."""
        with self._lock:
            key = self._keys().get(day.isoformat())
        return None if key is None else _opened(bytes.fromhex(key), day, visit, sealed)

    def matching(self, day: date, number: str, sealed: Iterable[tuple[VisitId, bytes]]) -> set[VisitId]:
        """Return the visits of a day whose sealed number is this one; the keys are read once for all."""
        with self._lock:
            key = self._keys().get(day.isoformat())
        if key is None:
            return set()
        return {visit for visit, body in sealed if _opened(bytes.fromhex(key), day, visit, body) == number}

    def forget(self, but: Collection[date]) -> int:
        """Erase the keys of all service days but these; return how many."""
        alive = {day.isoformat() for day in but}
        with self._lock:
            keys = self._keys()
            kept = {day: key for day, key in keys.items() if day in alive}
            if len(kept) < len(keys):
                self._write(kept)
            return len(keys) - len(kept)

    def _key(self, day: date) -> bytes:
        keys = self._keys()
        if day.isoformat() not in keys:
            keys[day.isoformat()] = AESGCM.generate_key(KEY_BITS).hex()
            self._write(keys)
        return bytes.fromhex(keys[day.isoformat()])

    def _keys(self) -> dict[str, str]:
        try:
            keys: dict[str, str] = json.loads(self._file.read_text(encoding="ascii"))
        except FileNotFoundError:
            return {}
        return keys

    def _write(self, keys: dict[str, str]) -> None:
        write_whole(self._file, json.dumps(keys))


def _opened(key: bytes, day: date, visit: str, sealed: bytes) -> str | None:
    """Return the number, or None where the seal is not of this day and visit."""
    if len(sealed) != SEALED_BYTES:
        return None
    try:
        plain = AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound_to(day, visit))
    except InvalidTag:
        return None
    return plain.rstrip(b"\0").decode("ascii")


def _bound_to(day: date, visit: str) -> bytes:
    """Return the associated data; a day is always ten letters, so two pairs never read the same."""
    return f"{day.isoformat()} {visit}".encode()
