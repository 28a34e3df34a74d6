"""An agent at a counter, from sign-in to sign-out, with breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from hall.calendar.facts import BreakBegun, BreakEnded, SignedIn, SignedOut
from hall.kernel.facts import Fact
from hall.kernel.ids import AgentId, CounterId
from hall.kernel.moment import Moment
from hall.queue.model.facts import (
    AutoCallStopped,
    BreakAsked,
    BreakTakenBack,
    HelpAsked,
    HelpOver,
    SessionMoved,
    StartedLate,
)
from hall.queue.model.refusals import NotOnBreakError, OnBreakError


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
    """How many stages the agent has served today, at earlier sessions too; a transfer ends one as a finish does."""
    free_since: Moment | None = None
    """When the last visit left the counter or a break ended; None until then."""
    last_call: Moment | None = None
    """When the counter last called somebody who was new to it."""
    break_asked: str | None = None
    """The reason of a break that begins when the visit in hand leaves."""
    break_until: datetime | None = None
    """When the agent on a break is to be back, where he said for how long."""
    help_since: datetime | None = None
    """Since when the agent wants the hall head at the counter."""
    auto_call_at: datetime | None = None
    """When the next visitor is called unless the agent stops it; set by a finish only."""
    break_minutes: int | None = None
    """For how long a break that is asked for is to be; it counts from its begin, whenever that is."""
    new_facts: list[Fact] = field(default_factory=list)

    @property
    def on_break(self) -> bool:
        """Whether the agent is on a break."""
        return self.on_break_since is not None

    def begin_break(self, reason: str, *, at: Moment, minutes: int | None = None, out_of_turn: bool = False) -> None:
        """Begin a break, of `minutes` if the agent gave a length; `out_of_turn` while others should come back first."""
        if self.on_break:
            raise OnBreakError(f"{self.agent} is on a break already")
        self.on_break_since, self.break_reason = at, reason
        self.break_until = at.at + timedelta(minutes=minutes) if minutes else None
        self.break_asked, self.break_minutes, self.auto_call_at = None, None, None
        self.new_facts.append(BreakBegun(self.counter, self.agent, reason, out_of_turn))

    def ask_break(self, reason: str, minutes: int | None = None, *, out_of_turn: bool = False) -> None:
        """Ask for a break that begins when the visit in hand leaves."""
        if self.on_break:
            raise OnBreakError(f"{self.agent} is on a break already")
        self.break_asked, self.break_minutes, self.auto_call_at = reason, minutes, None
        self.new_facts.append(BreakAsked(self.counter, self.agent, reason, out_of_turn))

    def leave(self, *, at: Moment, served: int = 0, auto_call_at: datetime | None = None) -> None:
        """Be free again: begin the requested break, or set the time of the automatic call if there is one."""
        self.free_since, self.served, self.auto_call_at = at, self.served + served, auto_call_at
        if self.break_asked is not None:
            self.begin_break(self.break_asked, at=at, minutes=self.break_minutes)

    def end_break(self, *, at: Moment) -> None:
        """Come back from a break, or take back one that was asked for."""
        self.break_until = None
        if self.break_asked is not None:
            self.break_asked, self.break_minutes = None, None
            self.new_facts.append(BreakTakenBack(self.counter, self.agent))
            return
        if self.on_break_since is None:
            raise NotOnBreakError(f"{self.agent} is not on a break")
        length_s = round(at.seconds_since(self.on_break_since))
        self.on_break_since, self.break_reason, self.free_since = None, None, at
        self.new_facts.append(BreakEnded(self.counter, self.agent, length_s))

    def stop_auto_call(self) -> None:
        """Make no automatic call after this finish."""
        if self.auto_call_at is not None:
            self.auto_call_at = None
            self.new_facts.append(AutoCallStopped(self.counter, self.agent))

    def ask_help(self, *, at: datetime) -> None:
        """Call the hall head to the counter; once is enough."""
        if self.help_since is None:
            self.help_since = at
            self.new_facts.append(HelpAsked(self.counter, self.agent))

    def end_help(self, by: str) -> None:
        """Say that help is not needed any more."""
        if self.help_since is not None:
            self.help_since = None
            self.new_facts.append(HelpOver(self.counter, self.agent, by))

    def move_to(self, counter: CounterId) -> None:
        """Go on at another counter."""
        was, self.counter = self.counter, counter
        self.auto_call_at, self.last_call = None, None
        self.new_facts.append(SessionMoved(counter, self.agent, was))

    def mark_late_start(self, late_s: float) -> None:
        """Note how long after the hour at which counters open the agent's day began."""
        self.new_facts.append(StartedLate(self.counter, self.agent, round(late_s)))

    def sign_out(self, by: str, *, at: Moment) -> None:
        """Close the session; a break ends with it. `by` is who did it."""
        self.break_asked, self.break_minutes = None, None
        if self.on_break:
            self.end_break(at=at)
        self.end_help(by)
        self.signed_out, self.auto_call_at = at, None
        self.new_facts.append(SignedOut(self.counter, self.agent, by))


def new_session(session: str, counter: CounterId, agent: AgentId, *, at: Moment, served: int = 0) -> CounterSession:
    """Return a new counter session of an agent who has served `served` visits today."""
    return CounterSession(session, counter, agent, at, served=served, new_facts=[SignedIn(counter, agent)])
