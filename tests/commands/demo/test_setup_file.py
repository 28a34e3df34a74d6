"""The demo's hall."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.demo.setup_file import SIZES, with_pins, write_setup
from hall.settings.setup.file import read_setup


@pytest.mark.parametrize("size", sorted(SIZES))
def test_each_size_is_a_right_hall_with_its_counters_open_day_and_night(tmp_path: Path, size: str) -> None:
    pins = write_setup(size, tmp_path / "hall.toml")
    read = read_setup(tmp_path / "hall.toml")
    assert len(read.settings.counters) == SIZES[size][0]
    assert len(read.settings.agents) >= SIZES[size][0]
    assert read.pins == pins
    assert read.settings.hours.always_open
    assert read.settings.confirms_date_itself
    assert not read.settings.prayer.observed, "a missed call must be the same at noon"


def test_pins_are_made_afresh(tmp_path: Path) -> None:
    first = write_setup("middle", tmp_path / "a.toml")
    assert first != write_setup("middle", tmp_path / "b.toml")
    assert all(len(pin) == 6 for pin in first.values())


def test_a_pin_that_anyone_tries_first_or_that_another_has_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([111_111 - 100_000, 123_456 - 100_000, 371_000, 371_000, 382_915])
    monkeypatch.setattr("secrets.randbelow", lambda _limit: next(drawn))
    _, pins = with_pins('[[agent]]\ncode = "a"\n\n[[agent]]\ncode = "b"\n')
    assert pins == {"a": "471000", "b": "482915"}
