r"""Read server-sent events from bytes that arrive in any pieces; no Qt, no clock.

>>> reader = EventReader()
>>> reader.feed(b"id: s:4\nevent: fa")
[]
>>> reader.feed(b"ct\ndata: {}\n\n: still here\n")
[ServerEvent(event='fact', data='{}', last_event_id='s:4')]
>>> reader.last_event_id
's:4'
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

MAX_PENDING_CHARACTERS = 8 * 1024 * 1024
"""A line or event longer than this is no hall's: reading stops with EventStreamError instead of filling the memory."""


class EventStreamError(ValueError):
    """The bytes are not a stream of server-sent events that this program can read."""


@dataclass(frozen=True)
class ServerEvent:
    """One dispatched event; `event` is `message` where the sender named none."""

    event: str
    data: str
    last_event_id: str


class EventReader:
    """Turns chunks into events; an event is given out only when the blank line after it has arrived.

    `last_event_id` moves with complete events only, so that a reconnect after a cut never skips one.
    """

    def __init__(self, last_event_id: str = "") -> None:
        self.last_event_id = last_event_id
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest = ""
        self._after_cr = False
        self._id = last_event_id
        self._event = ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> list[ServerEvent]:
        """Return the events that `chunk` completes, in order; raise EventStreamError where a line never ends."""
        text = self._decoder.decode(chunk)
        if self._after_cr and text:
            # The CR before was taken as an end of line; its LF is the other half of it.
            text, self._after_cr = text.removeprefix("\n"), False
        if text:
            self._after_cr = text.endswith("\r")
        lines = (self._rest + text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = lines.pop()
        if len(self._rest) > MAX_PENDING_CHARACTERS:
            raise EventStreamError(f"a line of the live link has more than {MAX_PENDING_CHARACTERS} characters")
        events = [self._take_line(line) for line in lines]
        return [event for event in events if event is not None]

    def _take_line(self, line: str) -> ServerEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._event = value
            case "id" if "\0" not in value:
                self._id = value
            case _:
                pass  # a comment (empty name), `retry` (our back-off rules) or a field of tomorrow
        return None

    def _dispatch(self) -> ServerEvent | None:
        data, event = "\n".join(self._data), self._event or "message"
        had_data = bool(self._data)
        self._data, self._event = [], ""
        self.last_event_id = self._id
        return ServerEvent(event, data, self._id) if had_data else None
