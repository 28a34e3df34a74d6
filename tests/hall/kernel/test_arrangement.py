"""What an arrangement is about decides which of two holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.words.hall import ArrangementKind
from hall.kernel.arrangement import Arrangement
from hall.kernel.ids import AgentId, CounterId, ServiceCode

AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


def made(kind: ArrangementKind, name: str = "a1", **more: object) -> Arrangement:
    return Arrangement(name, kind, "head", AT, date(2026, 11, 24), **more)  # type: ignore[arg-type]  # by name


def test_opening_and_closing_a_service_are_about_the_same():
    opened = made(ArrangementKind.SERVICE_OPEN, service=ServiceCode("L"))
    closed = made(ArrangementKind.SERVICE_CLOSED, service=ServiceCode("L"))
    assert opened.subject == closed.subject == ("service", "L")


def test_agents_and_counters_are_each_about_themselves():
    assert made(ArrangementKind.AGENT_SERVICES, agent=AgentId("said")).subject == ("agent", "said")
    assert made(ArrangementKind.COUNTER_RESERVED, counter=CounterId(3)).subject == ("counter", "3")


def test_two_notices_stand_beside_each_other():
    first, second = made(ArrangementKind.NOTICE, "a1"), made(ArrangementKind.NOTICE, "a2")
    assert first.subject != second.subject
