"""What the menu asks the hall, and what it does with no answer or a strange one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from contracts.codec.reader import to_json
from contracts.devices.paper import PaperView, PrintedTicket, PrintedTickets
from contracts.queue.answers import IssuedTicket, Problem
from contracts.words.hall import Lane, PrintState
from kiosk.staff.hall_queries import StaffHall

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
PAPER = PaperView("k1", NOW, "Salim", 900, 8, 116, 61)
PRINTED = PrintedTicket(
    IssuedTicket("v1", "A047", "A", Lane.STANDARD, NOW, 3, None, "http://hall/t#c"), PrintState.UNKNOWN, NOW
)


class Calls:
    """Answers each path with what the test put there; a path without answer is a hall that is away."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    def call(self, _method: str, path: str, _body: None, on_done: Callable[..., None]) -> None:
        answer = self.answers.get(path)
        on_done(answer, None if answer is not None else Problem("away", 503, "hall_away", "nobody answers"))


def asked(qapp: object, answers: dict[str, Any]) -> tuple[StaffHall, list[object]]:
    hall = StaffHall(Calls(answers), "k1")  # type: ignore[arg-type]  # the one method that is used
    told: list[object] = []
    hall.tickets.connect(told.append)
    hall.ask()
    return hall, told


def test_the_roll_and_the_tickets_are_told(qapp: object) -> None:
    newer = {**to_json(PAPER), "a_field_of_tomorrow": 1}
    hall, told = asked(qapp, {"/devices/k1/paper": newer, "/devices/k1/prints": to_json(PrintedTickets((PRINTED,)))})
    assert hall.paper == PAPER
    assert told == [(PRINTED,)]


def test_a_hall_that_is_away_leaves_what_the_kiosk_knows(qapp: object) -> None:
    hall, told = asked(qapp, {})
    assert (hall.paper, told) == (None, [])


@pytest.mark.allow_logs
def test_an_answer_that_cannot_be_read_is_logged_and_changes_nothing(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    hall, told = asked(qapp, {"/devices/k1/paper": {"device": 3}, "/devices/k1/prints": {"tickets": 4}})
    assert (hall.paper, told) == (None, [])
    assert "word on the paper cannot be read" in caplog.text
    assert "list of tickets cannot be read" in caplog.text
