"""How large a QR code of a text becomes, without drawing it (ISO/IEC 18004, error correction M)."""

from __future__ import annotations

from bisect import bisect_left

_ALPHANUMERIC = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
# Characters that versions 1 to 20 hold at correction M, as bytes and in the alphanumeric mode.
_BYTES = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666)
_CAPITALS = (20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483, 528, 600, 656, 734, 816, 909, 970)


def modules(text: str) -> int:
    """Return the width of the code in modules, without the quiet zone.

    >>> modules("HTTPS://Q.EXAMPLE.OM/T/"), modules("https://dawr.example.om/t#x")
    (25, 29)
    """
    capitals = set(text) <= _ALPHANUMERIC
    room, needed = (_CAPITALS, len(text)) if capitals else (_BYTES, len(text.encode()))
    return 17 + 4 * (bisect_left(room, needed) + 1)


def module_dots(text: str, width_dots: int) -> int:
    """Return the module width at which a QR code of this text comes nearest below `width_dots`: 3 to 8 dots."""
    return max(3, min(8, width_dots // modules(text)))
