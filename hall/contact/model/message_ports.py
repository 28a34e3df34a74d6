"""Ports for messages to visitors: stored messages, numbers left for requests, and the gateway to telephones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from hall.contact.model.message import Message, MessageKind
from hall.kernel.ids import VisitId


class MessageLaterError(Exception):
    """The gateway cannot take the message now; the same one is tried again, under the same id."""


class MessageRefusedError(Exception):
    """The gateway will never send this message; it is not tried again."""


class MessageGateway(Protocol):
    """The way to a telephone. A message id that it has taken already is not sent again."""

    def send(self, message_id: str, phone: str, text: str, language: str) -> None:
        """Hand a message over; raise MessageLaterError or MessageRefusedError, each without the number."""
        ...


class MessageStore(Protocol):
    """The hall's messages."""

    def find(self, about: str, kind: MessageKind) -> Message | None:
        """Return the message of this kind about a visit or a request, or None."""
        ...

    def reply_message(self, number: str) -> Message | None:
        """Return the message that tells the reply to a request, or None."""
        ...

    def due(self, now: datetime, limit: int) -> Sequence[Message]:
        """Return at most `limit` open messages whose next try has come, the oldest first."""
        ...

    def save(self, message: Message) -> None:
        """Store a new or changed message."""
        ...

    def turns_with_phone(self, day: date) -> Sequence[VisitId]:
        """Return the visits of the day whose visitor left a number."""
        ...

    def keep_request_phone(self, number: str, day: date, sealed: bytes, language: str, until: datetime) -> None:
        """Keep the number left for a request, sealed under the key of its day, until an instant."""
        ...

    def keep_request_phone_until(self, number: str, until: datetime) -> None:
        """Keep the number left for a request, if there is one, until this instant."""
        ...

    def replies_to_tell(self) -> Sequence[str]:
        """Return the numbers of answered requests whose visitor left a number and is not told."""
        ...

    def request_phone(self, number: str) -> tuple[date, bytes, str] | None:
        """Return day, sealed number and language, or None."""
        ...

    def erase_until(self, now: datetime) -> int:
        """Erase numbers left for requests whose time is over and the texts of messages settled long ago."""
        ...

    def phone_days(self) -> frozenset[date]:
        """Return the days whose keys are needed for numbers left for requests."""
        ...


class HasMessages(Protocol):
    """Gives messages to telephones."""

    @property
    def messages(self) -> MessageStore:
        """The messages to telephones."""
        ...
