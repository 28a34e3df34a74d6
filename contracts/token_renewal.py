"""The answer to a device that asks whether its token is to be renewed."""

from __future__ import annotations

from contracts.codec.message import Message


class RenewedToken(Message, frozen=True):
    """The device's next token; empty: keep the current one."""

    token: str = ""
