"""Who went past the order of calling and why, as `GET /trust` and `GET /agents/me/figures` tell it. Additive only.

>>> ActCount(OutOfOrderKind.WALK_UP, "special_care", 2).many
2
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message
from contracts.words.hall import OutOfOrderKind


class Act(Message, frozen=True):
    """One move out of order; `reason` is empty where none was asked. A walk-up has no ticket."""

    at: datetime
    kind: OutOfOrderKind
    by: str
    """Who did it: an agent, a device or somebody of the staff."""
    reason: str
    visit: str
    ticket: str
    service: str
    counter: int | None


class ActCount(Message, frozen=True):
    """How often somebody did so for this reason."""

    kind: OutOfOrderKind
    reason: str
    many: int


class ActsBy(Message, frozen=True):
    """The moves out of order of one person or device; `called` are all stages that he called, as an agent."""

    by: str
    names: dict[str, str]
    """Empty for who is no agent of the hall."""
    called: int
    acts: int
    counts: tuple[ActCount, ...]


class LateStart(Message, frozen=True):
    """An agent's first sign-in of a day, `late_s` seconds after the counters should have been open."""

    at: datetime
    agent: str
    names: dict[str, str]
    counter: int
    late_s: int


class TrustView(Message, frozen=True):
    """Answer of GET /trust: from the first to the last day, both included; who did most comes first."""

    at: datetime
    first: date
    last: date
    people: tuple[ActsBy, ...]
    acts: tuple[Act, ...]
    """The newest first, at most 500."""
    more: int
    """How many older ones are counted but not listed."""
    late: tuple[LateStart, ...] = ()
    """Who began long after the counters should have been open, the newest first."""


class AgentService(Message, frozen=True):
    """What an agent served of one service; seconds."""

    service: str
    served: int
    serving_s: float | None
    """Median serving time."""


class AgentFigures(Message, frozen=True):
    """Answer of GET /agents/me/figures: an agent's own figures, as nobody sees them before him."""

    at: datetime
    agent: str
    period: str
    first: date
    last: date
    called: int
    """Stages that the agent called and that have not gone back to the queue since."""
    served: int
    serving_mean_s: float | None
    serving_s: float | None
    """Median serving time, without the time that visits were parked."""
    begin_s: float | None
    """Median time from the first call to begin."""
    no_shows: int
    services: tuple[AgentService, ...]
    counts: tuple[ActCount, ...]
    acts: tuple[Act, ...]
    """His moves out of order, the newest first, at most 100."""
    waiting_s: float | None = None
    """Median waiting time of those the agent called, from issue (or transfer) to the first call."""
    thanks: int | None = None
    """Of a day: how many visitors were satisfied, of the first five answers, ten, and so on; none below five."""
