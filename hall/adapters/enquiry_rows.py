"""Enquiries as figures need them, read by the service day of their receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from contracts.enquiry_words import EnquiryState
from dashboard.enquiry_figures import EnquiryRow
from hall.adapters.tables_enquiries import enquiry

_CONFIRMED = EnquiryState.CONFIRMED.value


class SqlEnquiryRows:
    """Enquiries of a hall."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_days(self, first: date, last: date) -> Sequence[EnquiryRow]:
        """Return the enquiries received from the first to the last day."""
        query = select(
            enquiry.c.topic, enquiry.c.channel, enquiry.c.question.is_(None), enquiry.c.state, enquiry.c.received_at,
            enquiry.c.answered_at,
        ).where(enquiry.c.service_day.between(first, last))  # fmt: skip
        return [
            EnquiryRow(
                topic,
                channel,
                bool(at_once),
                state == _CONFIRMED,
                None if at_once or answered is None else round((answered - received).total_seconds(), 1),
            )
            for topic, channel, at_once, state, received, answered in self._connection.execute(query)
        ]
