"""Store pictures in a printer and ask which it keeps, over an open conversation."""

from __future__ import annotations

from typing import Protocol

from printer.escpos.reply_parser import NV_KEYS, RAM_KEYS
from printer.escpos.stored_graphics import KeptArt, Memory, define_command, delete_command, list_command
from printer.render.bitmap import Bitmap
from printer.transport.wire import Fault, WireError

_ACKNOWLEDGE = b"\x06"
_MORE_TO_COME = 0x41
_KINDS = {Memory.NV: frozenset((NV_KEYS,)), Memory.RAM: frozenset((RAM_KEYS,))}
_MOST_BLOCKS = 256


class Talk(Protocol):
    """What is needed of a Conversation."""

    def write(self, data: bytes) -> int:
        """Send bytes; fewer than given when the printer takes no more."""

    def block(self, question: bytes, kinds: frozenset[int]) -> bytes | None:
        """Ask a question that is answered by a block; None for silence."""

    def reaches_fence(self) -> bool:
        """Return whether all that went before is worked through."""


def kept_keys(talk: Talk, memory: Memory) -> frozenset[bytes] | None:
    """Return the key codes that the printer has in a memory, None when it does not tell.

    It tells 40 at a time and waits for an acknowledgement after each block, also after the last.
    """
    keys: set[bytes] = set()
    body = talk.block(list_command(memory), _KINDS[memory])
    for _ in range(_MOST_BLOCKS):
        if not body:
            return None
        keys |= {body[at : at + 2] for at in range(1, len(body) - 1, 2)}
        if body[0] != _MORE_TO_COME:
            talk.write(_ACKNOWLEDGE)
            return frozenset(keys)
        body = talk.block(_ACKNOWLEDGE, _KINDS[memory])
    return None


def define(talk: Talk, art: KeptArt, picture: Bitmap) -> bool:
    """Store a picture; say whether the printer names its key afterwards. Raises WireError.

    When the printer gives no sign behind it, bytes of the picture were lost and the printer waits for more: zeros end
    it. Its key is then never believed.
    """
    command = define_command(art, picture)
    _send(talk, command)
    if not talk.reaches_fence():
        _send(talk, bytes(len(command)))
        raise WireError(Fault.STUCK, "the printer gives no sign after a picture to keep")
    keys = kept_keys(talk, art.memory)
    return keys is not None and art.key in keys


def delete(talk: Talk, art: KeptArt) -> None:
    """Delete one picture. Raises WireError."""
    _send(talk, delete_command(art))


def _send(talk: Talk, command: bytes) -> None:
    if talk.write(command) < len(command):
        raise WireError(Fault.STUCK, "the printer takes no more data in the middle of a picture to keep")
