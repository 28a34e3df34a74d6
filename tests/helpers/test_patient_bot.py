"""A busy machine has a minute, and who says another time has that."""

from __future__ import annotations

import inspect

import pytest
from PySide6.QtCore import QTimer
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from tests.helpers.patient_bot import PATIENCE_MS, PatientBot


def test_every_test_has_it(qtbot: QtBot) -> None:
    assert isinstance(qtbot, PatientBot)
    assert qtbot.waitSignal(QTimer().timeout).timeout == PATIENCE_MS


def test_no_way_to_wait_is_left_out() -> None:
    waits = {name for name, way in vars(QtBot).items() if name.startswith("wait") and callable(way)}
    timed = {name for name in waits if "timeout" in inspect.signature(getattr(QtBot, name)).parameters}
    assert timed
    assert timed <= set(vars(PatientBot))


def test_a_time_that_is_told_holds(qtbot: QtBot) -> None:
    with pytest.raises(QtTimeoutError, match="in 20 milliseconds"):
        qtbot.waitUntil(lambda: False, timeout=20)
