from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from common.configuration.device_token import TOKEN_ENV
from common.configuration.parser import SettingsError
from counter_client.config import SESSION_ENV, CounterConfig, parser, read_config

ROOT = Path(__file__).parents[2]
HALL = ["--hall", "http://10.0.0.5:8080"]


def read(*argv: str, environ: dict[str, str] | None = None) -> CounterConfig:
    options = parser()
    return read_config(options, options.read_arguments(["--config", os.devnull, *HALL, *argv]), environ or {})


def test_hall_counter_and_token_are_enough() -> None:
    config = read("--counter", "3", "--token", "t")
    assert (config.counter, config.session, config.shell.token, config.shell.language) == (3, "", "t", "ar")
    assert config.shell.halls == ("http://10.0.0.5:8080",)


def test_a_session_that_stands_needs_no_device_token() -> None:
    config = read("--counter", "3", "--session", "s")
    assert (config.session, config.shell.token) == ("s", "s")


def test_beside_a_session_the_device_keeps_its_own_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOKEN_ENV, "device")
    config = read("--counter", "3", "--session", "s", environ={TOKEN_ENV: "device"})
    assert (config.session, config.shell.token) == ("s", "device")


def test_a_restarted_program_finds_its_session_in_the_environment() -> None:
    assert read("--counter", "3", "--token", "t", environ={SESSION_ENV: "s"}).session == "s"


def test_a_keypad_is_looked_at_at_the_start() -> None:
    given = read("--counter", "3", "--token", "t", "--keypad", "serial:///dev/ttyUSB0?baud=2400").keypad
    assert given is not None
    assert str(given.line()) == "/dev/ttyUSB0 at 2400 baud"
    with pytest.raises(SettingsError, match="--keypad usb:x: expected an address like serial:"):
        read("--counter", "3", "--token", "t", "--keypad", "usb:x")


def test_hot_keys_are_read_and_the_same_keys_twice_are_refused() -> None:
    config = read("--counter", "3", "--token", "t", "--hot-key", "ctrl+alt+space", "--hot-key", "recall=F13", "--bar")
    assert [(one.chord.name, one.meaning.value) for one in config.hot_keys] == [
        ("Ctrl+Alt+Space", "NEXT"),
        ("F13", "RECALL"),
    ]
    assert config.bar
    with pytest.raises(SettingsError, match=r"--hot-key Pause: asked for twice"):
        read("--counter", "3", "--token", "t", "--hot-key", "Pause", "--hot-key", "window=pause")
    with pytest.raises(SettingsError, match=r"--hot-key A: A alone would be taken"):
        read("--counter", "3", "--token", "t", "--hot-key", "A")


def test_a_printer_of_its_own_is_looked_at_at_the_start() -> None:
    assert read("--counter", "3", "--token", "t").printer_url == ""
    config = read("--counter", "3", "--token", "t", "--printer", "tcp://10.0.0.9:9100", "--paper-mm", "58")
    assert (config.printer_url, config.paper_mm) == ("tcp://10.0.0.9:9100", 58)
    with pytest.raises(SettingsError, match="--printer: printer address 'tcp://': no host"):
        read("--counter", "3", "--token", "t", "--printer", "tcp://")


def test_where_a_line_is_not_to_be_had_the_network_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "printer.transport.usb_wire", None)  # as on a system without fcntl
    with pytest.raises(SettingsError, match="reaches printers by the network alone"):
        read("--counter", "3", "--token", "t", "--printer", "usb:///dev/usb/lp1")


def test_the_shipped_file_is_read_and_options_win() -> None:
    options = parser()
    shipped = str(ROOT / "deploy/counter/counter.toml")
    given = ["--config", shipped, *HALL, "--counter", "4", "--token", "t"]
    config = read_config(options, options.read_arguments(given), {})
    assert (config.counter, [one.chord.name for one in config.hot_keys]) == (4, ["Ctrl+Alt+Space", "Ctrl+Alt+F1"])
    config = read_config(options, options.read_arguments([*given, "--hot-key", "Pause", "--hot-key", "recall=F13"]), {})
    assert [one.chord.name for one in config.hot_keys] == ["Pause", "F13"]


def test_a_counter_without_its_number_does_not_start() -> None:
    with pytest.raises(SettingsError, match=r"^--counter is missing"):
        read("--token", "t")


def test_all_mistakes_are_told_at_once() -> None:
    options = parser()
    given = ["--config", os.devnull, "--hall", "10.0.0.5", "--counter", "-1", "--token", "t", "--size", "big"]
    with pytest.raises(SettingsError) as told:
        read_config(options, options.read_arguments(given), {})
    assert [problem.split(":")[0].split()[0] for problem in str(told.value).splitlines()] == [
        "--hall",
        "--size",
        "--counter",
    ]
