"""Agents' PINs: Argon2id with a pepper from outside the database, one at a time."""

from __future__ import annotations

import asyncio
import base64
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from hall.platform.security.secret import HallSecret

MEMORY_KIB = 46 * 1024


class PinHasher:
    """Hash and check PINs in one worker thread, so that memory never holds two hashes (46 MiB each) at once."""

    def __init__(self, secret: HallSecret, *, memory_kib: int = MEMORY_KIB) -> None:
        self._pepper = secret.derive("pin pepper")
        self.memory_kib = memory_kib
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pins")
        self._hasher: PasswordHasher | None = None
        self._nobody: str | None = None

    def hash_now(self, pin: str) -> str:
        """Return the hash of a PIN; takes some 60 ms of the calling thread."""
        return self._argon().hash(self._peppered(pin))

    async def matches(self, stored: str | None, pin: str) -> bool:
        """Return whether `pin` belongs to the stored hash; without a hash it takes as long and says no."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._check, stored, pin)

    def close(self) -> None:
        """Stop the worker thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _check(self, stored: str | None, pin: str) -> bool:
        if self._nobody is None:
            self._nobody = self.hash_now("")
        try:
            return self._argon().verify(stored or self._nobody, self._peppered(pin)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False

    def _argon(self) -> PasswordHasher:
        if self._hasher is None:
            self._hasher = PasswordHasher(
                time_cost=1, memory_cost=self.memory_kib, parallelism=1, type=Type.ID, hash_len=32, salt_len=16
            )
        return self._hasher

    def _peppered(self, pin: str) -> str:
        return base64.b64encode(HallSecret(self._pepper).derive("pin", pin)).decode()
