"""What is known of one person's stay, and the few steps of which all its moves are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from contracts.words.hall import Lane, VisitorKind, VisitState
from hall.kernel.facts import Fact
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.stage import AT_COUNTER, Stage


@dataclass(slots=True)
class Stay:
    """What is known of one person's stay; the last stage is the current one."""

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
    """The state before the last finish, no-show, cancel or transfer, for undo."""
    carried_from: VisitId | None = None
    topics: tuple[str, ...] = ()
    group: str | None = None
    """The group (a family, a company's people) that reception linked it to."""
    reprints: int = 0
    """How often the ticket was reprinted with another code; earlier codes are no longer valid."""
    new_facts: list[Fact] = field(default_factory=list)
    """Facts of moves since the visit was last stored, oldest first."""

    @property
    def stage(self) -> Stage:
        """The current stage."""
        return self.stages[-1]

    @property
    def was_transferred(self) -> bool:
        """Whether a counter has just transferred the visit, and nobody has called it since."""
        return self.state is VisitState.WAITING and self.previous_state in AT_COUNTER and len(self.stages) > 1

    @property
    def left_stage(self) -> Stage:
        """The stage that the visit left last: the one before the current one after a transfer, else the current one."""
        return self.stages[-2] if self.was_transferred else self.stage

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

    @property
    def _named(self) -> str:
        return self.ticket or f"the walk-up visit {self.id}"

    def _called(self, counter: CounterId, agent: AgentId, at: Moment) -> None:
        stage = self.stage
        stage.state, stage.counter, stage.agent = VisitState.CALLED, counter, agent
        stage.first_called, stage.called = stage.first_called or at, at
        stage.recalls, stage.recalled_at = 0, None
        stage.held_until_calls, self.previous_state, stage.late = None, None, False
        stage.remind_at, stage.parked_since, stage.why, stage.changed_from = None, None, None, None

    def _wait_again(self) -> None:
        stage = self.stage
        stage.state, stage.counter, stage.agent = VisitState.WAITING, None, None
        stage.goes_first, self.previous_state, stage.remind_at = False, None, None

    def _stop_serving(self, at: Moment) -> None:
        stage = self.stage
        if stage.serving_since is not None:
            stage.served_s += at.seconds_since(stage.serving_since)
            stage.serving_since = None

    def _end(self, state: VisitState, at: Moment, *, undo_to: VisitState | None) -> None:
        self._stop_serving(at)
        self.stage.state, self.stage.ended, self.previous_state = state, at, undo_to
        self.stage.remind_at = self.stage.parked_since = None
