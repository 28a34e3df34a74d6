"""An installed program gets its token and settings where its package keeps them, and it alone can read them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from commands.runtime.installed import installed, installed_programs
from common.server.trust import authority_file

KIOSK_USER = 12_345

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def test_a_machine_without_the_package_has_no_installed_program(tmp_path: Path) -> None:
    assert installed("kiosk", root=tmp_path) is None


def test_token_and_settings_belong_to_the_programs_user_alone(tmp_path: Path) -> None:
    data = tmp_path / "var/lib/dawr-kiosk"
    data.mkdir(parents=True)
    os.chown(data, KIOSK_USER, KIOSK_USER)
    program = installed("kiosk", root=tmp_path)
    assert program is not None
    program.settings.parent.mkdir(parents=True)
    authority = authority_file(program.token_file)
    for file in (program.token_file, authority, program.settings):
        file.write_text("secret", encoding="utf-8")
    program.give_token()
    program.protect_settings()
    token, settings = program.token_file.stat(), program.settings.stat()
    assert (token.st_uid, token.st_gid) == (KIOSK_USER, KIOSK_USER)
    assert authority.stat().st_uid == KIOSK_USER
    assert (settings.st_uid, settings.st_gid, settings.st_mode & 0o777) == (0, KIOSK_USER, 0o640)


def test_the_programs_of_the_packages_are_known_by_their_units(tmp_path: Path) -> None:
    assert installed_programs(root=tmp_path) == frozenset()
    units = tmp_path / "usr/lib/systemd/system"
    units.mkdir(parents=True)
    for name in ("dawr-hall.service", "dawr-keypad@.service", "ssh.service"):
        (units / name).touch()
    assert installed_programs(root=tmp_path) == {"hall", "keypad"}
    (tmp_path / "usr/bin").mkdir()
    (tmp_path / "usr/bin/dawr-counter").touch()
    assert "counter" in installed_programs(root=tmp_path)
