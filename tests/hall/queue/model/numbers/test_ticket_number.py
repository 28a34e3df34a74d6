"""Numbers come round and are never twice in the hall."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.kernel.ids import ServiceCode
from hall.kernel.refusals import NumbersUsedUpError, TicketForeignError
from hall.kernel.settings import Service
from hall.queue.model.numbers.ticket_number import as_printed, next_number, read_ticket, ticket_text
from tests.helpers.replacing import replace

LANDS = Service(ServiceCode("L"), "L", {})
RANGED = Service(ServiceCode("housing"), "", {}, first_number=100, last_number=399)


def nobody(_: str) -> bool:
    return False


def test_the_first_number_of_a_day_is_the_first_of_the_range():
    assert next_number(LANDS, None, nobody).ticket == "L001"
    assert next_number(RANGED, None, nobody).ticket == "100"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("v9", "V009"), (" V09 ", "V009"), ("V009", "V009"), ("س1", "س001"), ("7", "007"), ("A1000", "A1000"), ("V", "V")],
)
def test_a_number_typed_short_is_the_one_on_the_paper(typed, printed):
    assert as_printed(typed) == printed


def test_after_the_last_number_the_first_comes_round():
    assert next_number(LANDS, 999, nobody).ticket == "L001"
    assert next_number(RANGED, 399, nobody).ticket == "100"


def test_a_number_still_in_the_hall_is_passed_over():
    assert next_number(LANDS, 999, {"L001", "L002"}.__contains__).ticket == "L003"


def test_numbers_are_used_up_only_when_every_one_is_in_the_hall():
    tiny = replace(LANDS, first_number=1, last_number=3)
    assert next_number(tiny, 2, {"L003", "L001"}.__contains__).ticket == "L002"
    with pytest.raises(NumbersUsedUpError, match="all 3 numbers"):
        next_number(tiny, 2, {"L001", "L002", "L003"}.__contains__)


def test_a_range_that_was_made_smaller_begins_again():
    assert next_number(replace(LANDS, last_number=50), 700, nobody).number in range(1, 51)


@pytest.mark.parametrize(
    ("service", "ticket", "number"),
    [
        (LANDS, "L047", 47),
        (replace(LANDS, prefix="س"), "س001", 1),
        (RANGED, "250", 250),
        (replace(LANDS, last_number=1500), "L1234", 1234),
    ],
)
def test_a_paper_of_the_service_is_read(service, ticket, number):
    printed = read_ticket(service, ticket)
    assert (printed.number, printed.ticket, printed.prefix) == (number, ticket, service.prefix)


@pytest.mark.parametrize(
    ("service", "ticket"),
    [
        (LANDS, "H047"),
        (LANDS, "L47"),
        (LANDS, "L0047"),
        (LANDS, "L"),
        (LANDS, ""),
        (LANDS, "L-47"),
        (LANDS, "L٠٤٧"),
        (LANDS, "L000"),
        (LANDS, "L1000"),
        (LANDS, "L047 "),
        (LANDS, "L" + "9" * 5000),
        (RANGED, "047"),
        (RANGED, "400"),
    ],
)
def test_a_foreign_paper_is_refused(service, ticket):
    with pytest.raises(TicketForeignError):
        read_ticket(service, ticket)


@given(st.integers(1, 40), st.integers(0, 40), st.data())
def test_a_number_given_is_in_the_range_free_and_the_nearest_after_the_last(first, more, data):
    service = replace(LANDS, first_number=first, last_number=first + more)
    every = [ticket_text("L", number) for number in range(first, first + more + 1)]
    last = data.draw(st.none() | st.integers(first, first + more))
    in_hall = data.draw(st.sets(st.sampled_from(every)))
    start = 0 if last is None else last - first + 1
    expected = next((t for t in every[start:] + every[:start] if t not in in_hall), None)
    if expected is None:
        with pytest.raises(NumbersUsedUpError):
            next_number(service, last, in_hall.__contains__)
    else:
        assert next_number(service, last, in_hall.__contains__).ticket == expected


@given(st.integers(1, 30), st.data())
def test_a_day_of_comings_and_goings_never_has_a_number_twice_in_the_hall(size, data):
    service = replace(LANDS, last_number=size)
    in_hall: list[str] = []
    last = None
    for _ in range(data.draw(st.integers(0, 80))):
        if in_hall and (len(in_hall) == size or data.draw(st.booleans())):
            in_hall.pop(data.draw(st.integers(0, len(in_hall) - 1)))
            continue
        printed = next_number(service, last, in_hall.__contains__)
        assert printed.ticket not in in_hall
        in_hall.append(printed.ticket)
        last = printed.number


@given(st.sampled_from(["", "A", "س"]), st.integers(1, 9999))
def test_a_printed_number_is_read_back(prefix, number):
    service = replace(LANDS, prefix=prefix, last_number=9999)
    assert read_ticket(service, ticket_text(prefix, number)).number == number
