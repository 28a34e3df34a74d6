from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from hall.kernel.settings import Prayer, PrayerTable, Voice, VolumeStep
from hall.settings.setup.check_board import board_findings
from hall.settings.setup.entries import (
    HallEntry,
    HoursEntry,
    PrayerEntry,
    PrayerTableEntry,
    SetupEntry,
    VoiceEntry,
    VolumeEntry,
)
from hall.settings.setup.file import check_setup, read_setup
from tests.helpers.hall_in_a_thread import SETUP
from tests.helpers.replacing import replace

BARE = SetupEntry(HallEntry("h", {}, "muscat"), (), (), HoursEntry())
DAY = date(2026, 11, 24)


def keys(**given: PrayerEntry | VoiceEntry) -> list[str]:
    return [finding.key for finding in board_findings(replace(BARE, **given))]  # type: ignore[arg-type]  # by name


def test_what_is_not_given_is_right() -> None:
    assert keys() == []


@pytest.mark.parametrize(
    ("prayer", "key"),
    [
        (PrayerEntry(notice_min=61), "prayer.notice_min"),
        (PrayerEntry(call_min=-1), "prayer.call_min"),
        (PrayerEntry(window_min=91), "prayer.window_min"),
        (PrayerEntry(away_percent=101), "prayer.away_percent"),
        (PrayerEntry(away_percent=-1), "prayer.away_percent"),
        (PrayerEntry(call_min=10, window_min=9), "prayer.window_min"),
        (PrayerEntry(corrections_min={"noon": 3}), "prayer.corrections_min.noon"),
        (PrayerEntry(corrections_min={"dhuhr": 61}), "prayer.corrections_min.dhuhr"),
        (PrayerEntry(table=(PrayerTableEntry(DAY, DAY, ("05:00",)),)), "prayer.table[0].times"),
        (
            PrayerEntry(table=(PrayerTableEntry(DAY, DAY, ("05:00", "12:00", "15:00", "17:00", "25:00")),)),
            "prayer.table[0].times",
        ),
        (
            PrayerEntry(table=(PrayerTableEntry(DAY, DAY, ("05:00", "12:00", "11:00", "17:00", "19:00")),)),
            "prayer.table[0].times",
        ),
        (
            PrayerEntry(
                table=(PrayerTableEntry(DAY, date(2026, 11, 1), ("05:00", "12:00", "15:00", "17:00", "19:00")),)
            ),
            "prayer.table[0].last",
        ),
    ],
)
def test_a_wrong_prayer_is_named(prayer: PrayerEntry, key: str) -> None:
    assert keys(prayer=prayer) == [key]


@pytest.mark.parametrize(
    ("voice", "key"),
    [
        (VoiceEntry(languages=("ar", "fr")), "voice.languages[1]"),
        (VoiceEntry(languages=("ar", "ar")), "voice.languages[1]"),
        (VoiceEntry(fresh_s=4), "voice.fresh_s"),
        (VoiceEntry(volume=(VolumeEntry("7h", 50),)), "voice.volume[0].at"),
        (VoiceEntry(volume=(VolumeEntry("07:00", 101),)), "voice.volume[0].percent"),
        (VoiceEntry(volume=(VolumeEntry("12:00", 50), VolumeEntry("07:00", 90))), "voice.volume[1].at"),
    ],
)
def test_a_wrong_voice_is_named(voice: VoiceEntry, key: str) -> None:
    assert keys(voice=voice) == [key]


def test_a_file_with_both_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(
        SETUP + "\n[prayer]\nobserved = true\nwindow_min = 30\ncorrections_min = { dhuhr = 5 }\n\n[[prayer.table]]\n"
        "first = 2026-12-01\nlast = 2026-12-31\n"
        'times = ["05:20", "12:05", "15:05", "17:25", "18:45"]\n\n'
        '[voice]\nlanguages = ["ar"]\nfresh_s = 25\nchime = false\n\n[[voice.volume]]\nat = "07:00"\npercent = 80\n',
        encoding="utf-8",
    )
    settings = read_setup(file).settings
    times = (time(5, 20), time(12, 5), time(15, 5), time(17, 25), time(18, 45))
    table = (PrayerTable(date(2026, 12, 1), date(2026, 12, 31), times),)
    assert settings.prayer == Prayer(True, window_min=30, corrections_min={"dhuhr": 5}, table=table)
    assert settings.voice == Voice(("ar",), chime=False, fresh_s=25, volume=(VolumeStep(time(7, 0), 80),))


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "hall.toml"
    file.write_text(SETUP + "\n[voice]\nfresh_s = 1\n", encoding="utf-8")
    (problem,) = [problem for problem in check_setup(file) if not problem.warning]
    assert problem.key == "voice.fresh_s"
    assert problem.line is not None
