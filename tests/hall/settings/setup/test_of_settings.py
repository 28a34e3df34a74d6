"""Settings go back into the tables of a set-up file, and what a file is refused for is refused from the centre too."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.demo.setup_file import HALLS
from contracts.centre.settings_document import CentreValue, SettingsDocument
from contracts.words.hall import Lane
from hall.kernel.ids import CounterId
from hall.kernel.settings import HallSettings
from hall.settings.setup.file import read_setup, settings_findings, settings_of
from hall.settings.setup.of_settings import setup_entry
from hall.settings.store.merge import MergeError, merge_settings
from hall.settings.store.rows import setting_to_json
from tests.helpers.replacing import replace

FILES = sorted(HALLS.glob("*.toml"))
STANDING = read_setup(HALLS / "land_housing.toml").settings


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.stem)
def test_every_shipped_hall_comes_back_as_it_was(file: Path) -> None:
    settings = read_setup(file).settings
    entry = setup_entry(settings)
    assert settings_of(entry) == replace(settings, confirms_date_itself=False)
    assert [one for one in settings_findings(entry) if not one.warning] == []


def changed(name: str) -> object:
    """Return a value of this setting that a set-up file is refused for."""
    first, *others = STANDING.services
    counter, *counters = STANDING.counters
    return {
        "governorate": "atlantis",
        "site_kind": "castle",
        "digits": "roman",
        "hijri_offset_days": 30,
        "names": {"ar": "قاعة"},
        "services": (replace(first, target_wait_s=-1), *others),
        "counters": (replace(counter, number=CounterId(5000)), *counters),
        "head_starts_s": {Lane.PRIORITY: 10**9},
        "lane_ratio": {Lane.STANDARD: 10**6},
        "limits": replace(STANDING.limits, undo_s=-5),
        "prayer": replace(STANDING.prayer, call_min=10_000),
        "voice": replace(STANDING.voice, fresh_s=-1),
        "kiosk": replace(STANDING.kiosk, long_wait_s=10**8),
        "appointments": replace(STANDING.appointments, offered=True, slot_s=7),
        "requests": replace(STANDING.requests, phone_days=10**6),
        "notices": ({"ar": "م" * 2000, "en": "x"},),
    }[name]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("governorate", "hall.governorate"), ("site_kind", "hall.site_kind"), ("digits", "hall.digits"),
        ("hijri_offset_days", "hall.hijri_offset_days"), ("names", "hall.names.en"),
        ("services", "minutes above 0"), ("counters", "a counter number is 1 to 999"),
        ("head_starts_s", "a head start is 0 to 240"), ("lane_ratio", "1 to 20 turns"), ("limits", "limits.undo_s"),
        ("prayer", "prayer.call_min"), ("voice", "voice.fresh_s"), ("kiosk", "kiosk.long_wait_min"),
        ("appointments", "appointments.slot_min"), ("requests", "requests.phone_days"), ("notices", "too long"),
    ],
)  # fmt: skip
def test_a_value_out_of_range_is_refused_from_the_centre_as_in_a_file(name: str, said: str) -> None:
    with pytest.raises(MergeError, match=said):
        merge(STANDING, name, changed(name))


def test_what_stands_already_is_no_reason_to_refuse_another_change() -> None:
    old = replace(STANDING, names={"ar": "قاعة"})
    assert merge(old, "hijri_offset_days", 1).hijri_offset_days == 1


def merge(standing: HallSettings, name: str, value: object) -> HallSettings:
    words = {name: CentreValue(setting_to_json(value))}
    document = SettingsDocument(standing.hall, 1, datetime(2026, 11, 24, tzinfo=UTC), "Salma", words)
    return merge_settings(standing, document, {}).settings
