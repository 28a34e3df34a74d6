"""The values of the print ports; `test_ports` holds the stores against their shape."""

from __future__ import annotations

import dataclasses

import pytest

from contracts.words.hall import PrintState
from hall.devices.model.print_ports import PrintAttempt
from hall.kernel.ids import VisitId
from tests.helpers.example_hall import NINE
from tests.helpers.memory_work import HandClock
from tests.helpers.replacing import replace


def test_an_attempt_is_a_value_that_nobody_changes_by_the_way() -> None:
    attempt = PrintAttempt("a1", VisitId("v1"), PrintState.SENDING, "kiosk-1", None, HandClock(NINE).now())
    with pytest.raises(dataclasses.FrozenInstanceError):
        attempt.state = PrintState.CONFIRMED  # type: ignore[misc]  # what the test is about
    assert replace(attempt, state=PrintState.CONFIRMED) != attempt
