"""Enquiries as figures need them, read by the service day of their receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from contracts.words.enquiries import EnquiryState
from figures.enquiry_figures import EnquiryRow
from hall.enquiries.store.tables import enquiry

_CONFIRMED = EnquiryState.CONFIRMED.value


class SqlEnquiryRows:
    """Enquiries of a hall."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_days(self, first: date, last: date) -> Sequence[EnquiryRow]:
        """Return the enquiries received from the first to the last day; those answered at once come counted."""
        here = enquiry.c.service_day.between(first, last)
        key = (enquiry.c.topic, enquiry.c.channel, enquiry.c.state)
        at_once = select(*key, func.count()).where(here, enquiry.c.question.is_(None)).group_by(*key)
        later = select(*key, enquiry.c.received_at, enquiry.c.answered_at).where(here, enquiry.c.question.is_not(None))
        return [
            *(
                EnquiryRow(topic, channel, at_once=True, confirmed=state == _CONFIRMED, answer_s=None, many=many)
                for topic, channel, state, many in self._connection.execute(at_once)
            ),
            *(
                EnquiryRow(topic, channel, False, state == _CONFIRMED, _took_s(received, answered))
                for topic, channel, state, received, answered in self._connection.execute(later)
            ),
        ]


def _took_s(received: datetime, answered: datetime | None) -> float | None:
    return None if answered is None else round((answered - received).total_seconds(), 1)
