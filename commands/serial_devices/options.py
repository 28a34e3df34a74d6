"""The options of programs without a screen that are devices of a hall: its addresses and the device's token."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from urllib.parse import urlsplit

from common.configuration.parser import OneOrMore, SettingsParser
from common.server.trust import HALL_CA_HELP
from common.text.program_name import program_name

TOKEN_ENV = "DAWR_TOKEN"  # noqa: S105 - the name of a variable, not a token


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
    parser.add_secret(
        "--token",
        variable=TOKEN_ENV,
        file_key="token_file",
        default="",
        metavar="TOKEN",
        help=f"the device's token (better: the variable {TOKEN_ENV}, or the file)",
    )
    parser.add_setting(
        "--token-file",
        type=Path,
        metavar="FILE",
        help=f"file that holds the device's token, as {program_name()} pair makes it",
    )
    parser.add_setting("--hall-ca", type=Path, metavar="FILE", help=HALL_CA_HELP)


def hall_problems(given: argparse.Namespace) -> list[str]:
    """Return what is wrong with the hall's addresses."""
    problems = [f"--hall {url}: expected an address like http://10.0.0.5:8080" for url in given.hall if not _good(url)]
    if not given.hall:
        problems.append("--hall is missing: give the hall service's address, as in --hall http://10.0.0.5:8080")
    return problems


def device_token(given: argparse.Namespace) -> tuple[str, list[str]]:
    """Return the token and what is wrong with it."""
    token = given.token or os.environ.get(TOKEN_ENV, "")
    if not token and given.token_file is not None:
        try:
            token = given.token_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            return "", [f"--token-file {given.token_file} cannot be read: {error}"]
    if not token:
        return "", [f"the device's token is missing: give --token-file, made by {program_name()} pair"]
    good = token.isascii() and token.isprintable()
    return token, [] if good else ["the token holds characters no token has"]


def token_file(given: argparse.Namespace) -> Path | None:
    """Return the file that keeps the token, and takes the next one; None where the token came from elsewhere."""
    kept: Path | None = given.token_file
    return None if given.token or os.environ.get(TOKEN_ENV) else kept


def _good(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
