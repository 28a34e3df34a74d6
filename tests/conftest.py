"""What every test gets: an offscreen Qt, and a failure for each log warning that no test announced."""

from __future__ import annotations

import gc
import logging
import os
import signal
import tempfile
from collections.abc import Iterator

import hypothesis
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtkit.program.garbage import collect_due
from tests.helpers import speeds
from tests.helpers.patient_bot import PatientBot
from tests.helpers.scratch import roomy

pytest_plugins = [
    "tests.helpers.postgres", "tests.helpers.migrated", "tests.helpers.migrated_centre", "tests.helpers.browser",
]  # fmt: skip

# How long an example takes depends on what else this machine does; the limits of time are in bench/.
hypothesis.settings.register_profile(speeds.FULL, deadline=None)
hypothesis.settings.register_profile(speeds.DEFAULT, deadline=None, max_examples=34)
hypothesis.settings.register_profile(speeds.QUICK, deadline=None, max_examples=10)
hypothesis.settings.load_profile(speeds.DEFAULT)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A PostgreSQL database costs a disk 450 ms of processor time to make and to drop, and memory 25.
_memory = None if "TMPDIR" in os.environ else roomy()
if _memory:
    os.environ["TMPDIR"] = tempfile.tempdir = str(_memory)
# What one run learns of printers at passing addresses is nothing to the next one, nor to this user's kiosk.
_state = tempfile.TemporaryDirectory(prefix="dawr-tests-state-")
os.environ["XDG_STATE_HOME"] = _state.name


if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    # A shell gives "ignore Ctrl-C" to what it starts with "&", and the programs that the tests start would get it too.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_sessionstart() -> None:
    gc.disable()  # what is read and collected now stays to the end: there is nothing to look for


def pytest_configure(config: pytest.Config) -> None:
    if "not process" in config.getoption("markexpr"):
        speeds.forbid_processes()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs."""
    for item in items:
        if isinstance(item, pytest.Function):
            speeds.mark(item)


def pytest_collection_finish() -> None:
    """Look for garbage among what the tests make, not each time among all modules and thousands of tests as well."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged a warning or worse without the mark `allow_logs`."""
    yield
    if request.node.get_closest_marker("allow_logs"):
        return
    loud = [r for phase in ("setup", "call") for r in caplog.get_records(phase) if r.levelno >= logging.WARNING]
    assert not loud, "unexpected log: " + "; ".join(f"{r.name}: {r.getMessage()}" for r in loud)


def _destroy_windows() -> None:
    """Destroy what windows are left: signals hold them, and each would follow later changes of language."""
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _qt_dies_on_its_own_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """From the first test of Qt on, collect garbage only here: a server's thread would destroy widgets, and crash."""
    if "qapp" in request.fixturenames:
        # The direction is the whole program's: what a test before has left would decide where this one's widgets begin.
        request.getfixturevalue("qapp").setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        gc.disable()  # to the end: a widget that outlived its test may be garbage in any later one
        yield
        _destroy_windows()
        gc.collect(1)  # whatever the test made is still young
    else:
        yield
    if not gc.isenabled():
        collect_due()
