"""What a real hall service reports of a date that it doubts, and of a centre whose answers are cut within the head."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from tests.helpers.hall_in_a_thread import SETUP, HandClock, hall_in_a_thread
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tools.qt_driver.driven_program import until

pytestmark = pytest.mark.full

CUT = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Le"
"""An answer whose line broke off in the middle of a header."""


@contextmanager
def centre_with_cut_answers() -> Iterator[tuple[str, list[bytes]]]:
    """Run a server that answers every request with `CUT`; give its address and the requests that it got."""
    asked: list[bytes] = []

    def answer() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            with client, suppress(OSError):
                asked.append(client.recv(65_536))
                client.sendall(CUT)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer, name="cut-answers", daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", asked
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(20)


def test_a_cut_answer_of_the_centre_is_a_line_of_the_log_and_no_traceback(tmp_path: Path) -> None:
    prepared = prepare_hall(tmp_path, tickets=1)
    with centre_with_cut_answers() as (centre, asked):
        options = ("--centre", centre, "--centre-token", "token")
        with HallProcess(prepared, options) as hall:
            hall.await_reason("centre_away")
            until(lambda: len(asked) >= 3, "several answers were cut", hall.log)
            until(lambda: "the centre" in hall.log(), "the log names the centre", hall.log)
            assert hall.issue().json()["ticket"] == "A002"
            log = hall.log()
    assert "Traceback" not in log
    assert "urllib3" not in log


@pytest.mark.parametrize("command", ["now", "verify"])
def test_a_cut_answer_is_a_sentence_of_the_sync_command_too(tmp_path: Path, command: str) -> None:
    prepared = prepare_hall(tmp_path, tickets=1)
    with centre_with_cut_answers() as (centre, asked):
        settings = tmp_path / "hall.toml"
        settings.write_text(f'centre = "{centre}"\n', encoding="utf-8")
        done = subprocess.run(
            [
                sys.executable,
                str(ROOT / "main.py"),
                "sync",
                command,
                "--data",
                str(prepared.data),
                "--config",
                str(settings),
            ],
            env={**os.environ, "HALL_CENTRE_TOKEN": "token"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    assert asked
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "urllib3" not in done.stderr
    assert "\nsync: " in f"\n{done.stderr}"


def test_a_date_that_is_doubted_at_the_start_is_a_reason_of_healthz(tmp_path: Path) -> None:
    clock = HandClock()
    clock.move_on(days=40)
    with hall_in_a_thread(tmp_path, setup=SETUP.replace("confirms_date_itself = true", ""), clock=clock) as later:
        assert later.issue()["ticket"] == "A001"
        prepared = PreparedHall(tmp_path, later.tokens, later.devices)
    # The machine's own clock is 40 days behind the hall's last day, as after a dead battery.
    with HallProcess(prepared) as hall:
        hall.await_reason("day_doubtful")
        assert hall.health()[0] == 200, "counters go on working"
        assert hall.issue().json()["code"] == "day_doubtful"
        confirmed = hall.ask("POST", "/day/confirm-date", "head", body={})
        assert confirmed.status_code == 200, confirmed.text
        assert hall.issue().status_code == 201
    with HallProcess(prepared) as again:
        assert again.issue().status_code == 201
        assert "day_doubtful" not in again.health()[1]
