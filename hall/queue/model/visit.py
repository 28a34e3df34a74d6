"""One person's stay: its stages, its state and its legal moves; each move leaves a fact or is a named refusal."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.words.hall import Lane, LaneReason, Outcome, VisitState
from hall.calendar.refusals import NotCarriedOverError
from hall.kernel.facts import (
    LaneChanged,
    VisitBroughtBack,
    VisitCancelled,
    VisitCarriedOver,
    VisitClosedByDay,
    VisitHandedIn,
    VisitInTime,
    VisitLate,
    VisitReinstated,
    VisitServedOnPaper,
    VisitUndone,
)
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.refusals import (
    AlreadySoError,
    NothingToUndoError,
    NotMissedError,
    NotServingError,
    NotWaitingError,
    ReinstateLimitError,
    UndoTooLateError,
)
from hall.queue.model.counter_moves import AttendedStay
from hall.queue.model.facts import CodeRenewed, ServiceChanged, VisitDrawn, VisitLinked, VisitUnlinked
from hall.queue.model.refusals import NotLinkedError, ReprintedMeanwhileError, VisitOverError
from hall.queue.model.stage import IN_HALL, OwnPlace, ServiceBefore

PRAYER = "prayer"
"""Who reinstates a visit that missed its call in the prayer window; the fact's reason names the prayer."""
VISITOR = "visitor"
"""Who acts on a visit from the page behind its ticket's code."""
_NEEDS_PAPER = IN_HALL | {VisitState.NO_SHOW}
"""States in which the visitor still goes by his paper."""
_BY_CLOSE = frozenset({VisitState.CARRIED_OVER, VisitState.CLOSED_BY_DAY})
"""Only the close of the day ends a visit like this: opening the day again takes it back, no undo."""


