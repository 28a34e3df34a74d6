"""The 128-bit code in a ticket's QR: derived from the hall's key and the visit, and renewed when a ticket was lost."""

from __future__ import annotations

import base64
import hashlib

from hall.kernel.ids import VisitId
from hall.platform.security.secret import HallSecret


def visit_code(secret: HallSecret, visit: VisitId, reprints: int = 0) -> str:
    """Return the visit's code after `reprints` reprints: 22 characters that need no escape in an address."""
    parts = ("visit code", visit) if reprints == 0 else ("visit code", visit, str(reprints))
    return base64.urlsafe_b64encode(secret.derive(*parts)[:16]).decode().rstrip("=")


def code_hash(code: str) -> str:
    """Return what the database keeps of a code: SHA-256 in hex."""
    return hashlib.sha256(code.encode()).hexdigest()
