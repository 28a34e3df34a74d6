"""The centre's own key: a file of 32 random bytes in its data folder, never in the database.

What derives from it: the pepper of passwords and the secrets of authenticators. Somebody who has the database alone can
neither try passwords nor make codes. A second machine that is to take over needs the same file; by its mark, kept with
each password, another one is noticed.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from central.errors import ConfigError
from common.files.durable import make_key_file

FILE = "centre.key"
KEY_BYTES = 32
TOTP_BYTES = 20


@dataclass(frozen=True)
class CentreKey:
    """The key itself; it never shows in a repr."""

    key: bytes = field(repr=False)

    def derive(self, purpose: str, *names: str, size: int = 32) -> bytes:
        """Return `size` bytes for one purpose and the names it is bound to; no two purposes share them."""
        return hashlib.blake2b("\x00".join((purpose, *names)).encode(), key=self.key, digest_size=size).digest()

    @property
    def mark(self) -> str:
        """Return what the key is known by in the database; nothing of the key can be found out from it."""
        return self.derive("mark").hex()

    def authenticator(self, name: str, salt: str) -> bytes:
        """Return the secret of a person's authenticator; a new salt makes a new one."""
        return self.derive("authenticator", name, salt, size=TOTP_BYTES)


def load_key(folder: Path) -> CentreKey:
    """Return the key in the folder, made with rights 0600 where there is none; ConfigError when it is unusable."""
    path = folder / FILE
    try:
        with contextlib.suppress(FileExistsError):  # another command made it a moment ago
            if not path.exists():
                make_key_file(path, KEY_BYTES)
        key = path.read_bytes()
    except OSError as error:
        raise ConfigError(f"the centre's key {path} cannot be read or made: {error.strerror}") from error
    if len(key) != KEY_BYTES:
        raise ConfigError(
            f"{path} is not a centre's key ({len(key)} bytes instead of {KEY_BYTES}): put the saved one back"
        )
    return CentreKey(key)
