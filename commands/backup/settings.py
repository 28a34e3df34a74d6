"""The options that backup and restore share: which hall is meant, and how another machine is reached."""

from __future__ import annotations

import argparse
from pathlib import Path

from common.configuration.parser import default_file
from hall.config import HallConfig, config_from


def add_shared_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--config", metavar="FILE", help=f"the hall's settings file ({default_file('hall')})")
    parser.add_argument("--data", metavar="DIR", help="the hall's data folder (hall-data)")
    parser.add_argument("--keys", metavar="DIR", help="the folder of its key, where the settings do not name it")
    parser.add_argument("--database", metavar="URL", help="the hall's database, where it is not in the data folder")
    parser.add_argument("--ssh-config", type=Path, metavar="FILE", help="the ssh client's settings for this place")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def config_of(given: argparse.Namespace) -> HallConfig:
    """Return the settings of the hall that is meant; raise SettingsError."""
    words = [(f"--{name}", getattr(given, name)) for name in ("config", "data", "keys", "database")]
    return config_from([word for name, value in words if value is not None for word in (name, value)])
