"""Agents' PINs: Argon2id with a pepper from outside the database, one at a time, locked after five wrong ones."""

from __future__ import annotations

import asyncio
import base64
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hall.service.refusals import PinLockedError
from hall.service.secret import HallSecret

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB = 46 * 1024
TRIES = 5
LOCK_S = 300
NAMES_KEPT = 10_000


class PinHasher:
    """Hash and check PINs in one worker thread, so that memory never holds two hashes (46 MiB each) at once."""

    def __init__(self, secret: HallSecret, *, memory_kib: int = MEMORY_KIB) -> None:
        self._pepper = secret.derive("pin pepper")
        self._memory_kib = memory_kib
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pins")
        self._hasher: PasswordHasher | None = None
        self._nobody: str | None = None

    def hash_now(self, pin: str) -> str:
        """Return the hash of a PIN; takes some 60 ms of the calling thread."""
        return self._argon().hash(self._peppered(pin))

    async def matches(self, stored: str | None, pin: str) -> bool:
        """Say whether `pin` belongs to the stored hash; without a hash it takes as long and says no."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._check, stored, pin)

    def close(self) -> None:
        """Stop the worker thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _check(self, stored: str | None, pin: str) -> bool:
        from argon2.exceptions import InvalidHashError, VerificationError

        if self._nobody is None:
            self._nobody = self.hash_now("")
        try:
            return self._argon().verify(stored or self._nobody, self._peppered(pin)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False

    def _argon(self) -> PasswordHasher:
        if self._hasher is None:
            from argon2 import PasswordHasher, Type

            self._hasher = PasswordHasher(
                time_cost=1, memory_cost=self._memory_kib, parallelism=1, type=Type.ID, hash_len=32, salt_len=16
            )
        return self._hasher

    def _peppered(self, pin: str) -> str:
        return base64.b64encode(HallSecret(self._pepper).derive("pin", pin)).decode()


@dataclass
class _Tries:
    """Wrong PINs in a row under one name."""

    wrong: int = 0
    locked_until_s: float = 0.0


class LockOut:
    """Counts wrong PINs by name (an agent at a counter); five lock the name for five minutes, then time unlocks it.

    A try counts as wrong before its slow check begins and is forgotten when it proves right: a hundred tries sent at
    once are still five. A try while the name is locked is not heard, right or wrong, and does not make the lock longer.
    """

    def __init__(self, tries: int = TRIES, lock_s: int = LOCK_S) -> None:
        self._limit = tries
        self._lock_s = lock_s
        self._names: OrderedDict[str, _Tries] = OrderedDict()

    def begin_try(self, name: str, now_s: float) -> bool:
        """Count one try and say whether it is the last before the lock; raise PinLockedError while locked."""
        tries = self._names.setdefault(name, _Tries())
        self._names.move_to_end(name)
        if now_s < tries.locked_until_s:
            left_s = int(tries.locked_until_s - now_s) + 1
            raise PinLockedError(f"too many wrong PINs; the next try is heard in {left_s} s", retry_after_s=left_s)
        if tries.locked_until_s:
            tries.wrong, tries.locked_until_s = 0, 0.0
        tries.wrong += 1
        if tries.wrong >= self._limit:
            tries.locked_until_s = now_s + self._lock_s
        if len(self._names) > NAMES_KEPT:
            self._names.popitem(last=False)
        return bool(tries.locked_until_s)

    def right(self, name: str) -> None:
        """Forget the tries before a right one."""
        self._names.pop(name, None)
