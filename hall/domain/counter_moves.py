"""What an agent does with the visit in hand: each move leaves a fact or is a named refusal."""

from __future__ import annotations

from dataclasses import dataclass

from contracts.hall_words import Outcome, TransferPosition, VisitState
from hall.domain.errors import (
    NotCalledError,
    NotParkedError,
    NotServingError,
    NotWaitingError,
    ReturnLimitError,
)
from hall.domain.events import (
    VisitBegun,
    VisitCalled,
    VisitFinished,
    VisitNoShow,
    VisitParked,
    VisitRecalled,
    VisitResumed,
    VisitReturned,
    VisitTransferred,
)
from hall.domain.ids import AgentId, CounterId
from hall.domain.moment import Moment
from hall.domain.stage import AT_COUNTER, NextStage, Stage
from hall.domain.stay import Stay


@dataclass(slots=True)
class AttendedStay(Stay):
    """A stay as a counter moves it, from call to finish."""

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
