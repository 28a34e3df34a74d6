from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from commands.package.command import run
from tests.commands.package.test_parts import wheel

WHEELS = {
    "msgspec": "msgspec/__init__.py",
    "pyserial": "serial/__init__.py",
    "shiboken6": "shiboken6/__init__.py",
    "PySide6_Essentials": "PySide6/QtCore.pyd",
    "python_escpos": "escpos/__init__.py",
    "qrcode": "qrcode/__init__.py",
    "six": "six.py",
    "tomlkit": "tomlkit/__init__.py",
    "tzdata": "tzdata/__init__.py",
}


def test_the_windows_package_holds_program_start_files_and_settings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name, file in WHEELS.items():
        wheel(wheels, name, file)
    assert run(["windows", "--out", str(tmp_path / "out"), "--wheels", str(wheels)]) == 0
    said = capsys.readouterr()
    assert "sha256" in said.out
    assert "without --python it needs a Python" in said.err
    with zipfile.ZipFile(tmp_path / "out" / "dawr-counter-windows.zip") as package:
        names = set(package.namelist())
        batch_files = [package.read(name) for name in names if name.endswith(".cmd")]
    assert [text.count(b"\n") - text.count(b"\r\n") for text in batch_files] == [0, 0]
    root = "dawr-counter-windows/"
    expected = {
        "install.cmd",
        "LICENSE",
        "THIRD_PARTY_NOTICES.txt",
        "program/main.py",
        "program/counter.cmd",
        "program/counter.toml",
    }
    assert {root + name for name in (*expected, "program/lib/PySide6/QtCore.pyd")} <= names


def test_what_lacks_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["linux", "--out", str(tmp_path), "--wheels", str(tmp_path)]) == 1
    assert "has no wheel of" in capsys.readouterr().err
