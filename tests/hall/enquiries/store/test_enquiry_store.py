"""Enquiries on both databases; the counts against SQL written by hand."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from contracts.words.enquiries import Channel, EnquiryState
from hall.composition.sql_work import SqlWork
from tests.hall.enquiries.model.test_enquiry import LATER, OPEN
from tests.helpers.example_hall import TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

BY_HAND = text(
    "SELECT topic, channel, sum(1) FROM enquiry WHERE service_day >= :first AND service_day <= :last GROUP BY 1, 2"
)


def test_an_enquiry_is_kept_listed_and_changed(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.enquiries
        kept.save(OPEN)
        kept.save(replace(OPEN, number=2, received=LATER))
        seen: list[object] = [kept.find(1) == OPEN, kept.find(3), [one.number for one in kept.open(9)]]
        closed = OPEN.hand_on("planning").answer_with("On Sunday", "salim", LATER).confirm(LATER)
        kept.save(closed)
        return [*seen, kept.find(1) == closed, [one.number for one in kept.open(9)]]

    assert stored_hall.do(life) == [True, None, [1, 2], True, [2]]


def test_the_counts_are_those_of_sql_written_by_hand(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> tuple[object, object]:
        channels = list(Channel)
        for number in range(1, 40):
            day = TUESDAY + timedelta(days=number % 4)
            topic = ("survey", "ownership", "other")[number % 3]
            one = replace(OPEN, number=number, topic=topic, channel=channels[number % 5], service_day=day)
            work.enquiries.save(replace(one, state=EnquiryState.CONFIRMED))
        days = {"first": TUESDAY, "last": TUESDAY + timedelta(days=2)}
        by_hand = {(topic, Channel(channel)): many for topic, channel, many in work.connection.execute(BY_HAND, days)}
        return work.enquiries.counts(days["first"], days["last"]), by_hand

    counted, by_hand = stored_hall.do(life)  # type: ignore[misc]  # a pair
    assert counted == by_hand
    assert sum(counted.values()) == 29


def test_numbers_run_from_one(stored_hall: StoredHall) -> None:
    assert stored_hall.do(lambda work, _now: [work.enquiries.next_number() for _ in range(3)]) == [1, 2, 3]


def test_a_number_to_call_back_is_replaced_erased_and_ends_with_its_time(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.enquiries
        for number in (1, 2):
            kept.save(replace(OPEN, number=number))
            kept.keep_phone(number, TUESDAY, b"first", LATER)
        kept.keep_phone(1, TUESDAY + timedelta(days=1), b"second", LATER + timedelta(days=1))
        seen: list[object] = [kept.phone(1), kept.phone(3), set(kept.with_phone())]
        seen += [kept.erase_phones_until(LATER), set(kept.phone_days()), set(kept.with_phone())]
        return [*seen, kept.erase_phone(1), kept.erase_phone(1), set(kept.phone_days())]

    day = TUESDAY + timedelta(days=1)
    assert stored_hall.do(life) == [(day, b"second"), None, {1, 2}, 1, {day}, {1}, True, False, set()]
