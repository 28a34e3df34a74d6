"""The options of programs without a screen that are devices of a hall: its addresses, and the device's token."""

from __future__ import annotations

import argparse
from pathlib import Path
from urllib.parse import urlsplit

from common.configuration.device_token import add_token_settings
from common.configuration.parser import OneOrMore, SettingsParser
from common.server.trust import HALL_CA_HELP


def add_device_options(parser: SettingsParser) -> None:
    """Declare the settings."""
    parser.add_setting(
        "--hall",
        action=OneOrMore,
        default=[],
        needed=True,
        metavar="URL",
        help="address of the hall service; a second one is a stand-by",
    )
    add_token_settings(parser)
    parser.add_setting("--hall-ca", type=Path, metavar="FILE", help=HALL_CA_HELP)


def hall_problems(given: argparse.Namespace) -> list[str]:
    """Return what is wrong with the hall's addresses."""
    problems = [f"--hall {url}: expected an address like http://10.0.0.5:8080" for url in given.hall if not _good(url)]
    if not given.hall:
        problems.append("--hall is missing: give the hall service's address, as in --hall http://10.0.0.5:8080")
    return problems


def _good(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
