"""Codes that change every thirty seconds: TOTP of RFC 6238 over HOTP of RFC 4226, six digits, SHA-1; pure.

SHA-1 is what every authenticator program speaks; HMAC does not rest on what SHA-1 has lost.

>>> hotp(b"12345678901234567890", 1)
'287082'
>>> totp(b"12345678901234567890", 59)
'287082'
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from urllib.parse import quote, urlencode

STEP_S = 30
DIGITS = 6
SLACK = 1
"""Steps before and after the present one whose code is taken: telephones' clocks are off."""


def hotp(secret: bytes, counter: int, *, digits: int = DIGITS) -> str:
    """Return the code of a counter.

    >>> [hotp(b"12345678901234567890", counter) for counter in range(3)]
    ['755224', '287082', '359152']
    """
    mac = hmac.digest(secret, counter.to_bytes(8, "big"), hashlib.sha1)
    offset = mac[-1] & 0x0F
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**digits:0{digits}d}"


def totp(secret: bytes, at_s: float, *, digits: int = DIGITS) -> str:
    """Return the code at a Unix time in seconds."""
    return hotp(secret, int(at_s) // STEP_S, digits=digits)


def step_of(secret: bytes, code: str, at_s: float, *, after: int) -> int | None:
    """Return the step whose code this is, near `at_s` and later than step `after`; None if no step has this code.

    A caller that stores the step and passes it as `after` next time accepts each code once.
    """
    now = int(at_s) // STEP_S
    typed = _plain_digits(code).encode("ascii", "replace")
    found = None
    for step in range(max(0, now - SLACK), now + SLACK + 1):
        # All are compared whatever matches: how long it takes tells nothing.
        if hmac.compare_digest(hotp(secret, step).encode(), typed) and step > after:
            found = step
    return found


def _plain_digits(code: str) -> str:
    """Return a code as it is compared: without spaces, in the digits 0 to 9 whichever the keyboard has.

    >>> _plain_digits("١٢٣ 456")
    '123456'
    """
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in code if not sign.isspace())


def shown_secret(secret: bytes) -> str:
    """Return the secret as it is typed into an authenticator: base32 in groups of four.

    >>> shown_secret(b"12345678901234567890")
    'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ'
    """
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def provisioning_uri(secret: bytes, name: str, issuer: str) -> str:
    """Return what the QR code of an enrolment says.

    >>> provisioning_uri(b"1234567890", "salim", "Dawr")
    'otpauth://totp/Dawr:salim?secret=GEZDGNBVGY3TQOJQ&issuer=Dawr'
    """
    asked = urlencode({"secret": base64.b32encode(secret).decode().rstrip("="), "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(issuer)}:{quote(name)}?{asked}"
