from __future__ import annotations

import argparse
import os

from commands.serial_devices.options import add_device_options, hall_problems
from common.configuration.parser import SettingsParser


def given(*argv: str) -> argparse.Namespace:
    parser = SettingsParser("signs")
    add_device_options(parser)
    return parser.read_arguments(["--config", os.devnull, *argv])


def test_addresses_may_be_several_and_each_is_looked_at() -> None:
    assert hall_problems(given("--hall", "http://a:1", "--hall", "https://b")) == []
    assert len(hall_problems(given("--hall", "10.0.0.5", "--hall", "http://["))) == 2
    assert "--hall is missing" in hall_problems(given())[0]
