"""Marks that are given automatically: what a test uses decides how fast a run has to be to leave it out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.centre import running_centre
from tests.helpers.hall_in_a_thread import hall_in_a_thread

GIVEN = {"browser", "full", "postgres", "process", "server", "window"}


def marks(request: pytest.FixtureRequest) -> set[str]:
    return {each.name for each in request.node.iter_markers()} & GIVEN


def start() -> int:
    return subprocess.run([sys.executable, "-c", ""], check=True).returncode


class Starter:
    """Starts a process in a method."""

    def go(self) -> int:
        return start()


@pytest.fixture
def started() -> int:
    return Starter().go()


def test_what_computes_alone_is_left_out_of_nothing(request: pytest.FixtureRequest) -> None:
    assert marks(request) == set()


def test_a_helper_that_starts_a_process_marks_the_test(request: pytest.FixtureRequest) -> None:
    assert start() == 0
    assert marks(request) == {"process"}


def test_so_does_a_fixture_that_does_it_in_a_method(started: int, request: pytest.FixtureRequest) -> None:
    assert started == 0
    assert marks(request) == {"process"}


@pytest.mark.parametrize("named", [hall_in_a_thread, running_centre])
def test_a_hall_or_a_centre_is_a_server(named: Callable[..., object], request: pytest.FixtureRequest) -> None:
    assert hall_in_a_thread is not running_centre  # what is named may be used
    assert marks(request) >= {"server"}


def test_a_bot_shows_windows(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    assert marks(request) == {"window"}


def test_a_twin_on_postgresql_is_for_the_full_run(migrated_url: str, request: pytest.FixtureRequest) -> None:
    assert marks(request) == ({"postgres", "full"} if migrated_url.startswith("postgresql") else set())


@pytest.mark.dialect
def test_a_twin_stays_where_the_dialect_matters(migrated_url: str, request: pytest.FixtureRequest) -> None:
    assert "full" not in marks(request)


def test_in_a_quick_run_a_process_that_no_mark_foresaw_is_an_error() -> None:
    code = "import subprocess; from tests.helpers import speeds; speeds.forbid_processes(); subprocess.run(['true'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "this test starts a process; mark it `process`" in done.stderr
