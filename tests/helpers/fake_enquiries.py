"""The fake hall's enquiries: the hall's own rules of how they move, kept in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from contracts.enquiries.answers import EnquiriesView, EnquiryPhoneView, EnquiryView
from contracts.words.enquiries import Channel, EnquiryState
from hall.enquiries.model.enquiry import Enquiry
from hall.enquiries.model.refusals import EnquiryStateError
from tests.helpers.refused import RefusedError

BY = "said"
FACTS = {
    "hand-on": "enquiry_handed_on",
    "answer": "enquiry_answered",
    "confirm": "enquiry_confirmed",
    "phone": "enquiry_phone_left",
}


@dataclass
class FakeEnquiries:
    """Enquiries by number; `do` answers a command by the words of its path after `/enquiries`."""

    kept: dict[int, Enquiry] = field(default_factory=dict)
    phones: dict[int, str] = field(default_factory=dict)
    away: bool = False
    """Whether telephone numbers cannot be given now."""

    def do(self, words: list[str], body: dict[str, Any], now: datetime) -> tuple[EnquiryView, str]:
        """Do it; return the enquiry and the kind of the fact. Raise RefusedError."""
        if not words:
            return self.leave(
                body["topic"], Channel(body["channel"]), body["question"], now, body.get("phone")
            ), "enquiry_received"
        known = self.kept.get(int(words[0]))
        if known is None:
            raise RefusedError(404, "enquiry_unknown")
        try:
            moved = _moved(known, words[1], body, now)
        except EnquiryStateError as error:
            raise RefusedError(409, error.code) from error
        self.kept[known.number] = moved
        if moved.state is EnquiryState.CONFIRMED:
            self.phones.pop(known.number, None)
        return self._view(moved, now), FACTS[words[1]]

    def leave(
        self, topic: str, channel: Channel, question: str | None, now: datetime, phone: str | None = None
    ) -> EnquiryView:
        """Count one, and leave it open where there is a question."""
        state = EnquiryState.RECEIVED if question else EnquiryState.CONFIRMED
        number = len(self.kept) + 1
        self.kept[number] = Enquiry(number, topic, channel, now.date(), now, BY, state, question)
        if phone is not None:
            self.phones[number] = phone
        return self._view(self.kept[number], now)

    def told(self, now: datetime) -> EnquiriesView:
        """Return the open ones, the oldest first."""
        mine = (one for one in self.kept.values() if one.state is not EnquiryState.CONFIRMED)
        return EnquiriesView(now, now.date(), now.date(), tuple(self._view(one, now) for one in mine), ())

    def phone(self, number: int) -> EnquiryPhoneView:
        """Return the number to call. Raise RefusedError."""
        if self.away:
            raise RefusedError(503, "busy")
        if number not in self.phones:
            raise RefusedError(404, "no_phone_left")
        return EnquiryPhoneView(self.phones[number])

    def _view(self, one: Enquiry, now: datetime) -> EnquiryView:
        names = {"ar": "منح الأراضي", "en": "Land grants"}
        return EnquiryView(
            one.number, one.topic, names, one.channel, one.state, one.service_day, one.received, one.received_by,
            one.age_s(now), one.question, one.handed_to, one.answer, one.answered, one.answered_by, one.confirmed,
            one.number in self.phones,
        )  # fmt: skip


def _moved(known: Enquiry, word: str, body: dict[str, Any], now: datetime) -> Enquiry:
    match word:
        case "hand-on":
            return known.hand_on(body["to"])
        case "answer":
            return known.answer_with(body["text"], BY, now)
        case _:
            return known.confirm(now)
