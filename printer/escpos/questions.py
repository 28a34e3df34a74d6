"""What the host may ask a printer, as bytes.

Questions that begin with DLE are answered at once, the others when their turn in the data comes.
"""

from __future__ import annotations

from enum import Enum

RESET = b"\x1b@"
"""ESC @: forget settings, text not yet printed, pictures in RAM and the wish for Automatic Status Back."""
ASK_FENCE = b"\x1dr\x01"
"""GS r 1: answer with the paper sensor when everything before it is worked through."""
CLEAR_BUFFERS = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""DLE DC4 8: forget all data, and say so."""
SUBSCRIBE = b"\x1da\x0e"
"""GS a: push the state now and at each change of on-line state, error and paper; not the drawer's."""
ASK_WHOLE_STATE = b"\x10\x04\x14"
"""DLE EOT 20: the state in six bytes, from kiosk printers with a presenter; answered at once."""
ASK_NV_ROOM = b"\x1d(L\x02\x000\x33"
"""GS ( L 51: bytes free for pictures that outlive a power cut. Needs no handshake, unlike the list of their keys."""
ASK_RAM_ROOM = b"\x1d(L\x02\x000\x34"
"""GS ( L 52: bytes free for pictures that ESC @ or a power cut erase."""


class Question(Enum):
    """DLE EOT n: answered at once, also by a printer that is off line."""

    PRINTER = 1
    OFFLINE_CAUSE = 2
    ERROR_CAUSE = 3
    PAPER = 4

    @property
    def command(self) -> bytes:
        """The three bytes to send."""
        return bytes((0x10, 0x04, self.value))


class Name(Enum):
    """GS I n: what a unit says that it is. Kept to notice another unit at the same address, never to trust it."""

    FIRMWARE = 65
    MAKER = 66
    MODEL = 67
    SERIAL = 68

    @property
    def command(self) -> bytes:
        """The three bytes to send."""
        return bytes((0x1D, 0x49, self.value))


def ask_printed(token: bytes) -> bytes:
    """Return GS ( H: the printer sends the four-byte token back when all before it is on paper."""
    return b"\x1d(H\x06\x00\x30\x30" + token


def ask_qr_size(text: bytes) -> bytes:
    """Return GS ( k: store a QR's text and ask how large it would be (82); nothing is printed."""
    store = b"\x1d(k" + (len(text) + 3).to_bytes(2, "little") + b"1P0" + text
    return b"\x1d(k\x04\x001A2\x00" + b"\x1d(k\x03\x001C\x03" + store + b"\x1d(k\x03\x001R0"
