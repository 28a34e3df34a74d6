"""Passwords of staff: long rather than odd, Argon2id, the hash sealed, one check at a time."""

from __future__ import annotations

import threading
import unicodedata

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from common.accounts.breached_passwords import BreachedPasswords
from common.accounts.common_passwords import is_easy
from common.accounts.text_seal import TextSeal

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

    `seal` has a key that is not in the database; without it no stored hash can be tried.
    """

    def __init__(
        self, seal: TextSeal, *, memory_kib: int = MEMORY_KIB, breached: BreachedPasswords | None = None
    ) -> None:  # fmt: skip
        self._seal = seal
        self._breached = breached
        self._memory_kib = memory_kib
        self._lock = threading.Lock()
        self._hasher: PasswordHasher | None = None
        self._nobody: str | None = None

    def check(self, password: str, name: str) -> None:
        """Raise PasswordError unless this may be the password of `name`."""
        check_password(password, name)
        written = {password, unicodedata.normalize("NFKC", password)}
        if self._breached is not None and any(self._breached.has(one) for one in written):
            raise PasswordError("password_easy", "this password was in a leak: others know it")

    def hashed(self, password: str, name: str) -> str:
        """Return what is stored of the password of `name`; takes some 60 ms."""
        with self._lock:
            return self._seal.seal(self._argon().hash(_written_one_way(password)), name)

    def match(self, stored: str | None, password: str, name: str) -> bool:
        """Return whether the password belongs to the hash stored for `name`; without one it takes as long, says no."""
        known = None if stored is None else self._seal.open(stored, name)
        with self._lock:
            if self._nobody is None:
                self._nobody = self._argon().hash("")
            try:
                return self._argon().verify(known or self._nobody, _written_one_way(password)) and known is not None
            except (VerificationError, InvalidHashError):
                return False

    def _argon(self) -> PasswordHasher:
        if self._hasher is None:
            self._hasher = PasswordHasher(time_cost=1, memory_cost=self._memory_kib, parallelism=1, type=Type.ID)
        return self._hasher


def _written_one_way(password: str) -> bytes:
    """Return the password with one way to write each character: keyboards differ in how they make é or آ."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


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
