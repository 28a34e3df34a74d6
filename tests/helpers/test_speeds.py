"""What decides in which runs a test is."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.speeds import some

SPEEDS = {"browser", "full", "postgres", "process", "window"}


def marks(request: pytest.FixtureRequest) -> set[str]:
    return {each.name for each in request.node.iter_markers()} & SPEEDS


def test_what_computes_alone_is_left_out_of_nothing(request: pytest.FixtureRequest) -> None:
    assert marks(request) == set()


def test_a_bot_shows_windows(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    assert marks(request) == {"window"}


@pytest.mark.parametrize("size", some([1, 2, 3], 1, 3))
def test_what_is_not_usual_is_for_the_full_run(size: int, request: pytest.FixtureRequest) -> None:
    assert marks(request) == ({"full"} if size == 2 else set())


def test_a_twin_on_postgresql_is_for_the_full_run(migrated_url: str, request: pytest.FixtureRequest) -> None:
    assert marks(request) == ({"postgres", "full"} if migrated_url.startswith("postgresql") else set())


@pytest.mark.dialect
def test_a_twin_stays_where_the_dialect_matters(migrated_url: str, request: pytest.FixtureRequest) -> None:
    assert "full" not in marks(request)


@pytest.mark.process
def test_in_a_quick_run_a_process_that_no_mark_foresaw_is_an_error() -> None:
    code = "import subprocess; from tests.helpers import speeds; speeds.forbid_processes(); subprocess.run(['true'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "this test starts a process; mark it `process`" in done.stderr
