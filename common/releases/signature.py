"""Sign a file of a release with Ed25519, and refuse one that nobody with a known key has signed.

The signature of `FILE` lies beside it in `FILE.sig`, in base64. It covers the SHA-512 digest of the whole file, so a
file that was cut short, changed or signed by someone else is refused. Keys are PEM files; a machine may know several
public keys, so that a new key can replace an old one. docs/release_key.md says who keeps the private key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Sequence
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from common.files.durable import write_bytes_whole, write_whole

SIGNATURE = ".sig"
"""How the name of a signature ends, behind the whole name of the signed file."""
PUBLIC_KEY = "*.pub"
PublicKey = Ed25519PublicKey
_PURPOSE = b"dawr release file\x00"
"""Stands before the digest, so that a signature made for anything else is never one of a release."""


class SignatureError(Exception):
    """A key cannot be read, or a file is not signed by a known key; the message says what to do."""


def make_keys(private: Path, public: Path, passphrase: bytes | None) -> None:
    """Make a key pair: the private key for its owner alone, encrypted with the passphrase; raise SignatureError."""
    if private.exists():
        raise SignatureError(f"there is a key in {private} already: it is not replaced")
    key = Ed25519PrivateKey.generate()
    protection = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    write_bytes_whole(private, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection))
    content = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write_bytes_whole(public, content, mode=0o644)


def sign_file(file: Path, private: Path, passphrase: bytes | None = None) -> Path:
    """Write the signature beside the file and return its path; raise SignatureError when the key cannot be used."""
    key = _private_key(private, passphrase)
    signature = signature_of(file)
    write_whole(signature, base64.b64encode(key.sign(_signed(file))).decode() + "\n", mode=0o644)
    return signature


def sign_text(text: str, purpose: str, private: Path, passphrase: bytes | None = None) -> str:
    """Return a signature of a text, for one purpose; raise SignatureError when the key cannot be used."""
    return base64.b64encode(_private_key(private, passphrase).sign(_text(text, purpose))).decode()


def verify_text(text: str, purpose: str, signature: str, keys: Sequence[Ed25519PublicKey]) -> None:
    """Return when one of the keys has signed the text for this purpose; raise SignatureError otherwise."""
    try:
        read = base64.b64decode(signature, validate=True)
    except ValueError as error:
        raise SignatureError("the signature cannot be read") from error
    if not _is_signed(_text(text, purpose), read, keys):
        raise SignatureError("no known key has signed this as it is here")


def _text(text: str, purpose: str) -> bytes:
    return f"dawr {purpose}\x00".encode() + hashlib.sha512(text.encode()).digest()


def _private_key(file: Path, passphrase: bytes | None) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(file.read_bytes(), passphrase)
    except (OSError, ValueError, TypeError) as error:
        raise SignatureError(f"the key {file} cannot be used: {error}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SignatureError(f"{file} is no Ed25519 key")
    return key


def signature_of(file: Path) -> Path:
    """Return where the signature of a file lies."""
    return file.with_name(file.name + SIGNATURE)


def read_public_keys(folder: Path) -> list[Ed25519PublicKey]:
    """Return the public keys of a folder (`*.pub`); raise SignatureError where there is none, or a broken one."""
    keys: list[Ed25519PublicKey] = []
    for path in sorted(folder.glob(PUBLIC_KEY)):
        try:
            key = load_pem_public_key(path.read_bytes())
        except (OSError, ValueError) as error:
            raise SignatureError(f"the public key {path} cannot be read: {error}") from error
        if not isinstance(key, Ed25519PublicKey):
            raise SignatureError(f"{path} is no Ed25519 key")
        keys.append(key)
    if not keys:
        raise SignatureError(
            f"there is no public key ({PUBLIC_KEY}) in {folder}; docs/release_key.md says where it comes from"
        )
    return keys


def verify_file(file: Path, keys: Sequence[Ed25519PublicKey]) -> None:
    """Return when one of the keys has signed the file as it is; raise SignatureError otherwise."""
    beside = signature_of(file)
    try:
        signature = base64.b64decode(beside.read_text(encoding="ascii").strip(), validate=True)
    except FileNotFoundError as error:
        raise SignatureError(f"there is no signature {beside}: copy it together with the file") from error
    except (OSError, UnicodeDecodeError, binascii.Error) as error:
        raise SignatureError(f"the signature {beside} cannot be read") from error
    if not _is_signed(_signed(file), signature, keys):
        raise SignatureError(
            f"no known key has signed {file.name} as it is here: it was cut short, changed, or signed by someone else. "
            "Copy file and signature again, and do not use it otherwise"
        )


def _is_signed(content: bytes, signature: bytes, keys: Sequence[Ed25519PublicKey]) -> bool:
    for key in keys:
        try:
            key.verify(signature, content)
        except InvalidSignature:
            continue
        return True
    return False


def _signed(file: Path) -> bytes:
    try:
        with file.open("rb") as content:
            return _PURPOSE + hashlib.file_digest(content, "sha512").digest()
    except OSError as error:
        raise SignatureError(f"{file} cannot be read: {error.strerror}") from error
