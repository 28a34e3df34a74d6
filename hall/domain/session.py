"""An agent at a counter, from sign-in to sign-out, with breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from hall.domain.counter_errors import NotOnBreakError, OnBreakError
from hall.domain.day_events import BreakBegun, BreakEnded, SignedIn, SignedOut
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
    free_since: Moment | None = None
    """When the last visit left the counter or a break ended; None until then."""
    new_facts: list[Fact] = field(default_factory=list)

    @property
    def on_break(self) -> bool:
        """Whether the agent is on a break."""
        return self.on_break_since is not None

    def begin_break(self, reason: str, *, at: Moment) -> None:
        """Begin a break."""
        if self.on_break:
            raise OnBreakError(f"{self.agent} is on a break already")
        self.on_break_since, self.break_reason = at, reason
        self.new_facts.append(BreakBegun(self.counter, self.agent, reason))

    def end_break(self, *, at: Moment) -> None:
        """Come back from a break."""
        if self.on_break_since is None:
            raise NotOnBreakError(f"{self.agent} is not on a break")
        length_s = round(at.seconds_since(self.on_break_since))
        self.on_break_since, self.break_reason, self.free_since = None, None, at
        self.new_facts.append(BreakEnded(self.counter, self.agent, length_s))

    def sign_out(self, by: str, *, at: Moment) -> None:
        """Close the session; a break ends with it. `by` is who did it."""
        if self.on_break:
            self.end_break(at=at)
        self.signed_out = at
        self.new_facts.append(SignedOut(self.counter, self.agent, by))


def opened(session: str, counter: CounterId, agent: AgentId, *, at: Moment) -> CounterSession:
    """Return a new counter session."""
    return CounterSession(session, counter, agent, at, new_facts=[SignedIn(counter, agent)])
