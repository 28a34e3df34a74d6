"""A board that nobody can hear reports this to the hall head: before the first call, in the check, until the repair."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.running_demo import ROOT
from commands.hall_client import HallClient
from tests.display_board.helpers.voices import make_voice
from tests.helpers.hall_alone import HallAlone
from tests.helpers.hall_in_a_thread import hall_in_a_thread
from tools.qt_driver.driven_program import until

pytestmark = [pytest.mark.full, pytest.mark.process]

PLAYER = """#!/bin/sh
if [ ! -e {card} ]; then
  echo "aplay: main:831: audio open error: No such file or directory" >&2
  exit 1
fi
"""
"""Fails as aplay does on a machine without a sound device, until the file of its device is there."""


@contextmanager
def running_board(folder: Path, url: str, token: str) -> Iterator[None]:
    """Run a board whose player is the only program on its path."""
    players = folder / "bin"
    players.mkdir()
    (players / "aplay").write_text(PLAYER.format(card=folder / "card"))
    (players / "aplay").chmod(0o755)
    for language in ("ar", "en"):
        make_voice(folder / "voices", language, "default")
    options = ["--hall", url, "--size", "1280x720", "--viewing-m", "3", "--voices", str(folder / "voices")]
    with (folder / "board.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "board", *options],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PATH": str(players), "DAWR_TOKEN": token},
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait(60)


def of_board(head: HallClient) -> dict[str, Any]:
    device: dict[str, Any] = next(one for one in head.get("/queues")["devices"] if one["kind"] == "board")
    return device


def test_a_board_without_a_sound_device_is_in_trouble_until_a_call_is_heard(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path) as made:
        made.tokens["agent"] = made.sign_in()
        tokens = dict(made.tokens)
    (tmp_path / "data").rename(tmp_path / "hall")
    (tmp_path / "data-keys").rename(tmp_path / "hall-keys")
    with HallAlone(tmp_path) as hall, running_board(tmp_path, hall.base, tokens["board"]):
        head, agent = HallClient(hall.base, tokens["head"]), HallClient(hall.base, tokens["agent"])
        log = tmp_path / "board.log"
        # Before anybody was called, the hall head sees it among the devices and as an alert
        until(lambda: of_board(head)["fault"] == "no_sound", "no sound", lambda: (of_board(head), log.read_text()))
        queues = head.get("/queues")
        board = of_board(head)
        assert (board["state"], board["silent"]) == ("degraded", False)
        assert f"device:{board['device']}:no_sound" in [alert["alert"] for alert in queues["standing"]]
        # In the check before the opening too, without waiting for the board's own answer
        steps = head.post("/opening/begin")["steps"]
        assert [(one["state"], one["detail"]) for one in steps if one["step"] == "board"] == [("trouble", "no_sound")]
        # When the device is plugged in, then the next call that is heard ends the trouble
        (tmp_path / "card").touch()
        HallClient(hall.base, tokens["kiosk"]).post("/visits", {"service": "A"})
        agent.post("/counters/1/call-next")
        until(lambda: of_board(head)["fault"] is None, "heard again", lambda: (of_board(head), log.read_text()))
        assert of_board(head)["state"] == "ok"
        assert head.get("/queues")["standing"] == []
