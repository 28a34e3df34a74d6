"""Memory is taken where it has room, and left alone where it has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.scratch import roomy


def machine(folder: Path, told: str) -> Path:
    file = folder / "meminfo"
    file.write_text(told, encoding="ascii")
    return file


def test_a_folder_with_room_is_taken(tmp_path: Path) -> None:
    told = machine(tmp_path, "MemTotal:  9000000 kB\nMemAvailable:  2000 kB\n")
    assert roomy(tmp_path, machine=told, wanted=2000 * 1024) == tmp_path


def test_memory_that_programs_need_is_left_to_them(tmp_path: Path) -> None:
    told = machine(tmp_path, "MemTotal:  9000000 kB\nMemAvailable:  2000 kB\n")
    assert roomy(tmp_path, machine=told, wanted=2000 * 1024 + 1) is None


def test_a_folder_without_room_is_left(tmp_path: Path) -> None:
    told = machine(tmp_path, f"MemAvailable:  {1 << 60} kB\n")
    assert roomy(tmp_path, machine=told, wanted=1 << 60) is None


@pytest.mark.parametrize("told", ["", "MemTotal: 5 kB\n"])
def test_a_machine_that_does_not_say_keeps_its_disk(tmp_path: Path, told: str) -> None:
    assert roomy(tmp_path, machine=machine(tmp_path, told), wanted=1) is None
    assert roomy(tmp_path, machine=tmp_path / "none", wanted=1) is None


def test_a_machine_without_such_a_folder_keeps_its_disk(tmp_path: Path) -> None:
    assert roomy(tmp_path / "none", wanted=1) is None
