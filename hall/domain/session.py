"""An agent at a counter, from sign-in to sign-out, with breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from hall.domain.events import Fact
from hall.domain.ids import AgentId, CounterId
from hall.domain.moment import Moment


@dataclass(slots=True)
class CounterSession:
    """One counter session; `on_break_since` is set while the agent is on a break."""

    id: str
    """A UUID; the token that stands for the session is kept elsewhere, hashed."""
    counter: CounterId
    agent: AgentId
    signed_in: Moment
    signed_out: Moment | None = None
    on_break_since: Moment | None = None
    break_reason: str | None = None
    served: int = 0
    new_facts: list[Fact] = field(default_factory=list)
