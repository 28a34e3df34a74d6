"""Where a device's token comes from, and which file its renewal may write."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import pytest

from common.configuration.device_token import TOKEN_ENV, add_token_settings, device_token, token_file
from common.configuration.parser import SettingsParser


def given(*argv: str) -> argparse.Namespace:
    parser = SettingsParser("signs")
    add_token_settings(parser)
    return parser.read_arguments(["--config", os.devnull, *argv])


@pytest.fixture(autouse=True)
def _no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TOKEN_ENV, raising=False)


def test_the_token_comes_from_the_line_the_variable_or_the_file_and_only_the_file_takes_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "board.token"
    file.write_text("in-a-file\n")
    of_file = given("--token-file", str(file))
    assert (device_token(of_file), token_file(of_file)) == (("in-a-file", ""), file)
    on_the_line = given("--token-file", str(file), "--token", "on-the-line")
    assert (device_token(on_the_line), token_file(on_the_line)) == (("on-the-line", ""), None)
    monkeypatch.setenv(TOKEN_ENV, "in-a-variable")
    assert (device_token(of_file), token_file(of_file)) == (("in-a-variable", ""), None)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "token is missing"),
        (("--token-file", "/no/such/file"), "cannot be read"),
        (("--token", "دور"), "characters no token has"),
    ],
)
def test_a_token_that_cannot_be_used_says_why(argv: tuple[str, ...], said: str) -> None:
    assert said in device_token(given(*argv))[1]


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "board.token"
    file.write_bytes(b"\xff\xfe\x00")
    token, problem = device_token(given("--token-file", str(file)))
    assert token == ""
    assert str(file) in problem
