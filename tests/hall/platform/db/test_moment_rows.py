"""Moments in rows."""

from __future__ import annotations

import json

from hall.kernel.moment import Moment
from hall.platform.db.moment_rows import moment, moment_set, read_readings, readings_text
from tests.helpers.example_hall import NINE


def test_readings_are_json_whatever_the_boot_is_called() -> None:
    text = readings_text({"issued": Moment(NINE, 5, 'a "quoted" boot'), "called": None})
    assert json.loads(text) == {"issued": [5, 'a "quoted" boot']}


def test_a_moment_comes_back_with_its_reading_and_boot() -> None:
    text = readings_text({"issued": Moment(NINE, 5, "b1"), "begun": Moment(NINE, 7, "b2")})
    assert moment_set(NINE, "begun", read_readings(text)) == Moment(NINE, 7, "b2")


def test_no_instant_is_no_moment() -> None:
    assert moment(None, "called", {}) is None