@dataclass(slots=True)
class Visit(AttendedStay):
    """Knows its own rules; knows no clock, no store and no screen."""

    def reinstate(self, by: str, *, held_until_calls: int, limit: int, reason: str | None = None) -> None:
        """Let a missed visit wait again, by its first time of issue, held until its service has had that many calls.

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

    def link(self, group: str, by: str) -> None:
        """Let the visit belong to a group, whose members go to one counter; it leaves the group that it was in."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        if self.group != group:
            self._leave_draw()
        self.group = group
        self.new_facts.append(VisitLinked(self.id, self.ticket, self.service, group, by))

    def unlink(self, by: str) -> None:
        """Let the waiting visit be on its own again, for whom it waited before its group drew it to a counter."""
        if self.group is None:
            raise NotLinkedError(f"{self._named} is in no group")
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self.new_facts.append(VisitUnlinked(self.id, self.ticket, self.service, self.group, by))
        self.group = None
        self._leave_draw()

    def draw_to(self, counter: CounterId) -> None:
        """Let the waiting visit go to the counter to which the first of its group was called, at the head."""
        if self.state is not VisitState.WAITING or self.group is None:
            raise NotWaitingError(f"{self._named} is {self.state.value} or in no group")
        stage = self.stage
        stage.drawn_from = stage.drawn_from or OwnPlace(stage.for_counter, stage.for_agent, stage.goes_first)
        stage.for_counter, stage.for_agent, stage.goes_first = counter, None, True
        self.new_facts.append(VisitDrawn(self.id, self.ticket, self.service, counter, self.group))

    def change_lane(self, lane: Lane, by: str, reason: LaneReason) -> None:
        """Let the waiting visit be ranked by another lane; since when it waits stays as it is."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        if self.lane is lane:
            raise AlreadySoError(f"{self._named} is in the lane {lane.value} already")
        fact = LaneChanged(self.id, self.ticket, self.service, by, self.lane, lane, reason)
        self.lane = lane
        self.new_facts.append(fact)

    def change_service(self, service: ServiceCode, lane: Lane, by: str) -> None:
        """Let the waiting visit wait for another service from its first time of issue, with the number that it has.

        The counter or the agent that it waits for was chosen for the visitor, and stays. Back to the service before,
        with nothing in between, restores its place there.
        """
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        if self.service == service:
            raise AlreadySoError(f"{self._named} waits for {service} already")
        stage, was, before = self.stage, self.service, self.stage.changed_from
        if self.goes_back_to(service) and before is not None:
            stage.held_until_calls, stage.late, stage.changed_from = before.held_until_calls, before.late, None
            stage.goes_first = stage.goes_first or before.goes_first
        else:
            heads = stage.goes_first and stage.for_counter is None and stage.for_agent is None
            stage.changed_from = ServiceBefore(was, self.lane, stage.held_until_calls, heads, stage.late)
            # Those were places in the other service's queue.
            stage.held_until_calls, stage.late, stage.goes_first = None, False, stage.goes_first and not heads
        stage.service, self.lane = service, lane
        self.new_facts.append(ServiceChanged(self.id, self.ticket, service, by, was))

    def goes_back_to(self, service: ServiceCode) -> bool:
        """Return whether a change to `service` takes the newest change back."""
        before = self.stage.changed_from
        return before is not None and before.service == service

    @property
    def holds_ticket(self) -> bool:
        """Whether the visitor still goes by his paper: in the hall, or able to come back after a missed call."""
        return bool(self.ticket) and self.state in _NEEDS_PAPER

    def renew_code(self, code_hash: str, by: str, *, seen: int) -> None:
        """Let another code stand for the ticket; `seen` is the number of reprints that the caller knows of."""
        if not self.holds_ticket:
            raise VisitOverError(f"{self._named} is {self.state.value}; nobody needs its paper")
        if seen != self.reprints:
            raise ReprintedMeanwhileError(f"{self._named} was reprinted {self.reprints} times, not {seen}")
        self.code_hash, self.reprints = code_hash, self.reprints + 1
        self.new_facts.append(CodeRenewed(self.id, self.ticket, self.service, by))

    def cancel(self, by: str, *, at: Moment) -> None:
        """Give up the waiting visit."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self._end(VisitState.CANCELLED, at, undo_to=VisitState.WAITING)
        self.stage.given_up = by == VISITOR
        self.new_facts.append(VisitCancelled(self.id, self.ticket, self.service, by))

    def come_late(self, *, calls: int, held_until_calls: int) -> None:
        """Hold the waiting visit, at its visitor's wish, until its service has had that many calls; it keeps its rank.

        `calls`: how often the service was called today. One that is held out already stays as it is. A change of
        service before it is no mistake to be changed back any more.
        """
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        if calls < (self.stage.held_until_calls or 0):
            raise AlreadySoError(f"{self._named} is held out already")
        self.stage.held_until_calls, self.stage.late, self.stage.changed_from = held_until_calls, True, None
        self.new_facts.append(VisitLate(self.id, self.ticket, self.service, VISITOR))

    def come_in_time(self) -> None:
        """Take the visitor's own hold back: the visit stands where it stood before."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        if not self.stage.late:
            raise NothingToUndoError(f"the visitor of {self._named} did not report to be late")
        self.stage.held_until_calls, self.stage.late = None, False
        self.new_facts.append(VisitInTime(self.id, self.ticket, self.service, VISITOR))

    def serve_on_paper(self, by: str, outcome: Outcome, *, at: Moment) -> None:
        """End the waiting visit of somebody who was served while the hall service was away; no time was measured."""
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self._end(VisitState.FINISHED, at, undo_to=VisitState.WAITING)
        self.stage.outcome = outcome
        self.new_facts.append(VisitServedOnPaper(self.id, self.ticket, self.service, by, outcome))

    def undo(self, by: str, *, at: Moment, within_s: int) -> None:
        """Take back a finish, no-show, cancel or transfer of the last `within_s` seconds."""
        back_to, ended = self.previous_state, self.left_stage.ended
        if back_to is None or ended is None or self.state in _BY_CLOSE:
            raise NothingToUndoError(f"{self._named} is {self.state.value}; there is nothing to take back")
        if by == VISITOR and not self.stage.given_up:
            raise NothingToUndoError(f"{self._named} was not cancelled by its visitor")
        if at.seconds_since(ended) > within_s:
            raise UndoTooLateError(f"{self._named}: the {within_s} seconds to take it back are over")
        undone = "transferred" if self.was_transferred else self.state.value
        if self.was_transferred:
            self.stages.pop()
        stage = self.stage
        stage.state, stage.ended, stage.outcome, self.previous_state = back_to, None, None, None
        stage.given_up = False
        if back_to is VisitState.SERVING:
            stage.serving_since, self.topics, stage.transactions = at, (), ()
        self.new_facts.append(VisitUndone(self.id, self.ticket, self.service, by, undone))

    def carry_over(self, *, at: Moment) -> None:
        """Let the close of the day move the waiting or parked visit to the next working day."""
        self._leave_at_close(VisitState.CARRIED_OVER, at)
        self.new_facts.append(VisitCarriedOver(self.id, self.ticket, self.service))

    def cancel_at_close(self, by: str, *, at: Moment) -> None:
        """Let the close of the day give up the waiting or parked visit."""
        self._leave_at_close(VisitState.CANCELLED, at)
        self.new_facts.append(VisitCancelled(self.id, self.ticket, self.service, by))

    def close_by_day(self, *, at: Moment) -> None:
        """Let the close of the day end the visit, whatever it was doing in the hall."""
        if self.state not in IN_HALL:
            raise NotServingError(f"{self._named} is {self.state.value} and over already")
        was = self.state
        self._end(VisitState.CLOSED_BY_DAY, at, undo_to=was)
        self.new_facts.append(VisitClosedByDay(self.id, self.ticket, self.service, was.value))

    def ended_by_close(self, close: Moment) -> bool:
        """Return whether the close of the day at this moment ended the visit."""
        return self.previous_state in IN_HALL and self.stage.ended is not None and self.stage.ended.at == close.at

    def bring_back(self, by: str, *, at: Moment) -> None:
        """Let the visit, which the close of its day ended, stand in the hall as before.

        It keeps its first time of issue. One that was at a counter waits again: its agent was signed out.
        """
        before = self.previous_state
        if before not in IN_HALL or self.state in IN_HALL:
            raise NotCarriedOverError(f"{self._named} is {self.state.value}; no close of the day ended it")
        was, stage = self.state.value, self.stage
        stage.ended = None
        if before is VisitState.PARKED:
            stage.state, stage.parked_since, self.previous_state = before, at.at, None
        elif before is VisitState.WAITING:
            stage.state, self.previous_state = before, None
        else:
            self._wait_again()
        self.new_facts.append(VisitBroughtBack(self.id, self.ticket, self.service, by, was, self.state.value))

    def take_printed(self, ticket: str, number: int, *, device: str) -> None:
        """Take the number that stands on the paper instead of the one the hall gave."""
        was, self.ticket, self.number = self.ticket, ticket, number
        self.new_facts.append(VisitHandedIn(self.id, ticket, self.service, device, was))

    def _leave_draw(self) -> None:
        stage, own = self.stage, self.stage.drawn_from
        if own is None:
            return
        # A visit that went back to the queue meanwhile is no longer at its head.
        stage.goes_first = own.goes_first and stage.goes_first
        stage.for_counter, stage.for_agent, stage.drawn_from = own.for_counter, own.for_agent, None

    def _leave_at_close(self, state: VisitState, at: Moment) -> None:
        if self.state not in {VisitState.WAITING, VisitState.PARKED}:
            raise NotWaitingError(f"{self._named} is {self.state.value}, neither waiting nor parked")
        self._end(state, at, undo_to=self.state)
