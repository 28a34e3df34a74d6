"""Drawn ahead: each ticket that is one touch away, once for what it tells, one at a time, and never printed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from contracts.queue.queues_view import ServiceQueue
from contracts.settings.hall_view import HallView, ServiceView
from kiosk.state.conditions import Conditions
from kiosk.ticketing.prerender import Foresight, in_sight
from kiosk.visitor.session import Session, Step
from tests.helpers.fake_hall import example_hall, example_queues
from tests.helpers.replacing import replace

KNOWN = Conditions(True, example_hall(), example_queues())
TILES = Session("ar", Step.SERVICES)
ALL = ["A", "L", "T", "M", "F", "Q", "O"]


class Drawing:
    """Stands for Printing: notes what is to be drawn ahead."""

    def __init__(self) -> None:
        self.busy = False
        self.drawn: list[tuple[str, int, str]] = []

    def foresee(self, _hall: HallView, service: ServiceView, queue: ServiceQueue, language: str) -> None:
        self.drawn.append((service.code, queue.waiting, language))


class Visitor:
    """A visitor before the tiles, and the time, which moves by hand."""

    def __init__(self) -> None:
        self.session, self.conditions = TILES, KNOWN
        self.now = datetime(2026, 11, 25, 6, 0, 30, tzinfo=UTC)
        self.drawing = Drawing()
        self.foresight = Foresight(
            self.drawing,  # type: ignore[arg-type]  # the two that are used
            session=lambda: self.session,
            conditions=lambda: self.conditions,
            now=lambda: self.now,
        )

    def look(self) -> list[str]:
        """Let the screen be still until nothing more is drawn; return the services drawn meanwhile."""
        before = len(self.drawing.drawn)
        self.foresight.look()
        for _ in range(20):
            if not self.foresight._timer.isActive():
                break
            self.foresight._timer.stop()
            self.foresight._timer.timeout.emit()
        return [code for code, *_ in self.drawing.drawn[before:]]


@pytest.fixture
def visitor(qapp: QCoreApplication) -> Visitor:
    return Visitor()


def test_every_ticket_of_the_screen_is_drawn_once(visitor: Visitor) -> None:
    assert visitor.look() == ALL
    assert visitor.look() == []


def test_what_a_ticket_would_tell_anew_is_drawn_anew(visitor: Visitor) -> None:
    visitor.look()
    first, *others = example_queues().services
    rows = (replace(first, waiting=first.waiting + 1), *others)
    visitor.conditions = replace(KNOWN, queues=replace(example_queues(), services=rows))
    assert visitor.look() == ["A"]
    assert visitor.drawing.drawn[-1] == ("A", first.waiting + 1, "ar")
    visitor.session = replace(TILES, language="ur")
    assert visitor.look() == ALL
    visitor.now += timedelta(seconds=29)
    assert visitor.look() == []
    visitor.now += timedelta(seconds=1)
    assert visitor.look() == ALL, "the paper tells the minute"


def test_nothing_is_drawn_beside_a_ticket_that_is_being_printed(visitor: Visitor) -> None:
    visitor.drawing.busy = True
    assert visitor.look() == []
    assert visitor.foresight._timer.isActive(), "it waits"
    visitor.drawing.busy = False
    assert visitor.look() == ALL


def test_a_screen_without_tickets_ends_it(visitor: Visitor) -> None:
    visitor.foresight.look()
    visitor.session = Session("ar")
    visitor.foresight._timer.timeout.emit()
    assert visitor.drawing.drawn == []
    visitor.foresight.look()
    assert not visitor.foresight._timer.isActive()


def test_without_the_halls_figures_nothing_can_be_foreseen(visitor: Visitor) -> None:
    visitor.conditions = replace(KNOWN, queues=None)
    assert visitor.look() == []


def test_a_kiosk_that_ends_draws_nothing_more(visitor: Visitor) -> None:
    visitor.foresight.look()
    visitor.foresight.stop()
    assert not visitor.foresight._timer.isActive()


def test_in_sight_are_the_services_of_the_screen_that_are_open_or_the_one_asked_about() -> None:
    hall = example_hall()
    closed = (replace(hall.services[0], open=False), replace(hall.services[1], category="land"), *hall.services[2:])
    conditions = replace(KNOWN, hall=replace(hall, services=closed))
    assert [service.code for service in in_sight(TILES, conditions)] == ALL[1:]
    assert [service.code for service in in_sight(replace(TILES, category="land"), conditions)] == ["L"]
    asked = Session("ar", Step.INFORMATION, service="T")
    assert [service.code for service in in_sight(asked, conditions)] == ["T"]
    assert in_sight(replace(asked, service="Z"), conditions) == ()
    assert in_sight(Session("ar", Step.TICKET, service="T"), conditions) == ()
