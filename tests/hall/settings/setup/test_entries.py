"""The shape of a set-up file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from contracts.codec.reader import problems_of
from hall.settings.setup.entries import SetupEntry

HALLS = Path(__file__).resolve().parents[4] / "assets" / "halls"


def test_an_empty_file_lacks_what_every_hall_must_have() -> None:
    assert {problem.field for problem in problems_of(SetupEntry, {})} == {"hall", "service", "counter"}


def test_a_shipped_file_fits_but_for_its_dates_which_toml_reads_itself() -> None:
    raw = tomllib.loads((HALLS / "small.toml").read_text(encoding="utf-8"))
    assert problems_of(SetupEntry, raw) == []
