"""What an administrator reads to the person who installs a device: the pairing code and, over HTTPS, who the hall is.

25 of Crockford's characters: 8 of the code, which the hall knows; 16 of the SHA-256 of the certificate of the hall's
authority, 80 bits; and one check character (ISO 7064, modulus 32 and 33), so that a mistyped string is not taken for a
wrong hall. Over plain HTTP on one machine the code stands alone. What the device sends is the code only.

>>> text = pairing_string("K70Q2X11", b"a certificate")
>>> text
'K70Q2-X11G6-PDERG-M1YK9-58A25'
>>> read_pairing_string(text.lower().replace("0", "o")) == ("K70Q2X11", fingerprint_of(b"a certificate"))
True
>>> read_pairing_string("k7oq-2xil")
('K70Q2X11', '')
"""

from __future__ import annotations

import base64
import hashlib

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
FINGERPRINT_LENGTH = 16
_WHOLE = CODE_LENGTH + FINGERPRINT_LENGTH + 1
_GROUP = 5
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)


class PairingStringError(ValueError):
    """What was typed is no pairing code and no pairing string: a character is wrong, or some are missing."""


def as_typed(text: str) -> str:
    """Return what somebody meant who typed a code: small letters, O for 0, I and L for 1, spaces and hyphens.

    >>> as_typed("k7oq-2xil")
    'K70Q2X11'
    """
    return text.upper().translate(_READ_AS)


def fingerprint_of(certificate: bytes) -> str:
    """Return the first 80 bits of the SHA-256 of a certificate (DER), as they stand in the pairing string."""
    return base64.b32encode(hashlib.sha256(certificate).digest()[:10]).decode().translate(_BASE32)


def pairing_string(code: str, certificate: bytes) -> str:
    """Return the whole string for a code and the certificate (DER) of the hall's authority."""
    text = code + fingerprint_of(certificate)
    text += next(one for one in ALPHABET if _adds_up(text + one))
    return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))


def read_pairing_string(text: str) -> tuple[str, str]:
    """Return the code, and the fingerprint (empty where the code stands alone); raise PairingStringError."""
    meant = as_typed(text)
    if len(meant) == CODE_LENGTH and set(meant) <= set(ALPHABET):
        return meant, ""
    if len(meant) != _WHOLE or not set(meant) <= set(ALPHABET) or not _adds_up(meant):
        raise PairingStringError(
            f"{text.strip()!r} is mistyped: a pairing code has {CODE_LENGTH} characters or, with the hall's "
            f"fingerprint, {_WHOLE}; compare them with the administrator's screen"
        )
    return meant[:CODE_LENGTH], meant[CODE_LENGTH:-1]


def _adds_up(text: str) -> bool:
    """Return whether the last character is the check of those before it: the hybrid system of ISO 7064."""
    size = len(ALPHABET)
    carried = size
    for one in text[:-1]:
        carried = (carried + ALPHABET.index(one)) % size or size
        carried = carried * 2 % (size + 1)
    return (carried + ALPHABET.index(text[-1])) % size == 1
