"""The 128-bit code in a ticket's QR: derived from the hall's key and the visit, so that a reprint carries the same."""

from __future__ import annotations

import base64
import hashlib

from hall.domain.ids import VisitId
from hall.service.secret import HallSecret


def visit_code(secret: HallSecret, visit: VisitId) -> str:
    """Return the visit's code in 22 letters that need no escape in an address."""
    return base64.urlsafe_b64encode(secret.derive("visit code", visit)[:16]).decode().rstrip("=")


def code_hash(code: str) -> str:
    """Return what the database keeps of a code: SHA-256 in hex."""
    return hashlib.sha256(code.encode()).hexdigest()
