"""`main.py hall` as a process: it says where it answers, stops when told, and refuses what cannot be, with reasons."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from commands.run import hall
from tests.helpers.hall_in_a_thread import SETUP, hall_in_a_thread

COMMAND = [sys.executable, "main.py", "hall"]


@pytest.fixture
def setup(tmp_path: Path) -> Path:
    file = tmp_path / "hall.toml"
    file.write_text(SETUP, encoding="utf-8")
    return file


@contextmanager
def running(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start a hall service and yield it with the line that it says when it answers."""
    process = subprocess.Popen(
        [*COMMAND, *arguments, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate(timeout=60)


def test_it_says_where_it_answers_and_stops_cleanly(setup: Path, tmp_path: Path) -> None:
    with running("--data", str(tmp_path / "data"), "--setup", str(setup)) as (process, said):
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address
        assert requests.get(f"{address[0]}/healthz", timeout=60).json()["status"] == "ok"
        process.send_signal(signal.SIGTERM)
        more, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert (more, errors) == ("", ""), "a token has no place in a log"


@pytest.mark.full
def test_at_a_terminal_it_also_shows_the_link_that_signs_the_hall_head_in(setup: Path, tmp_path: Path) -> None:
    ours, its = os.openpty()
    arguments = ["--data", str(tmp_path / "data"), "--setup", str(setup), "--port", "0"]
    with subprocess.Popen([*COMMAND, *arguments], stdout=its) as process, os.fdopen(ours, encoding="utf-8") as terminal:
        try:
            link = re.search(r"(http://\S+)/enter#(\S+)", terminal.readline() + terminal.readline())
            assert link
            session = requests.post(f"{link[1]}/api/v1/session", json={"token": link[2]}, timeout=60)
            assert session.status_code == 204
        finally:
            os.close(its)
            process.terminate()


@pytest.mark.full
def test_a_second_one_on_the_same_data_is_refused(setup: Path, tmp_path: Path) -> None:
    with running("--data", str(tmp_path / "data"), "--setup", str(setup)):
        second = subprocess.run(
            [*COMMAND, "--data", str(tmp_path / "data"), "--port", "0"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert second.returncode == 2
    assert "another hall service" in second.stderr
    assert "Traceback" not in second.stderr


def test_the_settings_come_from_a_file_and_options_win_and_a_centre_without_a_token_is_told(
    setup: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    place = f'data = "{tmp_path / "elsewhere"}"\nport = 1\nsetup = "{setup}"\n'
    settings.write_text(f'{place}centre = "http://192.0.2.1"\nallow_plain_http = true\n', encoding="utf-8")
    with running("--config", str(settings)) as (process, said):
        assert "answers at http://127.0.0.1" in said
        process.terminate()
        _, errors = process.communicate(timeout=60)
    assert (tmp_path / "elsewhere" / "hall.sqlite").exists()
    assert "no token for the centre http://192.0.2.1" in errors


def test_every_wrong_setting_is_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("prot = 1\n", encoding="utf-8")
    assert hall.run(["--config", str(settings), "--port", "70000", "--centre-ca", "/nowhere.pem"]) == 2
    errors = capsys.readouterr().err
    assert [word for word in ("settings.toml:1: prot", "--port:", "/nowhere.pem") if word not in errors] == []


def test_a_centre_is_reached_over_plain_http_only_where_that_is_allowed(
    setup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--data", str(tmp_path / "data"), "--setup", str(setup), "--centre", "http://192.0.2.1"]
    assert hall.run([*place, "--port", "0", "--centre-token", "t"]) == 2
    assert "centre: http:// sends the hall's token" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


@pytest.mark.full
def test_a_centre_with_a_token_is_not_told_at_the_start(setup: Path, tmp_path: Path) -> None:
    place = ["--data", str(tmp_path / "data"), "--setup", str(setup), "--centre", "http://127.0.0.1:9"]
    with running(*place, "--centre-token", "t") as (process, said):
        assert "answers at" in said
        process.terminate()
        _, errors = process.communicate(timeout=60)
    assert "no token for the centre" not in errors


def test_check_says_all_that_is_wrong_in_a_file(setup: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert hall.run(["--check", str(setup)]) == 0
    setup.write_text(
        SETUP.replace('governorate = "muscat"', "governorate = 7").replace('code = "test-hall"', ""), encoding="utf-8"
    )
    assert hall.run(["--check", str(setup)]) == 1
    said = capsys.readouterr().out
    assert "hall.code" in said
    assert "hall.governorate" in said
    assert "2 error(s)" in said


def test_a_port_that_is_taken_says_what_to_do(setup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from common.server.listener import bound_socket

    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    with bound_socket("127.0.0.1", 0) as listener:
        port = str(listener.getsockname()[1])
        assert hall.run(["--data", str(tmp_path / "data"), "--setup", str(setup), "--port", port]) == 2
    assert "choose another --port" in capsys.readouterr().err
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before


def test_help_lists_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    from hall.config import NAMES

    with pytest.raises(SystemExit):
        hall.run(["--help"])
    said = capsys.readouterr().out
    assert [name for name in NAMES if f"--{name.replace('_', '-')}" not in said] == []


def test_a_writer_that_stands_still_feeds_no_watchdog(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as running_hall:
        store, blocked = running_hall.hall.store, threading.Event()
        asyncio.run(asyncio.wait_for(hall.ask_writer(store), 30))
        standing = store.commands.run(lambda _work, _now: blocked.wait())
        with pytest.raises(TimeoutError):
            asyncio.run(asyncio.wait_for(hall.ask_writer(store), 0.05))
        blocked.set()
        assert standing.result(30)
        asyncio.run(asyncio.wait_for(hall.ask_writer(store), 30))
