"""A request that a visit, the platform or a letter has registered: its clock, its referral, its reply; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from contracts.words.requests import RequestSource, RequestState
from hall.calendar.working_days import Deadline
from hall.kernel.ids import VisitId
from hall.requests.model.refusals import RequestStateError

TAKEN_BACK = "the finish that registered it was taken back"
"""Why a request is withdrawn when its finish is undone; it is restored when the visit is finished with it again."""
BY_MESSAGE = "message"
"""Stands in place of an agent's name when a message brought the reply to the visitor."""


@dataclass(frozen=True)
class Decision:
    """What was decided in the hall: by whom, under which delegated power, on which day."""

    text: str
    by: str
    power: str
    day: date
    amount_omr: int | None = None
    """What it is worth, in whole Omani rials, where somebody said so."""


@dataclass(frozen=True)
class Request:
    """One request. `printed_latest` is the date on the receipt, `latest` the one that holds now."""

    number: str
    source: RequestSource
    topic: str
    subject: str
    directorate: str
    service_day: date
    registered: datetime
    registered_by: str
    printed_latest: date
    latest: date
    latest_expected: bool
    external: str | None = None
    """The number of the ministry's own system, which is shown in place of ours."""
    visit: VisitId | None = None
    counter: int | None = None
    urgent: bool = False
    state: RequestState = RequestState.REGISTERED
    referred: datetime | None = None
    referred_by: str | None = None
    reply: str | None = None
    replied: datetime | None = None
    replied_by: str | None = None
    decision: Decision | None = None
    withdrawn_why: str | None = None
    visitor_told: datetime | None = None
    """When the visitor received the answer, by message or by an agent's call."""
    visitor_told_by: str | None = None
    told: int = 0
    """How many revisions of it were sent to the centre."""

    @property
    def shown(self) -> str:
        """The number that the visitor reads."""
        return self.external or self.number

    @property
    def answer(self) -> str | None:
        """The answer for the visitor: the directorate's reply or the hall's decision."""
        return self.reply if self.decision is None else self.decision.text

    def had_its_answer(self, at: datetime) -> bool:
        """Return whether the answer that stands was known then, and was not corrected since."""
        return self.replied is None or self.replied <= at

    def refer(self, directorate: str, by: str, now: datetime) -> Request:
        """Return it sent to the directorate; the same again is the same."""
        if self.state is RequestState.REFERRED and self.directorate == directorate:
            return self
        self._expect({RequestState.REGISTERED, RequestState.REFERRED}, "referred")
        first = self.referred or now
        return replace(self, state=RequestState.REFERRED, directorate=directorate, referred=first, referred_by=by)

    def answered(self, text: str, by: str, now: datetime) -> Request:
        """Return it with the directorate's reply; a later one corrects it."""
        self._expect({RequestState.REFERRED, RequestState.REPLIED}, "replied to")
        return replace(
            self, state=RequestState.REPLIED, reply=text, replied=now, replied_by=by, visitor_told=None,
            visitor_told_by=None,
        )  # fmt: skip

    def decide(self, decision: Decision) -> Request:
        """Return it decided in the hall, which only an urgent one that was not referred can be."""
        if not self.urgent:
            raise RequestStateError(f"request {self.shown} is not urgent; it is referred to its directorate")
        self._expect({RequestState.REGISTERED}, "decided in the hall")
        return replace(self, state=RequestState.DECIDED, decision=decision)

    def tell(self, by: str, now: datetime) -> Request:
        """Return it with its visitor informed, by a message or by the agent who called."""
        self._expect({RequestState.REPLIED, RequestState.DECIDED}, "told to its visitor")
        return self if self.visitor_told else replace(self, visitor_told=now, visitor_told_by=by)

    def withdraw(self, why: str) -> Request:
        """Return it withdrawn: registered by mistake."""
        self._expect({RequestState.REGISTERED}, "withdrawn")
        return replace(self, state=RequestState.WITHDRAWN, withdrawn_why=why)

    def register_again(self, subject: str, by: str, counter: int | None, now: datetime, *, urgent: bool) -> Request:
        """Return one that was withdrawn with its finish as it stands again: the visitor may hold the paper already."""
        self._expect({RequestState.WITHDRAWN}, "registered again")
        return replace(
            self, state=RequestState.REGISTERED, withdrawn_why=None, subject=subject, registered_by=by,
            counter=counter, registered=now, urgent=urgent,
        )  # fmt: skip

    def due(self, deadline: Deadline) -> Request:
        """Return it with the date that holds now; the printed one stays what was printed."""
        return replace(self, latest=deadline.day, latest_expected=deadline.expected)

    def _expect(self, states: set[RequestState], done: str) -> None:
        if self.state not in states:
            raise RequestStateError(f"request {self.shown} is {self.state.value}; it cannot be {done} now")
