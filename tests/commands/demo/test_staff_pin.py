"""The demo's kiosk has its PIN, kept over restarts and printed as plain text."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from commands.demo.staff_pin import NAME, pins_file
from commands.demo.tokens import DemoTokens, keep, load
from kiosk.staff_pins.pins import read_pins


def test_the_pin_that_is_told_opens_the_menu_and_stays_over_starts(tmp_path: Path) -> None:
    tokens = DemoTokens()
    file = pins_file(tokens, tmp_path)
    assert read_pins(file).who(tokens.staff_pin) == NAME
    keep(tokens, tmp_path)
    again = load(tmp_path)
    assert pins_file(again, tmp_path) == file
    assert again.staff_pin == tokens.staff_pin


def test_where_the_file_is_gone_there_is_a_new_pin_that_opens(tmp_path: Path) -> None:
    tokens = DemoTokens(staff_pin="471829")
    file = pins_file(tokens, tmp_path)
    assert read_pins(file).who(tokens.staff_pin) == NAME


def test_no_demo_has_a_pin_that_nobody_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([23456, 11111, 371829])
    monkeypatch.setattr(secrets, "randbelow", lambda _below: next(drawn))
    tokens = DemoTokens()
    pins_file(tokens, tmp_path)
    assert tokens.staff_pin == "471829"
