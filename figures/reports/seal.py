r"""The last words of an exported file: the SHA-256 of every byte above them, in the form that each kind of file bears.

A line of a CSV file, a remark after the end of a PDF, the archive's comment of a workbook: no reader minds them.

>>> whole = sealed(b"Visits,46\r\n", Kind.CSV)
>>> whole.endswith(b"\r\n"), verdict(whole), verdict(whole.replace(b"46", b"64")), verdict(b"Visits,46\r\n")
(True, <Verdict.RIGHT: 'right'>, <Verdict.CHANGED: 'changed'>, <Verdict.UNSEALED: 'unsealed'>)
"""

from __future__ import annotations

import hashlib
import re
from enum import Enum

_SEAL = re.compile(rb"%?SHA-256[, ]([0-9a-f]{64})\s*\Z")
_AT_MOST = 100
_COMMENT = b"SHA-256 " + b"0" * 64
_NO_COMMENT = b"\0\0"


class Kind(Enum):
    """What a file is, and so how it ends."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class Verdict(Enum):
    """What a file's last words say of it."""

    RIGHT = "right"
    CHANGED = "changed"
    """Somebody changed a byte, or saved it again in part."""
    UNSEALED = "unsealed"
    """Dawr did not make the file, or another program has saved it again."""


def sealed(file: bytes, kind: Kind) -> bytes:
    """Return the whole file with its seal; a workbook must not have a comment yet."""
    if kind is Kind.XLSX:
        if not file.endswith(_NO_COMMENT):
            raise ValueError("a workbook with a comment has its seal already")
        file = file[:-2] + len(_COMMENT).to_bytes(2, "little")
    before, after = _AROUND[kind]
    return file + before + hashlib.sha256(file).hexdigest().encode() + after


def verdict(file: bytes) -> Verdict:
    """Say whether the file is still as it was made."""
    found = _SEAL.search(file, max(0, len(file) - _AT_MOST))
    if found is None:
        return Verdict.UNSEALED
    right = hashlib.sha256(file[: found.start()]).hexdigest().encode() == found[1]
    return Verdict.RIGHT if right else Verdict.CHANGED


_AROUND = {Kind.CSV: (b"SHA-256,", b"\r\n"), Kind.XLSX: (b"SHA-256 ", b""), Kind.PDF: (b"%SHA-256 ", b"\n")}
