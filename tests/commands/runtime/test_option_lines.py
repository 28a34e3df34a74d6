"""Options are put into their lines, and nothing else of the file is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.running_demo import ROOT
from commands.runtime import option_lines
from commands.runtime.option_lines import with_options
from counter_client.config import parser
from tests.helpers.examples import assert_examples_hold

SHIPPED = (ROOT / "deploy/counter/counter.conf").read_text(encoding="utf-8")


def test_the_examples_hold() -> None:
    assert_examples_hold(option_lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "--hall http://b\n"),
        ("--language ar\n", "--hall http://b\n--language ar\n"),
        ("--hall http://b\n--hall http://standby\n", "--hall http://b\n--hall http://standby\n"),
        ("--hall http://b/\n--hall http://standby/\n", "--hall http://b/\n--hall http://standby/\n"),
        ("--bar\n--hall http://a\n--hall=http://standby\n", "--bar\n--hall http://b\n"),
        ("# --hall URL\n--hall http://a", "# --hall URL\n--hall http://b\n"),
        ("--hall-of-fame x\n", "--hall http://b\n--hall-of-fame x\n"),
        ("--hall http://a --bar  # this PC\n", "--hall http://b\n--bar  # this PC\n"),
        ("--bar --hall http://a\n", "--hall http://b\n--bar\n"),
        ("--hall http://a  # this PC\n", "--hall http://b\n"),
        ("--bar  # --hall http://a\n", "--hall http://b\n--bar  # --hall http://a\n"),
        ("# --hall URL\n# --hall URL\n", "--hall http://b\n# --hall URL\n"),
    ],
)
def test_the_halls_address_takes_the_place_of_the_one_before(before: str, after: str) -> None:
    assert with_options(before, {"hall": "http://b"}) == after
    assert with_options(after, {"hall": "http://b"}) == after


def test_the_shipped_settings_with_hall_and_counter_are_all_that_a_paired_counter_needs(tmp_path: Path) -> None:
    (tmp_path / "counter.conf").write_text(with_options(SHIPPED, {"hall": "http://10.0.0.5:8080", "counter": "3"}))
    read = parser().parse_args([f"@{tmp_path / 'counter.conf'}"])
    assert (read.hall, read.counter, read.language) == (["http://10.0.0.5:8080"], 3, "ar")
    assert read.hot_key == ["Ctrl+Alt+Space", "window=Ctrl+Alt+F1"]
