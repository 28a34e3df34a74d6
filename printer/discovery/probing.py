"""Find out what one printer unit can do. Uses no paper.

Each question is put so that a unit which does not know it prints nothing: its parameters hold no line feed, and ESC @
behind it drops what the unit took for text. A fence behind a question tells silence from absence: when the fence comes
back and the answer does not, the unit has worked the question off and has no answer (NO); when neither comes, nothing
is known (UNKNOWN).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from printer.discovery.capability_file import Identity
from printer.escpos.capabilities import Abilities, Known
from printer.escpos.questions import ASK_NV_ROOM, ASK_RAM_ROOM, RESET, Name, ask_qr_size
from printer.escpos.reply_parser import NV_ROOMS, QR_SIZES, RAM_ROOM
from printer.spool.conversation import Conversation

_QR_TEXT = b"dawr"
LEAST_ROOM_BYTES = 8_192
"""Room below which a unit's memory for pictures is of no use: a ticket's fixed words take some 6 KB."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a probe found."""

    identity: Identity
    abilities: Abilities


def probe(talk: Conversation) -> Look:
    """Ask a printer that is ready what it can do; raises WireError. Takes some 0.1 s, up to 4 s on one that is silent.

    Empties the printer's buffers and its RAM pictures: never in the middle of a ticket. What signs of completion it
    gives is taken from what this connection has learnt already.
    """
    if not talk.status().answers:
        return Look(Identity(), talk.able)
    talk.learn()
    shown = replace(
        talk.able,
        asb=_behind_fence(talk, shown=talk.subscribe()),
        # Answered at once, as the state is: a unit that answers that and not these cannot do them.
        clear=Known.of(talk.clear()),
        native_qr=_qr(talk),
        presenter=Known.of(talk.whole_state() is not None),
        nv_graphics=_room(talk, ASK_NV_ROOM, NV_ROOMS),
        ram_graphics=_room(talk, ASK_RAM_ROOM, frozenset((RAM_ROOM,))),
    )
    identity = identify(talk)
    talk.able = shown
    talk.write(RESET)
    return Look(identity, shown)


def identify(talk: Conversation) -> Identity:
    """Ask a unit for its names; empty when it is silent to the first."""
    model = talk.name(Name.MODEL)
    if model is None:
        return Identity()
    maker, firmware, serial = (talk.name(which) or "" for which in (Name.MAKER, Name.FIRMWARE, Name.SERIAL))
    return Identity(maker, model, firmware, serial)


def _behind_fence(talk: Conversation, *, shown: bool) -> Known:
    """Return what an answer, or its absence behind a fence, proves."""
    if shown:
        return Known.YES
    return Known.NO if talk.able.fence.yes and talk.reaches_fence() else Known.UNKNOWN


def _qr(talk: Conversation) -> Known:
    size = talk.block(ask_qr_size(_QR_TEXT), QR_SIZES)
    talk.write(RESET)
    # Silence proves nothing here: many units draw the code and lack the question for its size.
    fields = (size or b"").split(b"\x1f")
    return Known.of(fields[3].startswith(b"0") if len(fields) > 3 else None)


def _room(talk: Conversation, question: bytes, kinds: frozenset[int]) -> Known:
    body = talk.block(question, kinds)
    talk.write(RESET)
    if body is None:
        return _behind_fence(talk, shown=False)
    return Known.of(body.isdigit() and int(body) >= LEAST_ROOM_BYTES)
