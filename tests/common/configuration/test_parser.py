"""SettingsParser: which problems of a file are reported, in which order, and where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.configuration.parser import OneOrMore, SettingsError, SettingsParser


def problems(tmp_path: Path, text: str, *options: str, found: list[str]) -> list[str]:
    """Return what is reported for a file with this text when the program itself finds these problems."""
    parser = SettingsParser("kiosk")
    parser.add_setting("--hall", action=OneOrMore, default=[], needed=True)
    parser.add_setting("--device", default="", needed=True)
    parser.add_setting("--port", type=int, default=1)
    file = tmp_path / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    parser.read_arguments(["--config", str(file), *options])
    with pytest.raises(SettingsError) as refused:
        parser.refuse(found)
    return [problem.replace(str(file), "FILE") for problem in refused.value.problems]


def test_problems_come_in_the_order_of_the_lines_and_those_without_a_line_at_the_end(tmp_path: Path) -> None:
    text = 'port = 0\ndevise = "k"\n'
    assert problems(tmp_path, text, found=["there is no screen", "--port: from 1", "--device is missing: its id"]) == [
        "FILE:1: port: from 1",
        "FILE:2: devise: there is no such key; the nearest one is device",
        "there is no screen",
        "FILE: device is missing: its id",
    ]


def test_a_key_with_a_wrong_value_is_not_reported_as_missing_too(tmp_path: Path) -> None:
    assert problems(tmp_path, 'hall = "http://a"\n', found=["--hall is missing: give it"]) == [
        'FILE:1: hall: expected a list of texts, as in hall = ["…"]'
    ]


def test_a_problem_of_an_option_is_not_put_down_to_the_file(tmp_path: Path) -> None:
    assert problems(tmp_path, "port = 5\n", "--port", "0", found=["--port: from 1"]) == ["--port: from 1"]


def test_without_a_file_the_missing_option_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path, "", found=["--device is missing: its id"]) == ["--device is missing: its id"]
