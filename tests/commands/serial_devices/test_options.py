from __future__ import annotations

import argparse
import os
from pathlib import Path

import pytest

from commands.serial_devices.options import TOKEN_ENV, add_device_options, device_token, hall_problems
from common.configuration.parser import SettingsParser


def given(*argv: str) -> argparse.Namespace:
    parser = SettingsParser("signs")
    add_device_options(parser)
    return parser.read_arguments(["--config", os.devnull, *argv])


@pytest.fixture(autouse=True)
def _no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_ENV, raising=False)


def test_addresses_may_be_several_and_each_is_looked_at() -> None:
    assert hall_problems(given("--hall", "http://a:1", "--hall", "https://b")) == []
    assert len(hall_problems(given("--hall", "10.0.0.5", "--hall", "http://["))) == 2
    assert "--hall is missing" in hall_problems(given())[0]


def test_the_token_comes_from_the_line_the_variable_or_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "board.token"
    file.write_text("in-a-file\n")
    assert device_token(given("--token-file", str(file))) == ("in-a-file", [])
    monkeypatch.setenv(TOKEN_ENV, "in-a-variable")
    assert device_token(given("--token-file", str(file))) == ("in-a-variable", [])
    assert device_token(given("--token", "on-the-line")) == ("on-the-line", [])


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "token is missing"),
        (("--token-file", "/no/such/file"), "cannot be read"),
        (("--token", "دور"), "characters no token has"),
    ],
)
def test_a_token_that_cannot_be_used_says_why(argv: tuple[str, ...], said: str) -> None:
    assert said in device_token(given(*argv))[1][0]
