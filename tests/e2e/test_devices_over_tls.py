"""Devices of a hall with HTTPS, by real processes: paired by the whole string, at work, and deaf to another hall."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from bench.running_demo import ROOT
from commands import pair
from commands.admin import command as admin
from commands.hall_client import HallClient
from tests.helpers.cuttable_line import CuttableLine, cuttable_line
from tests.helpers.hall_process import HallProcess, prepare_hall
from tests.helpers.own_tls import own_tls

MAIN = [sys.executable, str(ROOT / "main.py")]
LONG_S = 240.0


@dataclass
class Hall:
    """A hall with HTTPS, and a line on which every byte that a device says to it is recorded."""

    process: HallProcess
    line: CuttableLine
    folder: Path

    @property
    def url(self) -> str:
        return self.line.url.replace("http:", "https:")

    def pair(self, kind: str, *more: str) -> Path:
        """Pair a device as a technician does; return its token file."""
        with redirect_stdout(StringIO()) as said:
            assert admin.run(["--data", str(self.process.hall.data), "pair", kind, *more]) == 0
        token = self.folder / f"{kind}.token"
        asked = ["--hall", self.url, "--code", said.getvalue().split()[-1], "--token-file", str(token)]
        assert pair.run([kind, *asked]) == 0
        return token

    def command(self, kind: str, token: Path, *options: str) -> list[str]:
        return [*MAIN, kind, "--hall", self.url, "--token-file", str(token), *options]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    prepared = prepare_hall(tmp_path_factory.mktemp("hall"))
    with HallProcess(prepared, ("--tls",)) as process, cuttable_line(process.port) as line:
        yield Hall(process, line, tmp_path_factory.mktemp("devices"))


def _offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize(
    ("kind", "pairing", "options"),
    [
        ("board", (), ()),
        ("kiosk", (), ("--device", "kiosk", "--printer", "memory:", "--own-numbers", "OWN")),
        ("counter", ("--counter", "2"), ("--counter", "2")),
    ],
)
def test_a_program_with_a_screen_pairs_and_follows_the_hall(
    hall: Hall, tmp_path: Path, kind: str, pairing: tuple[str, ...], options: tuple[str, ...]
) -> None:
    token = hall.pair(kind, *pairing)
    given = [str(tmp_path / "own") if one == "OWN" else one for one in options]
    picture = tmp_path / "seen.png"
    shown = hall.command(kind, token, *given, "--size", "1280x800", "--picture", str(picture))
    done = subprocess.run(shown, env=_offscreen(), capture_output=True, text=True, timeout=LONG_S, check=False)
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 1000, "the picture is taken after the first snapshot of the live link"
    heard = b"".join((*hall.line.sent, *hall.line.answered))
    for word in (token.read_text().encode(), b"Authorization", b"/api/v1", b"HTTP/1.1"):
        assert word not in heard


def test_a_kiosk_gives_tickets_and_signs_find_their_counters(hall: Hall) -> None:
    kiosk = hall.pair("kiosk")
    client = HallClient(hall.url, kiosk.read_text(), hall_ca=kiosk.with_name("kiosk.hall.pem"))
    assert client.post("/visits", {"service": "A"})["ticket"].startswith("A")
    client.close()
    board = hall.pair("board")
    check = hall.command("signs", board, "--check", "--url", "serial:///dev/null?baud=9600")
    done = subprocess.run(check, capture_output=True, text=True, timeout=LONG_S, check=False)
    assert f"{hall.url}: test-hall, counters 1" in done.stdout, done.stderr


def test_a_board_says_nothing_to_a_hall_of_another_authority(hall: Hall, tmp_path: Path) -> None:
    token = hall.pair("board")
    own_tls(tmp_path / "other")
    token.with_name("board.hall.pem").write_bytes((tmp_path / "other" / "authority.pem").read_bytes())
    started = subprocess.Popen(
        hall.command("board", token, "--size", "1280x800"), env=_offscreen(), stderr=subprocess.PIPE, text=True
    )
    killer = threading.Timer(LONG_S, started.kill)
    killer.start()
    try:
        assert started.stderr is not None
        refused = next(line for line in started.stderr if "certificate" in line)
    finally:
        killer.cancel()
        started.kill()
        started.communicate()
    assert "is not of the hall that this device was paired with" in refused
    assert "pair this device again (main.py pair)" in refused
    assert token.read_text().encode() not in b"".join(hall.line.sent)
