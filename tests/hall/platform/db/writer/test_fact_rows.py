"""Facts as rows and as messages."""

from __future__ import annotations

import json

import msgspec

from contracts.codec.reader import to_json
from hall.calendar.facts import DayOpened, PinLocked
from hall.kernel.facts import VisitCalled
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.db.writer.fact_rows import fact_values, field_names, message_of, read_messages
from hall.queue.queries.visit_view import visit_view
from tests.hall.queue.store.test_visit_rows import full_visit
from tests.helpers.example_hall import NINE, TUESDAY

NOW = Moment(NINE, 77, "b1")
CALLED = VisitCalled(VisitId("v-full"), "س047", ServiceCode("H"), CounterId(3), AgentId("said"), "special_care")


def test_a_message_names_visit_counter_and_agent_and_keeps_the_rest_as_detail() -> None:
    message = message_of(CALLED, 5, TUESDAY, NOW, visit_view(full_visit(), notes=True))
    assert (message.seq, message.kind, message.at, message.service_day) == (5, "visit_called", NINE, TUESDAY)
    assert (message.counter, message.agent) == (3, "said")
    assert message.visit is not None
    assert message.visit.stages[0].note == "bring the deed «ملكية»"
    assert message.detail["reason"] == "special_care"
    assert not {"visit", "counter", "agent"} & message.detail.keys()


def test_a_message_comes_back_from_its_row_as_it_was() -> None:
    for fact, view in ((CALLED, visit_view(full_visit(), notes=True)), (DayOpened("head"), None)):
        message = message_of(fact, 5, TUESDAY, NOW, view)
        values = fact_values(message, NOW)
        assert read_messages([values["body"]]) == (message,)
        assert json.loads(values["body"]) == to_json(message)
        assert values["body"] == msgspec.json.encode(message).decode(), "letter by letter, in the order of the contract"


def test_a_row_can_be_searched_by_what_it_is_about() -> None:
    called = fact_values(message_of(CALLED, 5, TUESDAY, NOW, visit_view(full_visit())), NOW)
    assert (called["visit"], called["counter"], called["agent"]) == ("v-full", 3, "said")
    assert (called["monotonic_ns"], called["boot"]) == (77, "b1")
    locked = fact_values(message_of(PinLocked(AgentId("noor"), CounterId(4)), 6, TUESDAY, NOW, None), NOW)
    assert (locked["visit"], locked["counter"], locked["agent"]) == (None, 4, "noor")


def test_field_names_are_those_of_the_class() -> None:
    assert field_names(DayOpened) == field_names(DayOpened) == ("by",)
