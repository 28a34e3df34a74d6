"""The token of a real device program is renewed by a real hall, through kills at each step and years of rest."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from common.clock.wall_clock import VARIABLE
from hall.people.model.device_token import PREVIOUS_KEPT, RENEW_AFTER
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tools.qt_driver.driven_program import until

DAY_S = 24 * 3600


@contextmanager
def running_hall(prepared: PreparedHall, days: int) -> Iterator[HallProcess]:
    """Run the hall some days later."""
    with HallProcess(prepared, environment={VARIABLE: str(days * DAY_S)}) as hall:
        yield hall


@contextmanager
def running(program: str, hall: HallProcess, file: Path, *options: str) -> Iterator[Path]:
    """Run a program with the token in `file`; give its log, and kill it at the end as a power cut does."""
    log = file.with_suffix(".log")
    command = [sys.executable, str(ROOT / "main.py"), program, "--hall", hall.base, "--token-file", str(file), *options]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
        try:
            yield log
        finally:
            process.kill()
            process.wait(timeout=60)


def known(hall: HallProcess, token: str) -> bool:
    return hall.ask("GET", "/hall", token).ok


def has_asked_with_the_next(hall: PreparedHall) -> bool:
    """Return whether a device has asked with its next token: the hall keeps the previous one then."""
    with closing(sqlite3.connect(f"{hall.database.as_uri()}?mode=ro", uri=True)) as connection:
        return bool(
            connection.execute("SELECT count(*) FROM device WHERE previous_token_hash IS NOT NULL").fetchone()[0]
        )


PROGRAMS = {"board": ("board", ()), "counter1": ("counter", ("--counter", "1"))}
DEVICES = [pytest.param("board", marks=pytest.mark.full), "counter1"]


@pytest.mark.parametrize("device", DEVICES)
def test_a_program_that_is_killed_at_each_step_is_never_without_a_valid_token(tmp_path: Path, device: str) -> None:
    prepared, file = prepare_hall(tmp_path), tmp_path / "device.token"
    program, options = PROGRAMS[device]
    first = prepared.tokens[device]
    file.write_text(first, encoding="utf-8")

    def kept() -> str:
        return file.read_text(encoding="utf-8")

    late = 10 * RENEW_AFTER.days  # the device was off for years
    with running_hall(prepared, late) as hall:
        lost = hall.ask("POST", "/devices/self/token", first).json()["token"]  # the answer never reached the device
        with running(program, hall, file, *options) as log:
            until(lambda: kept() != first, "the next token is on the disk", log.read_text)
            assert kept() == lost
            assert known(hall, first)
    with running_hall(prepared, late + 3 * PREVIOUS_KEPT.days) as hall:
        assert known(hall, first)
        assert known(hall, kept())
        with running(program, hall, file, *options) as log:
            until(lambda: has_asked_with_the_next(prepared), "the hall heard that it is on the disk", log.read_text)
    with running_hall(prepared, late + 4 * PREVIOUS_KEPT.days + 1) as hall:
        assert not known(hall, first)
        assert known(hall, lost)
        assert kept() == lost
