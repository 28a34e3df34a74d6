"""Name this installation, so that the centre notices when a copy of the hall runs on another machine."""

from __future__ import annotations

import hashlib
import uuid
from pathlib import Path


def instance_id(folder: Path, *, machine_id: Path = Path("/etc/machine-id")) -> str:
    """Return 16 hexadecimal digits that stay the same for this data folder on this machine, and on no other.

    Not kept in the folder: a copied folder must not copy its name.
    """
    try:
        machine = machine_id.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        machine = f"{uuid.getnode():x}"
    return hashlib.sha256(f"{machine}\n{folder.resolve()}".encode()).hexdigest()[:16]
