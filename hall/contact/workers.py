"""The task that tells visitors: makes the messages of turns, opens each number for one moment, and hands them out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Protocol, TypeVar

from hall.contact.commands.messages import (
    OutgoingMessage,
    SettleMessageWork,
    anything_to_tell,
    hand_out,
    settle,
    tell_replies,
    tell_turns,
)
from hall.contact.model.message import Message, MessageState
from hall.contact.model.message_ports import MessageGateway, MessageLaterError, MessageRefusedError
from hall.contact.work import ContactWork
from hall.kernel.moment import Moment
from hall.platform.security.phone_seal import PhoneSeal

log = logging.getLogger(__name__)
LOOK_EVERY_S = 3.0
T = TypeVar("T")


class RunsWork(Protocol):
    """Runs a piece of work in the command queue, or on a reader."""

    def __call__(self, command: Callable[[ContactWork, Moment], T], /) -> Future[T]:
        """Submit it."""
        ...


class MessageSender:
    """Called by one task; a gateway that is away is said in the log once, and once when it is back."""

    def __init__(
        self, read: RunsWork, run: RunsWork, seal: PhoneSeal, gateway: MessageGateway, new_id: Callable[[], str]
    ) -> None:
        self._read, self._run, self._seal, self._gateway, self._new_id = read, run, seal, gateway, new_id
        self._away = False

    def look(self) -> int:
        """Make new messages and hand out those that are due; return how many were sent. A reader looks first."""
        if not self._read(lambda work, now: anything_to_tell(work=work, now=now)).result():
            return 0
        self._run(lambda work, now: tell_turns(self._new_id, work=work, now=now)).result()
        self._run(lambda work, now: tell_replies(self._new_id, work=work, now=now)).result()
        handed = self._run(lambda work, now: hand_out(work=work, now=now)).result()
        states: list[MessageState] = []
        for one in handed:
            # A gateway that is away is asked once a look: each question may last until its time-out.
            away = bool(states) and states[-1] is MessageState.WAITING
            states.append(self._settled(one, MessageState.WAITING if away else self._sent(one)))
        return sum(state is MessageState.SENT for state in states)

    def _sent(self, one: OutgoingMessage) -> MessageState:
        message = one.message
        phone = None if one.sealed is None else self._seal.open(one.sealed[0], message.about, one.sealed[1])
        if phone is None:
            return MessageState.NO_PHONE
        try:
            self._gateway.send(message.id, phone, message.text, message.language)
        except MessageRefusedError as error:
            log.warning("message %s about %s is not sent: %s", message.kind.value, message.about, error)
            return MessageState.REFUSED
        except MessageLaterError as error:
            self._tell_away(str(error))
            return MessageState.WAITING
        self._tell_back()
        return MessageState.SENT

    def _settled(self, one: OutgoingMessage, state: MessageState) -> MessageState:
        self._run(partial(_settle, one.message, state)).result()
        return state

    def _tell_away(self, why: str) -> None:
        if not self._away:
            log.warning("messages wait: %s", why)
        self._away = True

    def _tell_back(self) -> None:
        if self._away:
            log.info("the message gateway takes messages again")
        self._away = False


def _settle(message: Message, state: MessageState, work: SettleMessageWork, now: Moment) -> None:
    settle(message, state, work=work, now=now)
