"""The set-up with the day's arrangements over it."""

from __future__ import annotations

from contracts.words.hall import ArrangementKind
from hall.kernel.ids import AgentId, CounterId, ServiceCode
from hall.kernel.settings_in_force import arranged, holding_now
from tests.hall.kernel.test_arrangement import made
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS
from tests.helpers.replacing import replace

CLOSED = made(ArrangementKind.SERVICE_CLOSED, "closed", service=LANDS)
OPEN = made(ArrangementKind.SERVICE_OPEN, "open", service=LANDS)
MOVED = made(ArrangementKind.AGENT_SERVICES, "moved", agent=AgentId("said"), services=(HOUSING,))
RESERVED = made(ArrangementKind.COUNTER_RESERVED, "reserved", counter=CounterId(3), services=(ENQUIRIES,))
NOTICE = made(ArrangementKind.NOTICE, "notice", texts={"en": "Please wait"})


def test_without_arrangements_the_set_up_holds_untouched():
    assert arranged(SETTINGS) is SETTINGS


def test_each_kind_changes_what_it_names_and_nothing_else():
    holding = arranged(replace(SETTINGS, arrangements=(CLOSED, MOVED, RESERVED, NOTICE)))
    assert [(one.code, one.open) for one in holding.services] == [(LANDS, False), (HOUSING, True), (ENQUIRIES, True)]
    assert holding.agent(AgentId("said")).services == (HOUSING,)
    assert holding.agent(AgentId("noor")) == SETTINGS.agent(AgentId("noor"))
    assert holding.counter(CounterId(3)).services == (ENQUIRIES,)
    assert holding.counter(CounterId(1)) == SETTINGS.counter(CounterId(1))
    assert holding.notices == ({"en": "Please wait"},)
    assert holding.hours is SETTINGS.hours


def test_the_later_of_two_about_the_same_holds_and_covers_the_earlier():
    assert arranged(replace(SETTINGS, arrangements=(CLOSED, OPEN))).service(LANDS).open
    assert not arranged(replace(SETTINGS, arrangements=(OPEN, CLOSED))).service(LANDS).open
    assert holding_now((CLOSED, MOVED, OPEN)) == (MOVED, OPEN)


def test_one_about_what_has_left_the_set_up_changes_nothing():
    gone = made(ArrangementKind.SERVICE_CLOSED, service=ServiceCode("Z"))
    holding = arranged(replace(SETTINGS, arrangements=(gone,)))
    assert holding.services == SETTINGS.services
