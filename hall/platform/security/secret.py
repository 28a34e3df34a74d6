"""The hall's secret key: one file of 32 random bytes outside the data folder, from which all else derives.

What is derived: the keys that seal the hashes of PINs and passwords and the secrets of authenticators, the tokens of
devices, sessions and staff (so that a repeated sign-in gets the same token although the database knows only its hash),
the codes on tickets, and the digests of requests. A thief of the data folder, or of a copy of it, can neither try PINs
nor make a token.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from common.accounts.text_seal import TextSeal
from common.files.durable import make_key_file
from common.files.private import make_private_folder

KEY_BYTES = 32
AUTHENTICATOR_BYTES = 20
"""As long as the digest that its codes are made of."""
PINS, PASSWORDS, AUTHENTICATORS = "agent_pin.pin_hash", "account.password", "account.authenticator"
"""What the database keeps sealed: table and column, each with a separate key; one text for each row. A new hall.key
seals all of it again (admin key rotate)."""


class SecretError(Exception):
    """The key file cannot be read or is not one; the message says what to do."""


@dataclass(frozen=True)
class HallSecret:
    """The key itself; it never shows in a repr."""

    key: bytes = field(repr=False)

    def derive(self, purpose: str, *names: str) -> bytes:
        """Return 32 bytes for one purpose and the names it is bound to; no two purposes share them."""
        # Keyed BLAKE2b: a MAC as good as HMAC, and it does not let go of the interpreter for each ticket.
        return hashlib.blake2b("\x00".join((purpose, *names)).encode(), key=self.key, digest_size=32).digest()

    def seal(self, place: str) -> TextSeal:
        """Return what seals the texts of one column."""
        return TextSeal(self.derive(place), place)

    def new_authenticator(self, name: str) -> str:
        """Return the secret of a new authenticator, sealed for this person's row."""
        return self.seal(AUTHENTICATORS).seal(os.urandom(AUTHENTICATOR_BYTES).hex(), name)

    def authenticator(self, sealed: str, name: str) -> bytes:
        """Return the 20-byte secret of a person's authenticator; what does not open gives a secret nobody knows."""
        text = self.seal(AUTHENTICATORS).open(sealed, name)
        return os.urandom(AUTHENTICATOR_BYTES) if text is None else bytes.fromhex(text)

    def mark(self) -> str:
        """Return what the database keeps of the key, to notice another one; it gives nothing of the key away."""
        return self.derive("key mark").hex()

    def token(self, purpose: str, *names: str) -> str:
        """Return a 256-bit token in hex: no letter needs an escape, and none begins like an option of a command."""
        return self.derive(purpose, *names).hex()

    def device_token_after(self, token: str, device: str) -> str:
        """Return the token that a device gets after this one."""
        return self.token("renewed device", device, token)


def token_hash(token: str) -> str:
    """Return what the database keeps of a token: SHA-256 in hex (enough for 256 random bits)."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def read_secret(path: Path) -> HallSecret | None:
    """Return the key of the file, or None where there is none; raise SecretError when it is unusable."""
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SecretError(f"cannot read the hall's key {path}: {error.strerror}") from error
    if len(key) != KEY_BYTES:
        raise SecretError(
            f"{path} is not a hall's key ({len(key)} bytes instead of {KEY_BYTES}): put the saved one back"
        )
    _close_to_others(path)
    return HallSecret(key)


def _close_to_others(path: Path) -> None:
    """Take every right of other users from the key file; raise SecretError where that is not allowed."""
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        raise SecretError(
            f"other users can read the hall's key {path}, and this account may not change that ({error.strerror}): "
            "give the file to the account of the service, with the rights 0600"
        ) from error


def make_secret(path: Path) -> HallSecret:
    """Make a key and its file, with rights 0600, where there is none; raise SecretError when that cannot be."""
    try:
        make_private_folder(path.parent)
        return HallSecret(make_key_file(path, KEY_BYTES))
    except OSError as error:
        raise SecretError(f"cannot write the hall's key {path}: {error.strerror}") from error
