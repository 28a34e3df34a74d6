"""One person's stay: its stages, its state and its legal moves; each move leaves a fact or is a named refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from contracts.hall_words import Lane, LaneReason, Outcome, TransferPosition, VisitorKind, VisitState
from hall.domain.errors import (
    AlreadySoError,
    NotCalledError,
    NothingToUndoError,
    NotMissedError,
    NotParkedError,
    NotServingError,
    NotWaitingError,
    ReinstateLimitError,
    ReturnLimitError,
    UndoTooLateError,
)
from hall.domain.events import (
    Fact,
    LaneChanged,
    VisitBegun,
    VisitCalled,
    VisitCancelled,
    VisitCarriedOver,
    VisitClosedByDay,
    VisitFinished,
    VisitHandedIn,
    VisitNoShow,
    VisitParked,
    VisitRecalled,
    VisitReinstated,
    VisitResumed,
    VisitReturned,
    VisitServedOnPaper,
    VisitTransferred,
    VisitUndone,
)
from hall.domain.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.domain.moment import Moment

PRAYER = "prayer"
"""Who reinstates a visit that missed its call in the prayer window; the fact's reason names the prayer."""
AT_COUNTER = frozenset({VisitState.CALLED, VisitState.SERVING})
"""A counter has the visit in hand."""
IN_HALL = AT_COUNTER | {VisitState.WAITING, VisitState.PARKED}
"""The visit is not over."""


@dataclass(frozen=True, slots=True)
class NextStage:
    """Where a transfer sends a visit: to a service, or for one counter or one agent within it."""

    service: ServiceCode
    position: TransferPosition = TransferPosition.BY_ISSUE
    for_counter: CounterId | None = None
    for_agent: AgentId | None = None
    reason: str | None = None
    note: str | None = None


@dataclass(slots=True)
class Stage:
    """One wait-and-serve part of a visit; a transfer ends one and begins the next."""

    service: ServiceCode
    issued: Moment
    """When waiting in this stage began."""
    rank_from: Moment
    """From when its effective wait counts: the visit's first issue, a slot, or the transfer itself."""
    state: VisitState = VisitState.WAITING
    counter: CounterId | None = None
    agent: AgentId | None = None
    first_called: Moment | None = None
    called: Moment | None = None
    begun: Moment | None = None
    """The first time serving began."""
    serving_since: Moment | None = None
    """The latest time serving began; None while nobody is being served."""
    served_s: float = 0.0
    """Seconds of serving before the latest begin (parked or returned while being served), or all of them at the end."""
    ended: Moment | None = None
    outcome: Outcome | None = None
    goes_first: bool = False
    """Transferred to the head of the queue."""
    for_counter: CounterId | None = None
    for_agent: AgentId | None = None
    held_until_calls: int | None = None
    """Held out until the service has been called this many times today (reinstated after a missed call)."""
    recalls: int = 0
    note: str | None = None


