"""The installation's name: the same here, another on another machine or in another folder."""

from __future__ import annotations

from pathlib import Path

from sync.instance import instance_id


def test_the_same_folder_on_the_same_machine_keeps_its_name(tmp_path: Path) -> None:
    machine = tmp_path / "machine-id"
    machine.write_text("abc\n", encoding="ascii")
    first = instance_id(tmp_path, machine_id=machine)
    assert first == instance_id(tmp_path / "x" / "..", machine_id=machine)
    assert len(first) == 16


def test_a_copy_elsewhere_has_another_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("abc", encoding="ascii")
    other.write_text("abd", encoding="ascii")
    names = {instance_id(tmp_path, machine_id=m) for m in (one, other)} | {instance_id(tmp_path / "b", machine_id=one)}
    assert len(names) == 3


def test_a_machine_without_an_id_is_named_by_its_network_card(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    assert instance_id(tmp_path, machine_id=missing) == instance_id(tmp_path, machine_id=missing)
