"""The modules of a QR code, by segno's encoder alone.

`import segno` loads its writers too, and with them `xml.sax`, `urllib.request`, `http.client` and `ssl`: 6 MB in a
program that is to stay small, for files that nobody writes here. The encoder needs none of them, so it is loaded from
segno's folder under a package of its own.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from functools import cache
from types import ModuleType

_ALONE = "printer_segno"


def qr_rows(text: str) -> tuple[bytes, ...]:
    """Return the rows of a QR code at error correction M without quiet zone, one byte a module: 1 is dark."""
    return tuple(bytes(row) for row in _encoder().encode(text, error="m", boost_error=False, micro=False).matrix)


@cache
def _encoder() -> ModuleType:
    spec = importlib.util.find_spec("segno")
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError("No module named 'segno'", name="segno")
    package = ModuleType(_ALONE)
    package.__path__ = list(spec.submodule_search_locations)
    sys.modules[_ALONE] = package
    return importlib.import_module(f"{_ALONE}.encoder")
