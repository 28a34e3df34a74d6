"""Seal telephone numbers so that the database alone, or an old copy of it, tells nothing.

A number is sealed under a random key of its service day. The keys lie in one file beside the hall's key, never in the
database: when a day's key is erased, every copy of that day's numbers is dead, in whichever backup it lies.

The seal is encrypt-then-authenticate over keyed BLAKE2b, a pseudo-random function that Python ships: the number, filled
up to one length, is covered by a stream from (key, nonce), and a tag binds it to its visit (docs/adr/0048).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from common.files.durable import write_whole
from hall.kernel.ids import VisitId

KEY_BYTES, NONCE_BYTES, TAG_BYTES, PLAIN_BYTES = 32, 16, 32, 24
"""`PLAIN_BYTES`: every number is filled up to this length, so that none tells itself by its own."""


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
        nonce = secrets.token_bytes(NONCE_BYTES)
        hidden = _covered(key, nonce, plain.ljust(PLAIN_BYTES, b"\0"))
        return nonce + hidden + _tag(key, visit, nonce + hidden)

    def open(self, day: date, visit: str, sealed: bytes) -> str | None:
        """Return the number; None where the day's key is gone, or where the seal is not of this visit."""
        with self._lock:
            key = self._keys().get(day.isoformat())
        return None if key is None else _opened(bytes.fromhex(key), visit, sealed)

    def matching(self, day: date, number: str, sealed: Iterable[tuple[VisitId, bytes]]) -> set[VisitId]:
        """Return the visits of a day whose sealed number is this one; the keys are read once for all."""
        with self._lock:
            key = self._keys().get(day.isoformat())
        if key is None:
            return set()
        return {visit for visit, body in sealed if _opened(bytes.fromhex(key), visit, body) == number}

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
            keys[day.isoformat()] = secrets.token_hex(KEY_BYTES)
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


def _opened(key: bytes, visit: str, sealed: bytes) -> str | None:
    """Return the number, or None where the seal is not of this visit."""
    body, tag = sealed[:-TAG_BYTES], sealed[-TAG_BYTES:]
    if not hmac.compare_digest(_tag(key, visit, body), tag):
        return None
    return _covered(key, body[:NONCE_BYTES], body[NONCE_BYTES:]).rstrip(b"\0").decode("ascii")


def _covered(key: bytes, nonce: bytes, text: bytes) -> bytes:
    stream = hashlib.blake2b(b"cover" + nonce, key=key, digest_size=PLAIN_BYTES).digest()
    return bytes(one ^ other for one, other in zip(text, stream, strict=True))


def _tag(key: bytes, visit: str, body: bytes) -> bytes:
    return hashlib.blake2b(b"tag" + body + visit.encode(), key=key, digest_size=TAG_BYTES).digest()
