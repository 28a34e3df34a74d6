"""Which version a release folder has."""

from __future__ import annotations

import re
from pathlib import Path

_NAMED = re.compile(r'^VERSION = "(.+)"$', re.MULTILINE)


def version_of(root: Path) -> str:
    """Return the version of the programs in a folder, of which none is loaded; raise OSError or ValueError."""
    found = _NAMED.search((root / "common" / "version.py").read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{root / 'common/version.py'} names no version")
    return found[1]
