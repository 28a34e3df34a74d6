from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from contracts.queue.answers import IssuedTicket
from contracts.words.hall import VisitorKind
from kiosk.offline.tickets import OwnDesk
from kiosk.ticketing.issuing import Issuing
from kiosk.visitor.session import Session, Step
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.program.jobs import JobLane
from tests.helpers.fake_hall import FakeHall, visitor_kinds_asked
from tests.helpers.hand_driven import HandDriven

SESSION = Session("ar", Step.ISSUING, service="A", visit="v1")


class Told:
    def __init__(self) -> None:
        self.answers: list[tuple[str, IssuedTicket | None, str]] = []
        self.abandoned: list[str] = []


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def issuing(hall: FakeHall, told: Told, qapp: QObject) -> Iterator[Issuing]:
    calls = HallCalls(HallAddresses([hall.url]), hall.token)
    own = OwnDesk(calls, "kiosk", None, JobLane(HandDriven()))
    made = Issuing(calls, lambda *answer: told.answers.append(answer), told.abandoned.append, calls, own=own)
    made._again.setInterval(10)
    yield made
    made._again.stop()


def test_the_ticket_is_of_the_visit_that_was_asked_for(
    qtbot: QtBot, hall: FakeHall, told: Told, issuing: Issuing
) -> None:
    issuing.issue(SESSION)
    qtbot.waitUntil(lambda: bool(told.answers))
    visit, ticket, code = told.answers[0]
    assert ticket is not None
    assert (visit, ticket.visit, ticket.ticket, code) == ("v1", "v1", "A047", "")


def test_lost_answers_are_asked_for_again_and_make_one_visit(
    qtbot: QtBot, hall: FakeHall, told: Told, issuing: Issuing
) -> None:
    hall.lose_answers = 3
    issuing.issue(SESSION)
    qtbot.waitUntil(lambda: bool(told.answers))
    assert (len(hall.issued), len(hall.requests), told.abandoned) == (1, 1, [])
    assert told.answers[0][1] is not None


@pytest.mark.allow_logs
def test_after_three_tries_the_visit_is_given_up(qtbot: QtBot, hall: FakeHall, told: Told, issuing: Issuing) -> None:
    hall.stop()
    issuing.issue(SESSION)
    qtbot.waitUntil(lambda: bool(told.answers))
    assert told.answers == [("v1", None, "hall_away")]
    assert told.abandoned == ["v1"]


def test_a_refusal_is_told_by_its_code_and_not_tried_again(
    qtbot: QtBot, hall: FakeHall, told: Told, issuing: Issuing
) -> None:
    hall.refuse_issue = "numbers_used_up"
    issuing.issue(SESSION)
    qtbot.waitUntil(lambda: bool(told.answers))
    assert told.answers == [("v1", None, "numbers_used_up")]
    assert (len(hall.requests), told.abandoned) == (1, [])


def test_the_same_visit_with_a_kind_is_a_request_of_its_own(
    qtbot: QtBot, hall: FakeHall, told: Told, issuing: Issuing
) -> None:
    hall.hall = visitor_kinds_asked(hall.hall, "A")
    issuing.issue(SESSION)
    qtbot.waitUntil(lambda: len(told.answers) == 1)
    issuing.issue(Session("ar", Step.ISSUING, service="A", visit="v1", visitor_kind=VisitorKind.CITIZEN))
    qtbot.waitUntil(lambda: len(told.answers) == 2)
    assert [code for _, _, code in told.answers] == ["visitor_kind_needed", ""]


@pytest.mark.allow_logs
def test_an_answer_that_is_no_ticket_is_given_up(
    qtbot: QtBot, hall: FakeHall, told: Told, issuing: Issuing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hall, "answer", lambda path, body: (201, {"visit": "v1"}))
    issuing.issue(SESSION)
    qtbot.waitUntil(lambda: bool(told.answers))
    assert (told.answers, told.abandoned) == ([("v1", None, "answer_unreadable")], ["v1"])
