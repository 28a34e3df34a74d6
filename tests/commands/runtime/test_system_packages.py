"""System packages: every library Qt needs is named, and programs are looked for by their names."""

from __future__ import annotations

import re

import pytest

from commands.runtime import system_packages


def test_every_library_has_a_package_name_of_debian() -> None:
    assert len(system_packages.SCREEN_LIBRARIES) >= 14
    for soname, package in system_packages.SCREEN_LIBRARIES.items():
        assert re.fullmatch(r"lib[\w.+-]+\.so\.\d+", soname)
        assert re.fullmatch(r"lib[a-z0-9.+-]+", package)


def test_a_missing_program_is_asked_for_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None if name == "Xvfb" else f"/bin/{name}")
    assert system_packages.missing("test") == ["xvfb"]


def test_a_board_without_voice_and_player_asks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = {"espeak-ng", "pw-play", "paplay", "aplay"}
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None if name in lacking else f"/bin/{name}")
    assert system_packages.missing("screen") == ["espeak-ng", "alsa-utils"]
    lacking.discard("pw-play")
    assert system_packages.missing("screen") == ["espeak-ng"]


def test_a_machine_of_a_hall_alone_needs_neither_voice_nor_player(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages.shutil, "which", lambda _name: None)
    assert system_packages.missing("screen", frozenset({"hall", "backup"})) == []
    assert system_packages.missing("screen", frozenset({"counter"})) == ["alsa-utils"]
    assert system_packages.missing("screen", frozenset({"board"})) == ["espeak-ng", "alsa-utils"]


def test_a_full_test_run_asks_for_an_empty_debian_and_a_real_systemd(monkeypatch: pytest.MonkeyPatch) -> None:
    lacking = {"debootstrap", "systemd-nspawn"}
    monkeypatch.setattr(system_packages.shutil, "which", lambda name: None if name in lacking else f"/bin/{name}")
    assert system_packages.missing_for_full_tests() == ["debootstrap", "systemd-container"]
    assert system_packages.missing("test") == []
