"""A complaint or suggestion: received, handed on, answered, closed, each step to be taken back; pure.

>>> complaint_number("MUSCAT-1", Nature.COMPLAINT, 2026, 427)
'MUSCAT-1-C26-004278'
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from contracts.words.complaints import ComplaintState, ComplaintWay, Nature
from hall.complaints.model.refusals import ComplaintStateError
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.request_number import check_digit

_LETTER = {Nature.COMPLAINT: "C", Nature.SUGGESTION: "S"}


def complaint_number(hall: str, nature: Nature, year: int, running: int) -> str:
    """Return the hall's number `running` (from 1) of a year; its letter keeps it apart from a request's."""
    digits = f"{year % 100:02d}{running:05d}"
    return f"{hall}-{_LETTER[nature]}{digits[:2]}-{digits[2:]}{check_digit(digits)}"


@dataclass(frozen=True)
class EarlierAnswer:
    """An answer that was corrected, and who gave it."""

    text: str
    by: str


@dataclass(frozen=True)
class Complaint:
    """One complaint or suggestion."""

    number: str
    nature: Nature
    way: ComplaintWay
    text: str
    service_day: date
    received: datetime
    received_by: str
    service: ServiceCode | None = None
    visit: VisitId | None = None
    state: ComplaintState = ComplaintState.RECEIVED
    handed_to: str | None = None
    handed_on: datetime | None = None
    answer: str | None = None
    answered: datetime | None = None
    answered_by: str | None = None
    closed: datetime | None = None
    told: int = 0
    """How many revisions of it were sent to the centre."""
    handed_before: tuple[str, ...] = ()
    """To whom it was handed on before, the newest last."""
    answers_before: tuple[EarlierAnswer, ...] = ()
    """What was answered before it was corrected, the newest last."""

    def hand_on(self, to: str, now: datetime) -> Complaint:
        """Return it with somebody named finding the answer; to the same again is the same."""
        if self.state is ComplaintState.HANDED_ON and self.handed_to == to:
            return self
        self._expect({ComplaintState.RECEIVED, ComplaintState.HANDED_ON}, "handed on")
        before = self.handed_before if self.handed_to is None else (*self.handed_before, self.handed_to)
        first = self.handed_on or now
        return replace(self, state=ComplaintState.HANDED_ON, handed_to=to, handed_on=first, handed_before=before)

    def answer_with(self, text: str, by: str, now: datetime) -> Complaint:
        """Return it answered; a later answer corrects it until it is closed, the same again is the same."""
        if self.state is ComplaintState.ANSWERED and self.answer == text:
            return self
        open_states = {ComplaintState.RECEIVED, ComplaintState.HANDED_ON, ComplaintState.ANSWERED}
        self._expect(open_states, "answered")
        first, before = self.answered or now, self.answers_before
        if self.answer is not None:
            before = (*before, EarlierAnswer(self.answer, self.answered_by or ""))
        return replace(
            self, state=ComplaintState.ANSWERED, answer=text, answered=first, answered_by=by, answers_before=before
        )

    def close(self, now: datetime) -> Complaint:
        """Return it closed: a complaint after its answer, a suggestion with thanks also without; again is the same."""
        if self.state is ComplaintState.CLOSED:
            return self
        if self.nature is Nature.COMPLAINT:
            self._expect({ComplaintState.ANSWERED}, "closed")
        return replace(self, state=ComplaintState.CLOSED, closed=now)

    def take_back(self) -> Complaint:
        """Return it one step back; what a step had corrected stands again."""
        match self.state:
            case ComplaintState.CLOSED:
                return replace(self, state=self._before_close(), closed=None)
            case ComplaintState.ANSWERED if self.answers_before:
                *before, last = self.answers_before
                return replace(self, answer=last.text, answered_by=last.by, answers_before=tuple(before))
            case ComplaintState.ANSWERED:
                back = replace(self, answer=None, answered=None, answered_by=None)
                return replace(back, state=back._before_close())  # noqa: SLF001 - its own kind
            case ComplaintState.HANDED_ON if self.handed_before:
                *earlier, to = self.handed_before
                return replace(self, handed_to=to, handed_before=tuple(earlier))
            case ComplaintState.HANDED_ON:
                return replace(self, state=ComplaintState.RECEIVED, handed_to=None, handed_on=None)
        raise ComplaintStateError(f"{self.number} is just received; there is no step to take back")

    def without_texts(self) -> Complaint:
        """Return it without a word of what was written and answered; its steps and times stay."""
        answer = None if self.answer is None else ""
        return replace(self, text="", answer=answer, handed_before=(), answers_before=())

    def age_s(self, now: datetime) -> int:
        """Return how long it has been, or was, open, in whole seconds."""
        return max(0, round(((self.closed or now) - self.received).total_seconds()))

    def _before_close(self) -> ComplaintState:
        if self.answer is not None:
            return ComplaintState.ANSWERED
        return ComplaintState.RECEIVED if self.handed_to is None else ComplaintState.HANDED_ON

    def _expect(self, states: set[ComplaintState], done: str) -> None:
        if self.state not in states:
            raise ComplaintStateError(f"{self.number} is {self.state.value}; it cannot be {done} now")
