"""Checks of this machine."""

from __future__ import annotations

import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from commands.doctor import machine_checks
from commands.doctor.findings import Verdict
from display_board.voice.clip_origin import SYNTHESISER, marked

NOBODY = 65534

Usage = namedtuple("Usage", "total used free")  # shutil's own shape


def test_what_the_tests_run_on_is_well() -> None:
    for check in (
        machine_checks.version,
        machine_checks.python,
        machine_checks.packages,
        machine_checks.sqlite,
        machine_checks.screen_libraries,
        machine_checks.typeface,
    ):
        assert check().verdict is Verdict.PASS, check()


def test_a_full_disk_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1, 1, 1000))
    found = machine_checks.disk(tmp_path / "not" / "yet")
    assert found.verdict is Verdict.FAIL
    assert str(tmp_path) in found.seen


def test_without_a_player_the_board_is_mute_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert machine_checks.sound().verdict is Verdict.WARN
    assert machine_checks.clock().verdict is Verdict.WARN


def test_voices_are_told_with_their_clips_and_nothing_else_of_the_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(machine_checks, "ROOT", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    voices = tmp_path / "assets/sounds/voices"
    assert machine_checks.spoken_clips(root=tmp_path).verdict is Verdict.WARN
    (voices / "ar_default").mkdir(parents=True)
    (voices / ".gitignore").write_text("en_default/\n")
    assert machine_checks.spoken_clips(root=tmp_path).verdict is Verdict.WARN, "a voice without clips does not count"
    (voices / "ar_default" / "chime.wav").write_bytes(b"RIFF")
    found = machine_checks.spoken_clips(root=tmp_path)
    assert (found.verdict, found.seen) == (Verdict.PASS, "ar_default 1")
    (voices / "ar_default" / "n1.wav").write_bytes(marked(b"RIFF\4\0\0\0WAVE", SYNTHESISER))
    found = machine_checks.spoken_clips(root=tmp_path)
    assert (found.verdict, found.seen) == (Verdict.WARN, "synthetic voice: 1 of 2 clips")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_clips_that_this_account_may_not_read_are_for_root_to_check(tmp_path: Path) -> None:
    (tmp_path / "var/lib/dawr-board").mkdir(parents=True, mode=0o700)
    os.seteuid(NOBODY)
    try:
        found = machine_checks.spoken_clips(root=tmp_path)
    finally:
        os.seteuid(0)
    assert (found.verdict, found.seen) == (Verdict.WARN, "those of the board are another account's")


def test_the_clips_that_an_installed_board_has_built_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(machine_checks, "ROOT", tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache-of-root"))
    built = tmp_path / "var/lib/dawr-board/.cache/dawr/voices/ar_default"
    built.mkdir(parents=True)
    (built / "n1.wav").write_bytes(marked(b"RIFF\4\0\0\0WAVE", SYNTHESISER))
    found = machine_checks.spoken_clips(root=tmp_path)
    assert (found.verdict, found.seen) == (Verdict.WARN, "synthetic voice: 1 of 1 clips")
