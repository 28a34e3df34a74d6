"""An enquiry: counted where it is answered at once, else open until its answer is confirmed; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from contracts.words.enquiries import Channel, EnquiryState
from hall.enquiries.model.refusals import EnquiryStateError


@dataclass(frozen=True)
class Enquiry:
    """One question; `number` is the hall's running number of enquiries."""

    number: int
    topic: str
    channel: Channel
    service_day: date
    received: datetime
    received_by: str
    state: EnquiryState = EnquiryState.CONFIRMED
    question: str | None = None
    handed_to: str | None = None
    answer: str | None = None
    answered: datetime | None = None
    answered_by: str | None = None
    confirmed: datetime | None = None
    told: int = 0
    """How many revisions of it were sent to the centre."""

    def hand_on(self, to: str) -> Enquiry:
        """Return it with somebody else finding the answer."""
        self._expect({EnquiryState.RECEIVED, EnquiryState.HANDED_ON}, "handed on")
        return replace(self, state=EnquiryState.HANDED_ON, handed_to=to)

    def answer_with(self, text: str, by: str, now: datetime) -> Enquiry:
        """Return it answered; a later answer corrects it until it is confirmed."""
        self._expect({EnquiryState.RECEIVED, EnquiryState.HANDED_ON, EnquiryState.ANSWERED}, "answered")
        return replace(self, state=EnquiryState.ANSWERED, answer=text, answered=now, answered_by=by)

    def confirm(self, now: datetime) -> Enquiry:
        """Return it closed: the person who asked has the answer. A second time changes nothing."""
        if self.state is EnquiryState.CONFIRMED:
            return self
        self._expect({EnquiryState.ANSWERED}, "confirmed")
        return replace(self, state=EnquiryState.CONFIRMED, confirmed=now)

    def age_s(self, now: datetime) -> int:
        """Return how long it has been, or was, open, in whole seconds."""
        return max(0, round(((self.confirmed or now) - self.received).total_seconds()))

    def _expect(self, states: set[EnquiryState], done: str) -> None:
        if self.state not in states:
            raise EnquiryStateError(f"enquiry {self.number} is {self.state.value}; it cannot be {done} now")
