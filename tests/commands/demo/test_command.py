"""`main.py demo` as a newcomer and as a power cut meet it: started, killed, started again, and twice at once."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
import requests

from bench.running_demo import DemoFailedError, read_demo
from commands.demo import command as demo
from commands.hall_client import HallClient
from tests.helpers.alive import alive
from tools.qt_driver.driven_program import until

ROOT = Path(__file__).parents[3]
Process = subprocess.Popen[str]


@contextmanager
def started(folder: Path, *more: str, port: str = "0") -> Iterator[Process]:
    """Start a small headless demo; what is left of it is killed at the end of the block."""
    command = [
        sys.executable,
        "main.py",
        "demo",
        "--headless",
        "--data",
        str(folder),
        "--port",
        port,
        "--hall",
        "small",
    ]
    log = (folder.parent / "said.log").open("w", encoding="utf-8")
    process = subprocess.Popen([*command, *more], cwd=ROOT, stdout=log, stderr=log, text=True)
    try:
        yield process
    finally:
        for one in [*psutil.Process(process.pid).children(recursive=True)] if process.poll() is None else []:
            one.kill()
        process.kill()
        process.wait(60)
        log.close()


def said(folder: Path) -> str:
    return (folder.parent / "said.log").read_text(encoding="utf-8")


def ready(process: Process, folder: Path) -> dict[str, object]:
    """Wait until demo.json is there, and return it."""
    until(
        lambda: (folder / "demo.json").exists() or process.poll() is not None,
        "the demo comes up",
        lambda: said(folder),
        timeout_s=180,
    )
    assert process.poll() is None, said(folder)
    return read_demo(folder)


def ticket_at(described: dict[str, object]) -> dict[str, str]:
    tokens = described["tokens"]
    assert isinstance(tokens, dict)
    kiosk = HallClient(str(described["hall"]), tokens["kiosk"])
    ticket: dict[str, str] = kiosk.post("/visits", {"service": kiosk.get("/hall")["services"][0]["code"]})
    kiosk.close()
    return ticket


def test_killed_and_started_again_it_goes_on_with_the_same_tokens_and_visits(tmp_path: Path) -> None:
    """Also: a stale demo.json is removed at once, a second demo is refused, and a demo whose hall dies ends with it."""
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "demo.json").write_text(json.dumps({"hall": "of an earlier life"}))
    with started(folder) as process:
        until(lambda: not (folder / "demo.json").exists(), "the old file is gone at once", lambda: said(folder))
        first = ready(process, folder)
        assert stat.S_IMODE((folder / "demo.json").stat().st_mode) == 0o600
        for address in (first["hall"], first["centre"]):
            assert requests.get(f"{address}/healthz", timeout=60).status_code == 200
        ticket = ticket_at(first)
        refused_while_it_runs(folder, process.pid)
        assert read_demo(folder) == first
        family = [process.pid, *(child.pid for child in psutil.Process(process.pid).children(recursive=True))]
        process.kill()
        process.wait(60)
        assert (folder / "demo.json").exists(), "nobody was left to remove it"
        until(lambda: not any(map(alive, family)), "what was started ends with its parent", lambda: family)
    with started(folder) as process:
        until(lambda: not (folder / "demo.json").exists(), "the old file is gone at once", lambda: said(folder))
        again = ready(process, folder)
        assert again["tokens"] == first["tokens"]
        assert str(again["head_page"]).rpartition("#")[2] == str(first["head_page"]).rpartition("#")[2]
        head = HallClient(str(again["hall"]), again["tokens"]["head"])  # type: ignore[index]  # JSON
        assert head.get(f"/visits/{ticket['visit']}")["ticket"] == ticket["ticket"]
        head.close()
        family = [process.pid, *(child.pid for child in psutil.Process(process.pid).children(recursive=True))]
        [hall] = [p for p in psutil.Process(process.pid).children() if "hall" in p.cmdline()[2:3]]
        hall.kill()
        assert process.wait(60) == 1
        assert not any(map(alive, family))
    assert "demo: hall ended; it said:" in said(folder)
    assert not (folder / "demo.json").exists()
    assert "Traceback" not in said(folder)


@pytest.mark.full
def test_a_killed_centre_is_started_again_and_the_hall_does_not_wait_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    with started(folder) as process:
        described = ready(process, folder)
        for _ in range(2):  # the restarted one matters as much as the first
            [centre] = [p for p in psutil.Process(process.pid).children() if "central" in p.cmdline()[2:3]]
            centre.kill()
            assert ticket_at(described)["ticket"]
            until(lambda: answers(str(described["centre"])), "the centre is back", lambda: said(folder), timeout_s=180)
        assert process.poll() is None
    assert said(folder).count(f"it is started again at {described['centre']}") == 2


def answers(address: str) -> bool:
    try:
        return requests.get(f"{address}/healthz", timeout=5).status_code == 200
    except requests.ConnectionError:
        return False


def refused_while_it_runs(folder: Path, holder: int) -> None:
    """A second demo on the folder ends with a sentence that names the first."""
    second = subprocess.run(
        [sys.executable, "main.py", "demo", "--headless", "--data", str(folder), "--port", "0"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert second.returncode == 1
    assert second.stderr == (f"demo: a demo runs in {folder} already (process {holder}); end it or choose --data DIR\n")


def test_a_port_in_use_is_named_and_nothing_is_left_running(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with started(folder, port=str(port)) as process:
            assert process.wait(60) == 1
    assert str(port) in said(folder)
    assert "choose another --port" in said(folder)
    assert "Traceback" not in said(folder)
    assert not (folder / "demo.json").exists()
    with pytest.raises(DemoFailedError):
        read_demo(folder)


def test_ctrl_c_while_the_history_is_made_ends_all_with_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "demo", "--no-windows", "--data", str(tmp_path / "demo"), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        try:
            assert "making eight weeks of history" in process.stdout.readline()
            # A tracker of semaphores, and two that make history: they still import their modules.
            until(lambda: len(psutil.Process(process.pid).children()) == 3, "history is begun", lambda: process.poll())
            family = [process.pid, *(child.pid for child in psutil.Process(process.pid).children())]
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does
            assert process.stdout.read() == "demo: stopped before all of it was up\n"
            assert process.wait(60) == 0
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)  # else leaving the block waits for it
            raise
    until(lambda: not any(map(alive, family)), "nothing is left", lambda: family)


@pytest.mark.parametrize("port", ["-1", "65536", "8o80", "", "٨٠٨٠"])
def test_what_is_no_port_is_told_before_anything_starts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], port: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        demo.run(["--headless", "--data", str(tmp_path / "demo"), f"--port={port}"])
    assert ended.value.code == 2
    assert "is no port: 0 to 65535" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["a file", "below a file"])
def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    folder = file if place == "a file" else file / "demo"
    assert demo.run(["--headless", "--data", str(folder)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"demo: {folder} cannot be used: ")
    assert told.endswith("choose another folder: --data DIR\n")
    assert file.read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("demo-tokens.json", "{", "demo-tokens.json is damaged"),
        ("hall.toml", "[[", "hall.toml"),
        ("logs", "a file where a folder should be", "logs"),
    ],
)
def test_a_damaged_folder_is_told_in_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, content: str, why: str
) -> None:
    (tmp_path / name).write_text(content)
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    try:
        assert demo.run(["--headless", "--data", str(tmp_path), "--port", "0"]) == 1
    finally:
        for number, handler in zip((signal.SIGTERM, signal.SIGINT), before, strict=True):
            signal.signal(number, handler)
    told = capfd.readouterr().err
    assert told.startswith("demo: ")
    assert why in told
    assert "Traceback" not in told
    assert [c.pid for c in psutil.Process(os.getpid()).children() if str(tmp_path) in " ".join(c.cmdline())] == []