@dataclass(slots=True)
class Visit:
    """Knows its own rules; knows no clock, no store and no screen. The last stage is the current one."""

    id: VisitId
    service_day: date
    ticket: str
    number: int | None
    """The running number behind the ticket; None for a walk-up, whose `ticket` is empty."""
    prefix: str
    lane: Lane
    issued: Moment
    """The first time of issue, kept through every transfer and return."""
    stages: list[Stage]
    code_hash: str = ""
    """SHA-256 (hex) of the 128-bit code in the ticket's QR."""
    visitor_kind: VisitorKind | None = None
    language: str | None = None
    issued_by: str = ""
    """The device or person that issued it."""
    returns: int = 0
    reinstated: int = 0
    revision: int = 0
    """Grows by one with each stored change."""
    told: int = 0
    """The revision of the newest record told to the centre; 0 before the first."""
    previous_state: VisitState | None = None
    """The state before the last finish, no-show or cancel, for undo."""
    carried_from: VisitId | None = None
    topics: tuple[str, ...] = ()
    new_facts: list[Fact] = field(default_factory=list)
    """Facts of moves since the visit was last stored, oldest first."""

    @property
    def stage(self) -> Stage:
        """The current stage."""
        return self.stages[-1]

    @property
    def state(self) -> VisitState:
        """The state of the current stage, which is the visit's."""
        return self.stage.state

    @property
    def service(self) -> ServiceCode:
        """The service of the current stage."""
        return self.stage.service

    @property
    def counter(self) -> CounterId | None:
        """The counter that has or had the current stage."""
        return self.stage.counter

    @property
    def at_counter(self) -> tuple[CounterId, AgentId]:
        """The counter that has the visit in hand and its agent; only while it is called, served or parked."""
        counter, agent = self.stage.counter, self.stage.agent
        if counter is None or agent is None:
            raise AssertionError(f"visit {self.id} is {self.state.value} without a counter")
        return counter, agent

    def call(
        self, counter: CounterId, agent: AgentId, *, at: Moment, reason: str | None = None, why: str | None = None
    ) -> None:
        """Call the waiting visit to a counter: `reason` where it was chosen out of order, else the rule's `why`."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self._called(counter, agent, at)
        self.new_facts.append(VisitCalled(self.id, self.ticket, self.service, counter, agent, reason, why))

    def recall(self, *, look: bool = False) -> None:
        """Announce the same call again; with `look` the boards flash whole for a visitor who cannot hear."""
        if self.state is not VisitState.CALLED:
            raise NotCalledError(f"{self._named} is {self.state.value}, not called")
        self.stage.recalls += 1
        self.new_facts.append(VisitRecalled(self.id, self.ticket, self.service, *self.at_counter, look=look))

    def begin(self, *, at: Moment) -> None:
        """Begin serving the called visit."""
        if self.state is not VisitState.CALLED:
            raise NotCalledError(f"{self._named} is {self.state.value}, not called")
        stage = self.stage
        stage.state, stage.begun, stage.serving_since = VisitState.SERVING, stage.begun or at, at
        self.new_facts.append(VisitBegun(self.id, self.ticket, self.service, *self.at_counter))

    def finish(self, outcome: Outcome, *, at: Moment, topics: tuple[str, ...] = ()) -> None:
        """End serving, and the visit, with an outcome."""
        if self.state is not VisitState.SERVING:
            raise NotServingError(f"{self._named} is {self.state.value}, not being served")
        self._end(VisitState.FINISHED, at, undo_to=VisitState.SERVING)
        self.stage.outcome, self.topics = outcome, topics
        self.new_facts.append(VisitFinished(self.id, self.ticket, self.service, *self.at_counter, outcome))

    def mark_no_show(self, *, at: Moment) -> None:
        """Say that nobody came to the call."""
        if self.state is not VisitState.CALLED:
            raise NotCalledError(f"{self._named} is {self.state.value}, not called")
        self._end(VisitState.NO_SHOW, at, undo_to=VisitState.CALLED)
        self.new_facts.append(VisitNoShow(self.id, self.ticket, self.service, *self.at_counter))

    def return_to_queue(self, *, at: Moment, limit: int) -> None:
        """Put the visit back among the waiting, with its first time; at most `limit` times in its stay."""
        if self.state not in AT_COUNTER:
            raise NotCalledError(f"{self._named} is {self.state.value}, not at a counter")
        if self.returns >= limit:
            raise ReturnLimitError(f"{self._named} went back to the queue {self.returns} times already")
        fact = VisitReturned(self.id, self.ticket, self.service, *self.at_counter)
        self.returns += 1
        self._stop_serving(at)
        self._wait_again()
        self.new_facts.append(fact)

    def park(self, *, at: Moment) -> None:
        """Set the visit aside at its counter."""
        if self.state not in AT_COUNTER:
            raise NotServingError(f"{self._named} is {self.state.value}, not at a counter")
        self._stop_serving(at)
        self.stage.state = VisitState.PARKED
        self.new_facts.append(VisitParked(self.id, self.ticket, self.service, *self.at_counter))

    def resume(self, counter: CounterId, agent: AgentId, *, at: Moment) -> None:
        """Call the visit that is parked at this counter again."""
        if self.state is not VisitState.PARKED or self.counter != counter:
            raise NotParkedError(f"{self._named} is not parked at counter {counter}")
        self._called(counter, agent, at)
        self.new_facts.append(VisitResumed(self.id, self.ticket, self.service, counter, agent))

    def transfer(self, to: NextStage, *, at: Moment) -> None:
        """End this stage and wait in the next one, keeping the visit's first time of issue."""
        if self.state not in AT_COUNTER:
            raise NotServingError(f"{self._named} is {self.state.value}, not at a counter")
        fact = VisitTransferred(
            self.id, self.ticket, self.service, *self.at_counter,
            to.service, to.for_counter, to.for_agent, to.position, to.reason, to.note,
        )  # fmt: skip
        self._end(VisitState.FINISHED, at, undo_to=None)
        self.stages.append(
            Stage(
                to.service,
                issued=at,
                rank_from=at if to.position is TransferPosition.LAST else self.issued,
                goes_first=to.position is TransferPosition.FIRST,
                for_counter=to.for_counter,
                for_agent=to.for_agent,
                note=to.note,
            )
        )
        self.new_facts.append(fact)

    def reinstate(self, by: str, *, held_until_calls: int, limit: int, reason: str | None = None) -> None:
        """Let a missed visit wait again, by its first time of issue, held out until its service was called so often.

        Past `limit` times it needs a reason, which the caller has checked.
        """
        if self.state is not VisitState.NO_SHOW:
            raise NotMissedError(f"{self._named} is {self.state.value}, it did not miss its call")
        if self.reinstated >= limit and reason is None:
            raise ReinstateLimitError(f"{self._named} was reinstated {self.reinstated} times; a reason is needed")
        self.reinstated += 1
        self._wait_again()
        self.stage.held_until_calls, self.stage.rank_from, self.stage.ended = held_until_calls, self.issued, None
        self.new_facts.append(VisitReinstated(self.id, self.ticket, self.service, by, reason))

    def go_back_from_prayer(self, prayer: str, *, held_until_calls: int) -> None:
        """Let a visit that missed its call at `prayer` wait again, as `reinstate` does; it costs no chance."""
        if self.state is not VisitState.NO_SHOW:
            raise NotMissedError(f"{self._named} is {self.state.value}, it did not miss its call")
        self._wait_again()
        self.stage.held_until_calls, self.stage.rank_from, self.stage.ended = held_until_calls, self.issued, None
        self.new_facts.append(VisitReinstated(self.id, self.ticket, self.service, PRAYER, prayer))

    def change_lane(self, lane: Lane, by: str, reason: LaneReason) -> None:
        """Let the waiting visit be ranked by another lane; since when it waits stays as it is."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        if self.lane is lane:
            raise AlreadySoError(f"{self._named} is in the lane {lane.value} already")
        fact = LaneChanged(self.id, self.ticket, self.service, by, self.lane, lane, reason)
        self.lane = lane
        self.new_facts.append(fact)

    def cancel(self, by: str, *, at: Moment) -> None:
        """Give up the waiting visit."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self._end(VisitState.CANCELLED, at, undo_to=VisitState.WAITING)
        self.new_facts.append(VisitCancelled(self.id, self.ticket, self.service, by))

    def serve_on_paper(self, by: str, outcome: Outcome, *, at: Moment) -> None:
        """End the waiting visit of somebody who was served while the hall service was away; no time was measured."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self._end(VisitState.FINISHED, at, undo_to=VisitState.WAITING)
        self.stage.outcome = outcome
        self.new_facts.append(VisitServedOnPaper(self.id, self.ticket, self.service, by, outcome))

    def undo(self, by: str, *, at: Moment, within_s: int) -> None:
        """Take back a finish, no-show or cancel of the last `within_s` seconds."""
        back_to, ended = self.previous_state, self.stage.ended
        if back_to is None or ended is None:
            raise NothingToUndoError(f"{self._named} is {self.state.value}; there is nothing to take back")
        if at.seconds_since(ended) > within_s:
            raise UndoTooLateError(f"{self._named}: the {within_s} seconds to take it back are over")
        undone = self.state.value
        stage = self.stage
        stage.state, stage.ended, stage.outcome, self.previous_state = back_to, None, None, None
        if back_to is VisitState.SERVING:
            stage.serving_since, self.topics = at, ()
        self.new_facts.append(VisitUndone(self.id, self.ticket, self.service, by, undone))

    def carry_over(self, *, at: Moment) -> None:
        """Let the close of the day move the waiting or parked visit to the next working day."""
        self._leave_at_close(VisitState.CARRIED_OVER, at)
        self.new_facts.append(VisitCarriedOver(self.id, self.ticket, self.service))

    def cancel_at_close(self, by: str, *, at: Moment) -> None:
        """Let the close of the day give up the waiting or parked visit; this cannot be undone."""
        self._leave_at_close(VisitState.CANCELLED, at)
        self.new_facts.append(VisitCancelled(self.id, self.ticket, self.service, by))

    def close_by_day(self, *, at: Moment) -> None:
        """Let the close of the day end the visit, whatever it was doing in the hall."""
        if self.state not in IN_HALL:
            raise NotServingError(f"{self._named} is {self.state.value} and over already")
        was = self.state.value
        self._end(VisitState.CLOSED_BY_DAY, at, undo_to=None)
        self.new_facts.append(VisitClosedByDay(self.id, self.ticket, self.service, was))

    def take_printed(self, ticket: str, number: int, *, device: str) -> None:
        """Take the number that stands on the paper instead of the one the hall gave."""
        was, self.ticket, self.number = self.ticket, ticket, number
        self.new_facts.append(VisitHandedIn(self.id, ticket, self.service, device, was))

    @property
    def _named(self) -> str:
        return self.ticket or f"the walk-up visit {self.id}"

    def _called(self, counter: CounterId, agent: AgentId, at: Moment) -> None:
        stage = self.stage
        stage.state, stage.counter, stage.agent = VisitState.CALLED, counter, agent
        stage.first_called, stage.called = stage.first_called or at, at
        stage.recalls, stage.held_until_calls, self.previous_state = 0, None, None

    def _wait_again(self) -> None:
        stage = self.stage
        stage.state, stage.counter, stage.agent = VisitState.WAITING, None, None
        stage.goes_first, self.previous_state = False, None

    def _stop_serving(self, at: Moment) -> None:
        stage = self.stage
        if stage.serving_since is not None:
            stage.served_s += at.seconds_since(stage.serving_since)
            stage.serving_since = None

    def _leave_at_close(self, state: VisitState, at: Moment) -> None:
        if self.state not in {VisitState.WAITING, VisitState.PARKED}:
            raise NotWaitingError(f"{self._named} is {self.state.value}, neither waiting nor parked")
        self._end(state, at, undo_to=None)

    def _end(self, state: VisitState, at: Moment, *, undo_to: VisitState | None) -> None:
        self._stop_serving(at)
        self.stage.state, self.stage.ended, self.previous_state = state, at, undo_to
