"""Server-sent events as bytes: one event, a comment, and where a client stands (all pure)."""

from __future__ import annotations

import msgspec

from contracts.live import read_event_id

COMMENT = b":\n\n"
"""A heartbeat; a client that receives nothing for 10 s knows that it is cut off."""
RETRY = b"retry: 1000\n\n"
"""How long a browser waits before it connects again, in ms."""


def event(kind: str, number: str, body: bytes) -> bytes:
    r"""Return one event; `body` is JSON on one line.

    >>> event("fact", "9f2c:41", b'{"seq":41}')
    b'id: 9f2c:41\nevent: fact\ndata: {"seq":41}\n\n'
    """
    return b"id: %b\nevent: %b\ndata: %b\n\n" % (number.encode(), kind.encode(), body)


def json_line(value: object) -> bytes:
    """Return a JSON value as one line of UTF-8."""
    return msgspec.json.encode(value)


def position(last_event_id: str | None, since: str | None, stream: str) -> tuple[str, int] | None:
    """Return (stream, seq) after which a client wants facts, or None when it needs a snapshot.

    `Last-Event-ID` wins over `?since=`, which may be a bare number of the hall's own stream.

    >>> position("9f2c:41", "7", "9f2c")
    ('9f2c', 41)
    >>> position(None, "7", "9f2c")
    ('9f2c', 7)
    >>> position(None, None, "9f2c") is None
    True
    """
    text = last_event_id or since or ""
    if text.isascii() and text.isdigit() and len(text) <= 18:
        return stream, int(text)
    return read_event_id(text) if len(text) <= 100 else None
