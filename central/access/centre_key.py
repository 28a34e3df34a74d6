"""The centre's own key: a file of 32 random bytes outside its data folder, never in the database.

What derives from it: the keys that seal the hashes of passwords and the secrets of authenticators, and the keys by
which halls check settings. Somebody who has the database alone can neither try passwords nor make codes. A second
machine that is to take over needs the same file; by its mark, kept with each password, another one is noticed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from central.errors import ConfigError
from common.accounts.text_seal import TextSeal
from common.files.durable import make_key_file
from common.files.private import make_private_folder

FILE = "centre.key"
KEY_BYTES = 32
TOTP_BYTES = 20
PASSWORDS, AUTHENTICATORS, SETTINGS_KEYS = "person.password", "person.authenticator", "access_token.settings_key"
"""What the database keeps sealed: table and column, each with a separate key; one text for each row."""


@dataclass(frozen=True)
class CentreKey:
    """The key itself; it never shows in a repr."""

    key: bytes = field(repr=False)

    def derive(self, purpose: str, *names: str) -> bytes:
        """Return 32 bytes for one purpose and the names it is bound to; no two purposes share them."""
        return hashlib.blake2b("\x00".join((purpose, *names)).encode(), key=self.key, digest_size=32).digest()

    @property
    def mark(self) -> str:
        """Return what the key is known by in the database; nothing of the key can be found out from it."""
        return self.derive("mark").hex()

    def seal(self, place: str) -> TextSeal:
        """Return what seals the texts of one column."""
        return TextSeal(self.derive(place), place)

    def new_authenticator(self, name: str) -> str:
        """Return the secret of a new authenticator, sealed for this person's row."""
        return self.seal(AUTHENTICATORS).seal(os.urandom(TOTP_BYTES).hex(), name)

    def authenticator(self, name: str, sealed: str) -> bytes:
        """Return the 20-byte secret of a person's authenticator; what does not open gives a secret nobody knows."""
        text = self.seal(AUTHENTICATORS).open(sealed, name)
        return os.urandom(TOTP_BYTES) if text is None else bytes.fromhex(text)


def load_key(folder: Path, name: str = FILE) -> CentreKey:
    """Return the key in the folder; ConfigError where there is none, or it is unusable."""
    path = folder / name
    try:
        key = path.read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(f"the centre's key {path} is not here: the first start of a centre makes it") from error
    except OSError as error:
        raise ConfigError(f"the centre's key {path} cannot be read: {error.strerror}") from error
    if len(key) != KEY_BYTES:
        raise ConfigError(
            f"{path} is not a centre's key ({len(key)} bytes instead of {KEY_BYTES}): put the saved one back"
        )
    return CentreKey(key)


def make_key(folder: Path, name: str = FILE) -> CentreKey:
    """Return the key in the folder, made with rights 0600 where there is none; ConfigError when it is unusable."""
    path = folder / name
    try:
        with contextlib.suppress(FileExistsError):  # another command made it a moment ago
            if not path.exists():
                make_private_folder(folder)
                make_key_file(path, KEY_BYTES)
    except OSError as error:
        raise ConfigError(f"the centre's key {path} cannot be made: {error.strerror}") from error
    return load_key(folder, name)
