"""The answer to a device that asks whether its token is to be renewed."""

from __future__ import annotations

from contracts.codec.message import Message


class RenewedToken(Message, frozen=True):
    """The token to use from now on; empty: the present one."""

    token: str = ""
