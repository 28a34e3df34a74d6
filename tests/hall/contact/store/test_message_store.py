"""Messages and the numbers left for requests on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from contracts.words.requests import RequestState
from hall.composition.sql_work import SqlWork
from hall.contact.model.message import MessageKind, MessageState, new_message
from hall.kernel.ids import VisitId
from hall.platform.db.legal_holds import REQUEST, VISIT, lift_hold, place_hold
from tests.hall.queue.store.test_visit_rows import visit
from tests.hall.requests.model.test_request import registered
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

ONE = new_message("m1", MessageKind.CALLED, "v1", "ar", "نودي على رقمك", NINE)


def test_a_message_is_kept_handed_out_when_due_and_forgotten_long_after(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.messages
        kept.save(ONE)
        seen: list[object] = [kept.find("v1", MessageKind.CALLED) == ONE, kept.find("v1", MessageKind.REPLY)]
        begun = ONE.begin(NINE)
        kept.save(begun)
        seen += [list(kept.due(NINE, 9)), list(kept.due(begun.next_try, 9)) == [begun]]
        kept.save(begun.settle(MessageState.SENT, NINE))
        seen += [list(kept.due(NINE + timedelta(days=1), 9)), kept.erase_until(NINE + timedelta(days=29))]
        seen.append(kept.find("v1", MessageKind.CALLED) is not None)
        kept.erase_until(NINE + timedelta(days=30))
        return [*seen, kept.find("v1", MessageKind.CALLED)]

    assert stored_hall.do(life) == [True, None, [], True, [], 0, True, None]


def test_the_same_kind_is_never_made_twice(stored_hall: StoredHall) -> None:
    stored_hall.do(lambda work, _now: work.messages.save(ONE))
    with pytest.raises(IntegrityError):
        stored_hall.do(lambda work, _now: work.messages.save(replace(ONE, id="m2")))


def test_numbers_left_are_found_and_erased(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        work.visits.add(visit("v1"))
        work.phones.keep(VisitId("v1"), TUESDAY, b"sealed", NINE + timedelta(hours=1))
        kept, one = work.messages, registered()
        work.requests.save(one)
        kept.keep_request_phone(one.number, TUESDAY, b"s", "en", NINE + timedelta(days=9))
        seen: list[object] = [list(kept.turns_with_phone(TUESDAY)), kept.request_phone(one.number)]
        seen.append(list(kept.replies_to_tell()))
        work.requests.save(replace(one, state=RequestState.REPLIED, reply="yes"))
        seen += [list(kept.replies_to_tell()) == [one.number], kept.phone_days()]
        work.requests.save(replace(one, state=RequestState.REPLIED, reply="yes", visitor_told=NINE))
        kept.keep_request_phone_until(one.number, NINE + timedelta(days=1))
        return [*seen, list(kept.replies_to_tell()), kept.erase_until(NINE + timedelta(days=1)), kept.phone_days()]

    assert stored_hall.do(life) == [["v1"], (TUESDAY, b"s", "en"), [], True, {TUESDAY}, [], 1, frozenset()]


@pytest.mark.parametrize("kind", [REQUEST, VISIT])
def test_the_number_left_for_a_request_under_a_legal_hold_stays_until_it_is_lifted(
    stored_hall: StoredHall, kind: str
) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        work.visits.add(visit("v1"))
        one = replace(registered(), visit=VisitId("v1"))
        subject = one.number if kind == REQUEST else "v1"
        work.requests.save(one)
        work.messages.keep_request_phone(one.number, TUESDAY, b"s", "en", NINE)
        place_hold(work.connection, kind, subject, "case 7", by="Salma", at=NINE)
        seen: list[object] = [work.messages.erase_until(NINE), work.messages.phone_days()]
        lift_hold(work.connection, kind, subject, "closed", by="Salma", at=NINE)
        return [*seen, work.messages.erase_until(NINE), work.messages.phone_days()]

    assert stored_hall.do(life) == [0, {TUESDAY}, 1, frozenset()]
