"""Who stands in the way of opening a device."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from printer.transport.device_holder import forbidden_text, group_of, holder_of, in_use_text, user


def a_process(proc: Path, number: int, name: str, holds: Path) -> None:
    (proc / str(number) / "fd").mkdir(parents=True)
    (proc / str(number) / "comm").write_text(f"{name}\n")
    (proc / str(number) / "fd" / "3").symlink_to(holds)


def test_the_program_that_holds_the_device_is_named(tmp_path: Path) -> None:
    device, proc = tmp_path / "lp0", tmp_path / "proc"
    device.touch()
    a_process(proc, 71, "cat", tmp_path / "another")
    a_process(proc, 812, "usb", device)
    (proc / "900").mkdir()  # ended between two looks
    assert holder_of(str(device), proc) == "usb (process 812)"
    assert "in use by another program, usb (process 812): end it" in in_use_text(str(device), proc)


def test_a_holder_that_may_not_be_seen_can_be_asked_for(tmp_path: Path) -> None:
    assert holder_of("/dev/usb/lp0", tmp_path) == ""
    assert "sudo fuser -v /dev/usb/lp0" in in_use_text("/dev/usb/lp0", tmp_path)


def test_no_permission_names_the_group_to_join(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    group = group_of(str(device))
    text = forbidden_text(str(device))
    assert f"no permission for {device}" in text
    assert (f"usermod -aG {group}" in text) == (group != "root")
    assert "ask the administrator" in forbidden_text(str(tmp_path / "gone"))


@pytest.mark.parametrize(("number", "name"), [(0, "root"), (4_000_123, "USER")])
def test_the_user_is_named_also_where_the_environment_does_not_tell(
    number: int, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("USER", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: number)
    assert user() == name
