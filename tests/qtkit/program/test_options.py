from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from common.configuration.parser import SettingsError, SettingsParser
from qtkit.program.options import ShellOptions, add_shell_options, need_screen, read_shell_options


def read(*arguments: str) -> ShellOptions:
    parser = SettingsParser("kiosk")
    add_shell_options(parser, inches=21.5)
    return read_shell_options(parser.read_arguments(["--config", os.devnull, *arguments]))


def test_options_are_read_with_their_usual_values() -> None:
    options = read("--hall", "http://a:1", "--hall", "http://b:1", "--token", "t")
    assert options == ShellOptions(("http://a:1", "http://b:1"), "t", "ar", 21.5, None, None, 400)


def test_the_token_comes_from_a_file_or_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "token"
    file.write_text("from-file\n", encoding="utf-8")
    assert read("--hall", "http://a:1", "--token-file", str(file)).token == "from-file"
    monkeypatch.setenv("DAWR_TOKEN", "from-environment")
    assert read("--hall", "http://a:1").token == "from-environment"


def test_all_mistakes_are_told_at_once_each_with_what_to_do() -> None:
    with pytest.raises(SettingsError) as told:
        read("--hall", "10.0.0.5", "--size", "big", "--screen-inches", "0", "--token-file", "/nowhere/token")
    lines = str(told.value).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["--hall", "--token-file", "--size", "--screen-inches"]
    assert "http://10.0.0.5:8080" in lines[0]
    assert "1080x1920" in lines[2]


@pytest.mark.parametrize(
    ("arguments", "word"), [((), "--hall is missing"), (("--hall", "http://a:1"), "token is missing")]
)
def test_what_is_missing_is_named(arguments: tuple[str, ...], word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAWR_TOKEN", raising=False)
    with pytest.raises(SettingsError, match=word):
        read(*arguments)


def test_a_token_that_cannot_be_sent_is_refused() -> None:
    with pytest.raises(SettingsError, match="no token has"):
        read("--hall", "http://a:1", "--token", "رمز")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a session always has a screen")
def test_a_machine_without_a_screen_is_told_before_qt_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert read("--hall", "http://a:1", "--token", "t").token == "t"  # a technician checks a file from elsewhere
    with pytest.raises(SettingsError, match="there is no screen here: start it in a desktop session"):
        need_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    need_screen()


@pytest.mark.process
def test_options_are_read_without_qt() -> None:
    script = "import sys, qtkit.program.options; print(sorted(name for name in sys.modules if 'PySide' in name))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
