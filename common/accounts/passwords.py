"""Passwords of staff: long rather than odd, Argon2id with a pepper, one check at a time."""

from __future__ import annotations

import base64
import hashlib
import threading
import unicodedata

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from common.accounts.common_passwords import is_easy

SHORTEST = 15
LONGEST = 200
MEMORY_KIB = 46 * 1024


class PasswordError(Exception):
    """No password for anybody: `code` for programs, `detail` one sentence for people."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


class Passwords:
    """Hashes and checks; memory never holds two hashes (46 MiB each) at once. From any thread.

    `pepper`: 32 secret bytes that are not in the database.
    """

    def __init__(self, pepper: bytes, *, memory_kib: int = MEMORY_KIB) -> None:
        self._pepper = pepper
        self._memory_kib = memory_kib
        self._lock = threading.Lock()
        self._hasher: PasswordHasher | None = None
        self._nobody: str | None = None

    def hashed(self, password: str) -> str:
        """Return what is stored of a password; takes some 60 ms."""
        with self._lock:
            return self._argon().hash(self._peppered(password))

    def match(self, stored: str | None, password: str) -> bool:
        """Return whether the password belongs to the stored hash; without one it takes as long and says no."""
        with self._lock:
            if self._nobody is None:
                self._nobody = self._argon().hash(self._peppered(""))
            try:
                return self._argon().verify(stored or self._nobody, self._peppered(password)) and stored is not None
            except (VerificationError, InvalidHashError):
                return False

    def _argon(self) -> PasswordHasher:
        if self._hasher is None:
            self._hasher = PasswordHasher(time_cost=1, memory_cost=self._memory_kib, parallelism=1, type=Type.ID)
        return self._hasher

    def _peppered(self, password: str) -> str:
        # One way to write each character: keyboards differ in how they make é or آ.
        text = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
        return base64.b64encode(hashlib.blake2b(text, key=self._pepper, digest_size=32).digest()).decode()


def check_password(password: str, name: str) -> None:
    """Raise PasswordError unless this may be the password of `name`."""
    if len(password) < SHORTEST:
        detail = f"a password has at least {SHORTEST} characters: three or four words are one"
        raise PasswordError("password_short", detail)
    if len(password) > LONGEST:
        raise PasswordError("password_long", f"a password has at most {LONGEST} characters")
    if is_easy(password) or name.casefold() in password.casefold():
        detail = "this password is easily guessed: common words, rows of keys, repetitions or the sign-in name"
        raise PasswordError("password_easy", detail)
