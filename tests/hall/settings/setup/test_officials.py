"""Officials in a set-up file: read, and refused with what is wrong named."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from hall.kernel.official_settings import Absence, Span
from hall.settings.setup.file import check_setup, read_setup
from tests.helpers.hall_in_a_thread import SETUP

OFFICE = """
[[service]]
prefix = "M"
names = {ar = "مكتب المدير", en = "Director's office"}
open = false

[[counter]]
number = 9
names = {ar = "مكتب المدير", en = "Director's office"}
services = ["M"]

[[agent]]
code = "director"
names = {ar = "المدير", en = "Director"}
pin = "515083"

[appointments]
offered = true
"""
OFFICIAL = """
[[official]]
code = "director"
names = {ar = "المدير", en = "Director"}
agent = "director"
service = "M"
slot_min = 30
monday = ["09:00-10:30", "12:00 - 13:00"]

[[official.away]]
first = 2026-12-01
last = 2026-12-05
"""


def problems(folder: Path, text: str) -> list[str]:
    file = folder / "hall.toml"
    file.write_text(text, encoding="utf-8")
    # The hall of these tests has a letter that reads like a digit, which is warned of elsewhere.
    return [str(problem) for problem in check_setup(file) if problem.code != "reads_like"]


def test_an_official_is_read_with_his_week_and_absences(tmp_path: Path) -> None:
    assert problems(tmp_path, SETUP + OFFICE + OFFICIAL) == []
    (official,) = read_setup(tmp_path / "hall.toml").settings.officials
    assert (official.agent, official.service, official.slot_min) == ("director", "M", 30)
    assert official.weekly == {1: (Span(time(9), time(10, 30)), Span(time(12), time(13)))}
    assert official.away == (Absence(date(2026, 12, 1), date(2026, 12, 5)),)


NAMED = 'names = {ar = "المدير", en = "Director"}\nagent'


@pytest.mark.parametrize(
    ("was", "instead", "words"),
    [
        ('agent = "director"', 'agent = "nobody"', "no agent 'nobody'"),
        ('service = "M"', 'service = "X"', "no service 'X'"),
        ("slot_min = 30", "slot_min = 3", "expected 5 to 240 minutes"),
        ("09:00-10:30", "10:30-09:00", "from earlier to later"),
        ("09:00-10:30", "nine", "from earlier to later"),
        ("12:00 - 13:00", "10:00-11:00", "overlap"),
        ("2026-12-05", "2026-11-05", "comes after"),
        (f'code = "director"\n{NAMED}', f'code = "مدير"\n{NAMED}', "Latin letters"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, was: str, instead: str, words: str) -> None:
    assert was in OFFICIAL
    (problem,) = problems(tmp_path, SETUP + OFFICE + OFFICIAL.replace(was, instead))
    assert words in problem


def test_officials_need_appointments_and_a_service_that_kiosks_do_not_give(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, SETUP + OFFICE.replace("offered = true", "offered = false") + OFFICIAL)
    assert "offered = true" in problem
    (warning,) = problems(tmp_path, SETUP + OFFICE.replace("open = false", "open = true") + OFFICIAL)
    assert warning.startswith("warning")
    (twice,) = problems(tmp_path, SETUP + OFFICE + OFFICIAL + OFFICIAL)
    assert "given twice" in twice
