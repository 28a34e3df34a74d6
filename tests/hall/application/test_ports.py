"""The memory work gives what the ports ask, so that the use cases are tested against the real shape."""

from __future__ import annotations

import inspect

import pytest

from hall.application import (
    alert_ports,
    block_ports,
    complaint_ports,
    correction_ports,
    day_ports,
    enquiry_ports,
    message_ports,
    opening_ports,
    pin_lock,
    ports,
    print_ports,
    request_ports,
    survey_ports,
    visit_ports,
    wait_ports,
)
from tests.helpers.example_hall import new_hall

STORES = {
    "visits": visit_ports.VisitStore,
    "sessions": ports.SessionStore,
    "numbers": ports.NumberLine,
    "days": ports.DayStore,
    "prints": print_ports.PrintStore,
    "papers": print_ports.PaperStore,
    "blocks": block_ports.BlockStore,
    "outbox": ports.CentreOutbox,
    "waits": wait_ports.WaitStore,
    "alerts": alert_ports.AlertStore,
    "past_days": day_ports.PastDays,
    "corrections": correction_ports.CorrectionStore,
    "closed_days": correction_ports.ClosedDays,
    "openings": opening_ports.OpeningStore,
    "phones": ports.PhoneStore,
    "returns": ports.ReturnStore,
    "requests": request_ports.RequestStore,
    "appointments": ports.AppointmentStore,
    "messages": message_ports.MessageStore,
    "enquiries": enquiry_ports.EnquiryStore,
    "surveys": survey_ports.SurveyStore,
    "complaints": complaint_ports.ComplaintStore,
    "pin_tries": pin_lock.PinTriesStore,
}


def asked_of(protocol: type) -> dict[str, inspect.Signature]:
    return {
        name: inspect.signature(member)
        for name, member in vars(protocol).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }


@pytest.mark.parametrize("name", STORES)
def test_each_store_of_the_memory_work_has_the_port_s_methods(name):
    store = getattr(new_hall().work(), name)
    methods = asked_of(STORES[name])
    assert methods
    for method, signature in methods.items():
        given = inspect.signature(getattr(type(store), method))
        assert list(given.parameters) == list(signature.parameters), f"{name}.{method}"


def test_every_port_is_covered_here():
    given = {
        cls
        for _, cls in inspect.getmembers(ports, inspect.isclass)
        if cls.__module__.startswith("hall.application.") and getattr(cls, "_is_protocol", False)
    }
    assert given - {ports.Work} == set(STORES.values())
    assert set(STORES) <= set(vars(ports.Work))
