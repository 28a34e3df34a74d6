"""A short message to a telephone: about a turn or a reply; sent once, tried until its time is over; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum


class MessageKind(Enum):
    """What a message tells."""

    THREE_BEFORE = "three_before"
    CALLED = "called"
    REPLY = "reply"


class MessageState(Enum):
    """Where a message stands."""

    WAITING = "waiting"
    SENDING = "sending"
    """Handed to the gateway, which has not answered: it is asked again under the same id."""
    SENT = "sent"
    REFUSED = "refused"
    """The gateway will never send it."""
    OVER = "over"
    """Its time was over before it could be sent."""
    NO_PHONE = "no_phone"
    """The number was erased, or never left."""


OPEN = frozenset({MessageState.WAITING, MessageState.SENDING})
LIVES = {
    MessageKind.THREE_BEFORE: timedelta(minutes=15),
    MessageKind.CALLED: timedelta(minutes=5),
    MessageKind.REPLY: timedelta(days=7),
}
"""How long each is worth sending."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 10, 1800
AHEAD_TOLD = 3
"""How many people are still ahead when the message asks the visitor to come near."""


@dataclass(frozen=True)
class Message:
    """One message; `about` is a visit's id or a request's number. Neither the number nor a name is in it."""

    id: str
    kind: MessageKind
    about: str
    language: str
    text: str
    made: datetime
    until: datetime
    next_try: datetime
    state: MessageState = MessageState.WAITING
    tries: int = 0
    settled: datetime | None = None

    def begin(self, now: datetime) -> Message:
        """Return it handed to the gateway, or over where its time has passed."""
        if now >= self.until:
            return replace(self, state=MessageState.OVER, settled=now)
        return replace(self, state=MessageState.SENDING, tries=self.tries + 1, next_try=now + pause(self.tries))

    def settle(self, state: MessageState, now: datetime) -> Message:
        """Return it ended; one that the gateway could not take now waits for its next try."""
        return replace(self, state=state, settled=None if state in OPEN else now)


def pause(tries: int) -> timedelta:
    """Return how long to wait after `tries` tries before the next one.

    >>> [pause(tries).seconds for tries in (0, 1, 2, 20)]
    [10, 20, 40, 1800]
    """
    return timedelta(seconds=min(FIRST_PAUSE_S * 2 ** min(tries, 12), LONGEST_PAUSE_S))


def new_message(message_id: str, kind: MessageKind, about: str, language: str, text: str, now: datetime) -> Message:
    """Return a message to send from now on, as long as it is worth it."""
    return Message(message_id, kind, about, language, text, now, now + LIVES[kind], now)
