"""Append to the outbox: the next number, the bytes, and their link in the chain, in the caller's transaction."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from contracts.centre.audit_kinds import DETAILS
from contracts.centre.outbox_entry import AuditRecord, EntryKind, VisitRecord, encode_record, link
from contracts.complaints.record import ComplaintRecord, encode_complaint
from contracts.enquiries.record import EnquiryRecord, encode_enquiry
from contracts.live import FactMessage
from contracts.requests.record import RequestRecord, encode_request
from contracts.surveys.record import SurveyRecord, encode_survey
from hall.platform.db.tables.core import OUTBOX_LINE, line, outbox

_LAST = select(line.c.last, line.c.head).where(line.c.name == OUTBOX_LINE)
_MOVE = update(line).where(line.c.name == OUTBOX_LINE).values(last=bindparam("seq"), head=bindparam("chain"))
_INSERT = insert(outbox)


def append_entry(
    connection: Connection, kind: EntryKind, body: bytes, *, visit: str | None, rev: int, day: date, at: datetime
) -> int:
    """Append one entry and return its seq."""
    line_of_outbox = connection.execute(_LAST).first()
    if line_of_outbox is None:
        raise AssertionError("the database was not founded: its outbox has no line")
    last, head = line_of_outbox
    seq, chain = last + 1, link(head, body)
    connection.execute(_MOVE, {"seq": seq, "chain": chain})
    values = {"seq": seq, "kind": kind.value, "visit": visit, "rev": rev, "service_day": day, "at": at}
    connection.execute(_INSERT, {**values, "body": body, "chain": chain})
    return int(seq)


class SqlCentreOutbox:
    """What a use case tells the centre."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def tell_visit(self, record: VisitRecord) -> None:
        """Append the record of an ended visit (or its next revision)."""
        append_entry(
            self._connection,
            EntryKind.VISIT,
            encode_record(record),
            visit=record.visit,
            rev=record.rev,
            day=record.service_day,
            at=self._at,
        )

    def tell_request(self, record: RequestRecord) -> None:
        """Append the record of a request (or its next revision); its body names the visit, the row is no visit's."""
        self._append(EntryKind.REQUEST, encode_request(record), rev=record.rev, day=record.service_day)

    def tell_enquiry(self, record: EnquiryRecord) -> None:
        """Append the record of an enquiry (or its next revision)."""
        self._append(EntryKind.ENQUIRY, encode_enquiry(record), rev=record.rev, day=record.service_day)

    def tell_complaint(self, record: ComplaintRecord) -> None:
        """Append the record of a complaint or suggestion (or its next revision)."""
        self._append(EntryKind.COMPLAINT, encode_complaint(record), rev=record.rev, day=record.service_day)

    def tell_survey(self, record: SurveyRecord) -> None:
        """Append a visitor's answer (or its next revision); the row is no visit's, whose revisions are its own."""
        self._append(EntryKind.SURVEY, encode_survey(record), rev=record.rev, day=record.service_day)

    def tell_audit(self, hall: str, message: FactMessage) -> None:
        """Append a fact that must be provable later, with the fields of its kind that may leave the hall."""
        leaving = DETAILS[message.kind]
        detail = {name: value for name, value in message.detail.items() if name in leaving}
        record = AuditRecord(
            hall=hall,
            fact=message.seq,
            at=message.at,
            service_day=message.service_day,
            action=message.kind,
            actor=message.detail.get("by") or message.agent,
            device=message.detail.get("device"),
            visit=message.visit.visit if message.visit else None,
            counter=message.counter,
            detail=detail,
        )
        self._append(EntryKind.AUDIT, encode_record(record), rev=1, day=message.service_day)

    def _append(self, kind: EntryKind, body: bytes, *, rev: int, day: date) -> None:
        append_entry(self._connection, kind, body, visit=None, rev=rev, day=day, at=self._at)
