"""What an agent does with the visit in hand: each move leaves a fact or is a named refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from contracts.words.hall import Outcome, TransferPosition, VisitState
from hall.kernel.facts import (
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
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.moment import Moment
from hall.kernel.refusals import (
    NotCalledError,
    NotParkedError,
    NotServingError,
    NotWaitingError,
    ReturnLimitError,
)
from hall.queue.model.facts import VisitContinued, VisitMarked, VisitMoved, VisitReminded, VisitSentBack
from hall.queue.model.stage import AT_COUNTER, NextStage, Stage, Transaction
from hall.queue.model.stay import Stay


@dataclass(slots=True)
class AttendedStay(Stay):
    """A stay as a counter moves it, from call to finish."""

    def call(
        self,
        counter: CounterId,
        agent: AgentId,
        *,
        at: Moment,
        reason: str | None = None,
        why: str | None = None,
        account: str | None = None,
    ) -> None:
        """Call the waiting visit to a counter: `reason` where it was chosen out of order, else the rule's `why`.

        `account` is the rule's whole account of the choice, kept with the stage.
        """
        if self.state is not VisitState.WAITING:
            raise NotWaitingError(f"{self._named} is {self.state.value}, not waiting")
        self._called(counter, agent, at)
        self.stage.why = account
        self.new_facts.append(VisitCalled(self.id, self.ticket, self.service, counter, agent, reason, why))

    def recall(self, *, at: Moment, look: bool = False) -> None:
        """Announce the same call again; with `look` the boards flash whole for a visitor who cannot hear."""
        if self.state is not VisitState.CALLED:
            raise NotCalledError(f"{self._named} is {self.state.value}, not called")
        self.stage.recalls, self.stage.recalled_at = self.stage.recalls + 1, at.at
        self.new_facts.append(VisitRecalled(self.id, self.ticket, self.service, *self.at_counter, look=look))

    def begin(self, *, at: Moment) -> None:
        """Begin serving the called visit."""
        if self.state is not VisitState.CALLED:
            raise NotCalledError(f"{self._named} is {self.state.value}, not called")
        stage = self.stage
        stage.state, stage.begun, stage.serving_since = VisitState.SERVING, stage.begun or at, at
        self.new_facts.append(VisitBegun(self.id, self.ticket, self.service, *self.at_counter))

    def finish(
        self,
        outcome: Outcome,
        *,
        at: Moment,
        topics: tuple[str, ...] = (),
        transactions: tuple[Transaction, ...] = (),
        by: str | None = None,
    ) -> None:
        """End serving, and the visit, with an outcome; where another counter wants it back it waits there again.

        `by`: who ends it for the agent, if somebody does.
        """
        if self.state is not VisitState.SERVING:
            raise NotServingError(f"{self._named} is {self.state.value}, not being served")
        self.topics = topics
        if self.stage.back is not None:
            self._send_back(outcome, at, transactions)
            return
        self._end(VisitState.FINISHED, at, undo_to=VisitState.SERVING)
        self.stage.outcome, self.stage.transactions = outcome, transactions
        self.new_facts.append(VisitFinished(self.id, self.ticket, self.service, *self.at_counter, outcome, by))

    def go_on_with(
        self, service: ServiceCode, outcome: Outcome, *, at: Moment, transactions: tuple[Transaction, ...] = ()
    ) -> None:
        """End this stage with an outcome and begin another service at once, at the same counter."""
        if self.state is not VisitState.SERVING:
            raise NotServingError(f"{self._named} is {self.state.value}, not being served")
        fact = VisitContinued(self.id, self.ticket, self.service, *self.at_counter, service, outcome)
        counter, agent = self.at_counter
        self._end(VisitState.FINISHED, at, undo_to=None)
        self.stage.outcome, self.stage.transactions = outcome, transactions
        back, self.stage.back = self.stage.back, None
        self.stages.append(
            Stage(
                service,
                at,
                self.stage.rank_from,
                VisitState.SERVING,
                counter,
                agent,
                begun=at,
                serving_since=at,
                back=back,
            )
        )
        self.new_facts.append(fact)

    def mark(self, mark: str, seconds: float) -> None:
        """Note that something about the stage looks wrong, once; `seconds` is what was measured."""
        if mark not in self.stage.marks:
            self.stage.marks += (mark,)
            self.new_facts.append(
                VisitMarked(self.id, self.ticket, self.service, *self.at_counter, mark, round(seconds))
            )

    def mark_no_show(self, *, at: Moment) -> None:
        """Say that nobody came to the call."""
        if self.state is not VisitState.CALLED:
            raise NotCalledError(f"{self._named} is {self.state.value}, not called")
        self._end(VisitState.NO_SHOW, at, undo_to=VisitState.CALLED)
        self.new_facts.append(VisitNoShow(self.id, self.ticket, self.service, *self.at_counter))

    def return_to_queue(self, *, at: Moment, limit: int, by: str | None = None) -> None:
        """Put the visit back among the waiting, with its first time; at most `limit` times in its stay.

        `by`: who returns it for an agent who had to leave: no limit stops that.
        """
        if self.state not in AT_COUNTER:
            raise NotCalledError(f"{self._named} is {self.state.value}, not at a counter")
        if self.returns >= limit and by is None:
            raise ReturnLimitError(f"{self._named} went back to the queue {self.returns} times already")
        fact = VisitReturned(self.id, self.ticket, self.service, *self.at_counter, by)
        self.returns += 1
        self._stop_serving(at)
        self._wait_again()
        self.new_facts.append(fact)

    def park(self, *, at: Moment, remind_at: datetime | None = None, note: str | None = None) -> None:
        """Set the visit aside at its counter, which is reminded of it at `remind_at`."""
        if self.state not in AT_COUNTER:
            raise NotServingError(f"{self._named} is {self.state.value}, not at a counter")
        self._stop_serving(at)
        self.stage.state, self.stage.remind_at, self.stage.parked_since = VisitState.PARKED, remind_at, at.at
        self.stage.note = note or self.stage.note
        self.new_facts.append(VisitParked(self.id, self.ticket, self.service, *self.at_counter))

    def remind(self) -> None:
        """Say that the time has come for which a reminder of the parked visit was asked."""
        self._refuse_not_parked()
        self.stage.remind_at = None
        self.new_facts.append(VisitReminded(self.id, self.ticket, self.service, *self.at_counter))

    def move_to(self, counter: CounterId) -> None:
        """Let the parked visit go with its agent to another counter."""
        self._refuse_not_parked()
        was, agent = self.at_counter
        self.stage.counter = counter
        self.new_facts.append(VisitMoved(self.id, self.ticket, self.service, counter, agent, was))

    def _refuse_not_parked(self) -> None:
        if self.state is not VisitState.PARKED:
            raise NotParkedError(f"{self._named} is {self.state.value}, not parked")

    def resume(self, counter: CounterId, agent: AgentId, *, at: Moment) -> None:
        """Call the visit that is parked at this counter again."""
        if self.state is not VisitState.PARKED or self.counter != counter:
            raise NotParkedError(f"{self._named} is not parked at counter {counter}")
        self._called(counter, agent, at)
        self.new_facts.append(VisitResumed(self.id, self.ticket, self.service, counter, agent))

    def transfer(
        self,
        to: NextStage,
        *,
        at: Moment,
        outcome: Outcome | None = None,
        transactions: tuple[Transaction, ...] = (),
    ) -> None:
        """End this stage and wait in the next one, keeping the visit's first time of issue.

        With an `outcome` its service is done, so that it must be being served, and its transactions count.
        """
        if self.state not in AT_COUNTER:
            raise NotServingError(f"{self._named} is {self.state.value}, not at a counter")
        if outcome is not None and self.state is not VisitState.SERVING:
            raise NotServingError(f"{self._named} is {self.state.value}, not being served")
        fact = VisitTransferred(
            self.id, self.ticket, self.service, *self.at_counter,
            to.service, to.for_counter, to.for_agent, to.position, to.reason, to.note, outcome,
        )  # fmt: skip
        self._end(VisitState.FINISHED, at, undo_to=self.state)
        self.stage.outcome, self.stage.transactions = outcome, transactions
        self.stages.append(
            Stage(
                to.service,
                issued=at,
                rank_from=at if to.position is TransferPosition.LAST else self.issued,
                goes_first=to.position is TransferPosition.FIRST,
                for_counter=to.for_counter,
                for_agent=to.for_agent,
                note=to.note,
                back=to.back or self.stage.back,
            )
        )
        self.new_facts.append(fact)

    def _send_back(self, outcome: Outcome, at: Moment, transactions: tuple[Transaction, ...]) -> None:
        back = self.stage.back
        if back is None:
            raise AssertionError(f"nobody wants {self._named} back")
        fact = VisitSentBack(
            self.id, self.ticket, self.service, *self.at_counter, back.service, back.counter, back.agent, outcome
        )
        self._end(VisitState.FINISHED, at, undo_to=None)
        self.stage.outcome, self.stage.transactions = outcome, transactions
        self.stages.append(
            Stage(
                back.service,
                issued=at,
                rank_from=self.issued,
                goes_first=True,
                for_counter=back.counter,
                for_agent=back.agent,
            )
        )
        self.new_facts.append(fact)
