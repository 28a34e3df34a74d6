"""Settings as JSON and back."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest

from contracts.words.hall import Lane
from hall.kernel.settings import HallSettings, Holiday, Limits
from hall.settings.setup.file import read_setup
from hall.settings.store.rows import setting_from_json, setting_to_json
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

EXAMPLES = sorted(Path(__file__).parents[4].joinpath("assets/halls").glob("*.toml"))


def back(settings: HallSettings) -> HallSettings:
    return setting_from_json(HallSettings, json.loads(json.dumps(setting_to_json(settings))))


def test_all_settings_come_back_as_they_were() -> None:
    settings = replace(
        SETTINGS, head_starts_s={Lane.PRIORITY: 60, Lane.PREMIUM: 1}, lane_ratio={Lane.STANDARD: 3}, version=7,
        notices=({"ar": "تنويه", "en": "Notice"},), limits=Limits(undo_s=5),
    )  # fmt: skip
    assert back(settings) == settings


def test_keys_that_are_no_texts_come_back_as_what_they_were() -> None:
    settings = back(SETTINGS)
    assert set(settings.hours.weekly) == {1, 2, 3, 4, 7}
    assert set(settings.head_starts_s) == {Lane.PRIORITY, Lane.APPOINTMENT}
    assert settings.hours.weekly[7].doors == time(7, 15)


def test_a_field_this_version_does_not_know_is_left_out() -> None:
    assert setting_from_json(Limits, {"undo_s": 60, "of_a_newer_version": 1}) == Limits(undo_s=60)


def test_a_field_that_is_not_there_keeps_its_default() -> None:
    assert setting_from_json(Holiday, {"day": "2026-12-02", "names": {}}) == Holiday(
        date(2026, 12, 2), {}, expected=False
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_hall_comes_back_as_it_was(example: Path) -> None:
    settings = read_setup(example).settings
    assert back(settings) == settings
