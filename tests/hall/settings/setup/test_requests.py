"""What a hall registers, from its set-up file: its own lists or the ministry's, and every mistake named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hall.kernel.request_settings import DIRECTORATES, POWERS, TOPICS, RequestSettings
from hall.settings.setup.file import check_setup, read_setup
from hall.settings.setup.requests import LONGEST_DAYS

GOOD = (Path(__file__).resolve().parents[4] / "assets" / "halls" / "small.toml").read_text(encoding="utf-8")
OWN = """
[requests]
prefix = "MCT-2"
phone_days = 10

[[topic]]
code = "permits"
names = { ar = "التصاريح", en = "Permits" }

[[power]]
code = "deputy"
names = { ar = "نائب المدير", en = "Deputy director" }
"""


def written(folder: Path, more: str) -> Path:
    file = folder / "hall.toml"
    file.write_text(GOOD + more, encoding="utf-8")
    return file


def test_a_file_without_lists_has_the_ministrys_usual_ones(tmp_path: Path) -> None:
    settings = read_setup(written(tmp_path, "")).settings
    assert (settings.topics, settings.directorates, settings.powers) == (TOPICS, DIRECTORATES, POWERS)
    assert settings.requests == RequestSettings(None, 30)


def test_a_list_that_is_named_is_taken_whole(tmp_path: Path) -> None:
    settings = read_setup(written(tmp_path, OWN)).settings
    assert [one.code for one in settings.topics] == ["permits"]
    assert settings.topics[0].names["ar"] == "التصاريح"
    assert [one.code for one in settings.powers] == ["deputy"]
    assert settings.directorates == DIRECTORATES
    assert settings.requests == RequestSettings("MCT-2", 10)


def test_a_power_has_its_decision_holder_limit_and_last_day(tmp_path: Path) -> None:
    more = 'decision = "12/2026"\nholder = " Ali  Said "\nlimit_omr = 5000\nvalid_until = 2026-12-31\n'
    (power,) = read_setup(written(tmp_path, OWN + more)).settings.powers
    assert (power.decision, power.holder, power.limit_omr) == ("12/2026", "Ali Said", 5000)
    assert power.valid_until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (OWN.replace('"permits"', '"Permits!"'), "topic[0].code"),
        (OWN.replace(', en = "Permits"', ""), "topic[0].names"),
        (OWN + '[[topic]]\ncode = "two"\nnames = { ar = "ب", en = "  PERMITS " }\n', "topic[1].names.en"),
        (OWN + '[[power]]\ncode = "deputy"\nnames = { ar = "ب", en = "B" }\n', "power[1].code"),
        (OWN.replace('"MCT-2"', '"mct 2"'), "requests.prefix"),
        (OWN + "offered = false\nlimit_omr = 0\n", "power[0].limit_omr"),
        (OWN + 'holder = "' + "x" * 201 + '"\n', "power[0].holder"),
        (OWN.replace('"permits"\n', '"permits"\noffered = false\n'), "topic"),
        (OWN.replace("= 10", f"= {LONGEST_DAYS + 1}"), "requests.phone_days"),
    ],
)
def test_each_mistake_is_named(tmp_path: Path, wrong: str, key: str) -> None:
    assert [problem.key for problem in check_setup(written(tmp_path, wrong))] == [key]
