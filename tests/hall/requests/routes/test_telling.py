"""Telling a reply by a call over HTTP: the number is read by its own roles, recorded, and kept in no answer."""

from __future__ import annotations

from sqlalchemy import select

from hall.platform.db.tables.core import fact, idempotency
from tests.hall.contact.test_workers import answered
from tests.hall.requests.routes.test_requests import directorate, take_in
from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def test_whoever_calls_reads_the_number_and_notes_that_the_visitor_was_told(hall: RunningHall) -> None:
    number = answered(hall)
    assert good(hall.get(f"/requests/{number}/phone", "call_centre")) == {"phone": "+96891234567", "language": "en"}
    told = good(hall.post(f"/requests/{number}/told", "call_centre"))
    assert (told["reply_told"], told["told_by"]) == ("called", "call_centre")
    assert told["told_at"]
    with hall.hall.store.engine.connect() as connection:
        kinds = connection.execute(select(fact.c.kind).order_by(fact.c.seq.desc()).limit(2)).scalars().all()
    assert kinds == ["reply_told", "request_phone_read"]


def test_no_key_keeps_the_number(hall: RunningHall) -> None:
    number = answered(hall)
    good(hall.get(f"/requests/{number}/phone", "head", headers={"Idempotency-Key": "k-1"}))
    with hall.hall.store.engine.connect() as connection:
        assert "91234567" not in str(connection.execute(select(idempotency)).all())


def test_a_number_that_was_not_left_or_whose_key_is_gone_is_none(hall: RunningHall) -> None:
    silent = take_in(hall, external="12/2026")["number"]
    refused(hall.get("/requests/12/2026/phone", "head"), "no_phone_left", 404)
    number = answered(hall, "P-7")
    hall.hall.parts.security.phones.forget(but=())
    refused(hall.get(f"/requests/{number}/phone", "head"), "no_phone_left", 404)
    refused(hall.get(f"/requests/{silent}/phone", directorate(hall)), "role_refused", 403)
