"""No other user of a machine can read what hall, centre and set-up page write, whatever the system's umask."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.running_demo import ROOT

OTHERS = 0o077


@pytest.fixture(autouse=True)
def _umask_of_most_systems() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> dict[str, str]:
    """Return each file and folder, `folder` included, that another user may read, with its mode."""
    modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
    return {str(path): oct(mode & 0o777) for path, mode in modes.items() if mode & OTHERS}


@contextmanager
def running(*arguments: str) -> Iterator[None]:
    """Run a program of main.py until it says its address, and end it after the block."""
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    try:
        assert any("http://" in line for line in process.stdout)
        yield
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_a_hall_closes_its_data_folder_also_one_that_was_open(tmp_path: Path) -> None:
    data, keys = tmp_path / "hall", tmp_path / "hall-keys"
    data.mkdir()
    keys.mkdir()
    assert open_to_others(data) == {str(data): "0o755"}
    setup = ROOT / "assets" / "halls" / "small.toml"
    with running("hall", "--data", str(data), "--setup", str(setup), "--port", "0"):
        assert {"hall.sqlite", "hall.sqlite-wal"} <= {path.name for path in data.iterdir()}
        assert "hall.key" in {path.name for path in keys.iterdir()}
        assert (open_to_others(data), open_to_others(keys)) == ({}, {})
    copies = tmp_path / "copies"
    copies.mkdir()
    command = [sys.executable, str(ROOT / "main.py"), "backup", "--data", str(data), "--to", str(copies)]
    subprocess.run(command, check=True, capture_output=True)
    assert (open_to_others(data), set(open_to_others(copies)) - {str(copies)}) == ({}, set())
    key = (keys / "hall.key").read_bytes()
    for file in (path for folder in (data, copies) for path in folder.rglob("*") if path.is_file()):
        assert not file.name.endswith((".key", ".keys"))
        assert key not in file.read_bytes()


def test_a_centre_closes_its_data_folder(tmp_path: Path) -> None:
    data, keys = tmp_path / "centre", tmp_path / "centre-keys"
    with running("central", "--data", str(data), "--port", "0"):
        assert "centre.sqlite" in {path.name for path in data.iterdir()}
        assert {path.name for path in keys.iterdir()} == {"centre.key"}
        assert (open_to_others(data), open_to_others(keys)) == ({}, {})
    key = (keys / "centre.key").read_bytes()
    for file in (path for path in data.rglob("*") if path.is_file()):
        assert not file.name.endswith(".key")
        assert key not in file.read_bytes()
