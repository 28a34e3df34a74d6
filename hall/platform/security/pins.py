"""Agents' PINs: Argon2id, the hash sealed with a key from outside the database, one at a time."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from hall.platform.security.secret import PINS, HallSecret

MEMORY_KIB = 46 * 1024


class PinHasher:
    """Hash and check PINs in one worker thread, so that memory never holds two hashes (46 MiB each) at once."""

    def __init__(self, secret: HallSecret, *, memory_kib: int = MEMORY_KIB) -> None:
        self._seal = secret.seal(PINS)
        self.memory_kib = memory_kib
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pins")
        self._hasher: PasswordHasher | None = None
        self._nobody: str | None = None

    def hash_now(self, pin: str, agent: str) -> str:
        """Return the hash of an agent's PIN; takes some 60 ms of the calling thread."""
        return self._seal.seal(self._argon().hash(pin), agent)

    async def matches(self, stored: str | None, pin: str, agent: str) -> bool:
        """Return whether `pin` belongs to the hash stored for `agent`; without a hash it takes as long and says no."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._check, stored, pin, agent)

    def close(self) -> None:
        """Stop the worker thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _check(self, stored: str | None, pin: str, agent: str) -> bool:
        known = None if stored is None else self._seal.open(stored, agent)
        if self._nobody is None:
            self._nobody = self._argon().hash("")
        try:
            return self._argon().verify(known or self._nobody, pin) and known is not None
        except (VerificationError, InvalidHashError):
            return False

    def _argon(self) -> PasswordHasher:
        if self._hasher is None:
            self._hasher = PasswordHasher(
                time_cost=1, memory_cost=self.memory_kib, parallelism=1, type=Type.ID, hash_len=32, salt_len=16
            )
        return self._hasher
