"""Agents of the hall and their PINs, as the hall service is asked for them and tells them."""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message, Request


class AddAgentRequest(Request, frozen=True):
    """POST /agents."""

    code: str
    """The sign-in name: 2 to 40 of a-z, 0-9, dot, - and _, a letter first."""
    names: dict[str, str]
    services: tuple[str, ...] = ()
    """Those that the agent serves, in order of preference; empty: all of the counter's."""


class AgentPin(Message, frozen=True):
    """A PIN that the hall made; told this once."""

    agent: str
    pin: str


class AgentEnded(Message, frozen=True):
    """An agent has left; `version` names the change of the settings, for undo."""

    version: int


class OwnPinRequest(Request, frozen=True):
    """POST /counters/{n}/pin: the agent's own change of the PIN."""

    old: str
    new: str
    """Six digits that do not repeat and do not count up or down."""


class AgentAccess(Message, frozen=True):
    """One agent; `counter` is where the agent is signed in."""

    code: str
    names: dict[str, str]
    services: tuple[str, ...]
    has_pin: bool
    counter: int | None


class AgentsView(Message, frozen=True):
    """Answer of GET /agents."""

    at: datetime
    agents: tuple[AgentAccess, ...]
